import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { sayDay } from '../../ui/say-day.ts'
import { CustomDays } from '../funnel/cohort-picker.tsx'
import { lastDay, shiftPeriod } from './period.ts'
import look from './promises.module.css'
import type { PromisesSearch } from './search.ts'

type Props = {
  search: PromisesSearch
  /** The period shown: half-open days. */
  from: string
  to: string
  onChange: (next: PromisesSearch) => void
}

/** A week or a month with the one before and after, or any two days. */
export function PeriodPicker({ search, from, to, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const period = search.period ?? 'week'
  const choose = (value: string) =>
    onChange({
      period: value === 'month' ? 'month' : undefined,
      from: period === 'custom' ? undefined : from,
      to: undefined,
    })
  const step = (by: -1 | 1) => {
    if (period !== 'custom') onChange({ from: shiftPeriod(period, from, to, by) })
  }
  return (
    <div className={look.picker}>
      <SegmentedControl
        aria-label={t('promises.period')}
        data={[
          { value: 'week', label: t('promises.week') },
          { value: 'month', label: t('promises.month') },
        ]}
        value={period === 'custom' ? '' : period}
        onChange={choose}
      />
      <span className={look.steps}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('promises.before')}
          disabled={period === 'custom'}
          onClick={() => step(-1)}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <span className={look.span}>
          {t('promises.span', {
            from: sayDay(from, i18n.language, 'short'),
            to: sayDay(lastDay(to), i18n.language, 'short'),
          })}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('promises.after')}
          disabled={period === 'custom'}
          onClick={() => step(1)}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </span>
      <CustomDays
        key={`${from} ${to}`}
        cohort={{ from, to }}
        isChosen={period === 'custom'}
        onPick={(days) => onChange({ period: 'custom', ...days })}
      />
    </div>
  )
}
