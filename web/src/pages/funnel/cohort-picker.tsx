import { Button, Popover, SegmentedControl, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCalendar } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type Cohort, cohortOfPreset, isDate, PRESETS, presetOfCohort } from './cohort.ts'
import look from './funnel.module.css'

type Props = { cohort: Cohort; today: string; onPick: (cohort: Cohort) => void }

/** Chooses the days in which the leads were first met: usual periods, or any two days. */
export function CohortPicker({ cohort, today, onPick }: Props) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false
  const preset = presetOfCohort(cohort, today)
  const choices = PRESETS.map((one) => ({ value: one, label: t(`funnel.presets.${one}`) }))
  const pick = (value: string | null) => {
    const one = PRESETS.find((known) => known === value)
    if (one !== undefined) onPick(cohortOfPreset(one, today))
  }
  return (
    <div className={look.picker}>
      {isPhone ? (
        <Select
          aria-label={t('funnel.cohort')}
          data={choices}
          value={preset}
          placeholder={t('funnel.presets.custom')}
          onChange={pick}
          allowDeselect={false}
          className={look.grow}
        />
      ) : (
        <SegmentedControl aria-label={t('funnel.cohort')} data={choices} value={preset ?? ''} onChange={pick} />
      )}
      <CustomDays key={`${cohort.from} ${cohort.to}`} cohort={cohort} isChosen={preset === null} onPick={onPick} />
    </div>
  )
}

/** Any two days, in a popover. */
export function CustomDays({
  cohort,
  isChosen,
  onPick,
}: {
  cohort: Cohort
  isChosen: boolean
  onPick: (cohort: Cohort) => void
}) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const [from, setFrom] = useState(cohort.from)
  const [last, setLast] = useState(addDays(cohort.to, -1))
  const isBackwards = isDate(from) && isDate(last) && last < from
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isDate(from) || !isDate(last) || isBackwards) return
    setIsOpen(false)
    onPick({ from, to: addDays(last, 1) })
  }
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant={isChosen ? 'light' : 'default'}
          leftSection={<IconCalendar size={15} stroke={1.8} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('funnel.presets.custom')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={look.days} onSubmit={submit}>
          <label className={look.day}>
            <span>{t('funnel.from')}</span>
            <input
              type="date"
              required
              value={from}
              max="9999-12-31"
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
          </label>
          <label className={look.day}>
            <span>{t('funnel.last')}</span>
            <input
              type="date"
              required
              value={last}
              max="9999-12-31"
              onChange={(event) => setLast(event.currentTarget.value)}
            />
          </label>
          {isBackwards && (
            <p className={look.wrong} role="alert">
              {t('funnel.daysBackwards')}
            </p>
          )}
          <Button type="submit" variant="filled" disabled={isBackwards}>
            {t('funnel.apply')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
