import type { TFunction } from 'i18next'
import { type By, type Funnel, STAGES } from './search.ts'
import { writeCsv } from './write-csv.ts'

/** The table as a CSV: one line per group, every stage, the rate with its interval. */
export function tableCsv(funnel: Funnel, by: By, t: TFunction): string {
  const stages = STAGES.filter((stage) => stage !== 'inquiry' && stage !== 'won')
  const head = [
    t(`funnel.groups.${by}`),
    t('funnel.columns.leads'),
    ...stages.map((stage) => t(`common.stage.${stage}`)),
    t('funnel.columns.won'),
    t('funnel.columns.rate'),
    t('funnel.csvColumns.low'),
    t('funnel.csvColumns.high'),
    t('funnel.columns.median'),
  ]
  const rows = funnel.groups.map((group) => [
    group.key ?? '',
    group.leads,
    ...stages.map((stage) => group.reached[stage] ?? 0),
    group.won.k,
    group.won.rate,
    group.won.low,
    group.won.high,
    group.medianDaysToWon,
  ])
  return writeCsv([head, ...rows])
}
