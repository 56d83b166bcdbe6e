import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PERIODS, periodDays } from './periods.ts'
import look from './reports.module.css'
import type { ReportSearch } from './search.ts'
import { today } from './today.ts'

/** When deals were closed: a usual period, or any two days. */
export function PeriodFields({ search, onChange }: { search: ReportSearch; onChange: (search: ReportSearch) => void }) {
  const { t } = useTranslation()
  const { from, to } = search
  const known = PERIODS.find((period) => {
    const days = periodDays(period, today())
    return days.from === from && days.to === to
  })
  const value = known ?? (from === undefined && to === undefined ? 'all' : 'own')
  return (
    <>
      <NativeSelect
        aria-label={t('deals.period.label')}
        value={value}
        onChange={(event) => {
          const chosen = PERIODS.find((period) => period === event.currentTarget.value)
          const own = event.currentTarget.value === 'own'
          onChange({
            ...search,
            ...(own ? periodDays('year', today()) : { from: undefined, to: undefined }),
            ...(chosen === undefined ? {} : periodDays(chosen, today())),
          })
        }}
        data={[
          { value: 'all', label: t('deals.period.all') },
          ...PERIODS.map((period) => ({ value: period, label: t(`deals.period.${period}`) })),
          ...(value === 'own' ? [{ value: 'own', label: t('deals.period.own') }] : []),
        ]}
      />
      <span className={look.days}>
        <TextInput
          type="date"
          aria-label={t('deals.period.from')}
          value={from ?? ''}
          onChange={(event) => onChange({ ...search, from: event.currentTarget.value || undefined })}
        />
        –
        <TextInput
          type="date"
          aria-label={t('deals.period.to')}
          value={to ?? ''}
          onChange={(event) => onChange({ ...search, to: event.currentTarget.value || undefined })}
        />
      </span>
    </>
  )
}
