import type { Rate } from '@ensemble/engine/funnel/rate.ts'
import type { Funnel } from '../features/funnel/get-funnel.ts'
import { align } from './align.ts'

const LONGEST_LABEL = 44

/** A funnel for people who read in a terminal. */
export function funnelTable(funnel: Funnel, labelOf: (key: string | null) => string): string {
  const stages = [
    ['stage', 'reached', 'inferred', 'of all', '95 %', 'of the one before', 'median days'],
    ...funnel.stages.map((stage) => [
      stage.knownAs === null ? stage.stage : `${stage.stage} (${stage.knownAs})`,
      String(stage.reached),
      String(stage.inferred),
      percent(stage.fromFirst.rate),
      interval(stage.fromFirst),
      percent(stage.fromPrevious.rate),
      days(stage.medianDaysFromFirst),
    ]),
  ]
  const groups = [
    [funnel.by, 'leads', 'qualified', 'contacted', 'won', 'of leads', '95 %', 'median days'],
    ...funnel.groups.map((group) => [
      labelOf(group.key).slice(0, LONGEST_LABEL),
      String(group.leads),
      String(group.reached.qualified ?? 0),
      String(group.reached.contacted ?? 0),
      String(group.won.k),
      percent(group.won.rate),
      interval(group.won),
      days(group.medianDaysToWon),
    ]),
  ]
  return [
    `${funnel.leads} leads first met from ${funnel.from} to ${funnel.to} (excluded)`,
    align(stages),
    moneyOf(funnel),
    align(groups),
    funnel.definition,
  ].join('\n\n')
}

function moneyOf(funnel: Funnel): string {
  const people = `${funnel.wonWithAmount} with a known amount`
  if (funnel.wonAmountCents === null || funnel.currency === null) return `Won: no sum (${people})`
  return `Won: ${(funnel.wonAmountCents / 100).toFixed(2)} ${funnel.currency} (${people})`
}

function percent(rate: number | null): string {
  return rate === null ? '-' : `${(rate * 100).toFixed(1)} %`
}

function interval({ low, high }: Rate): string {
  return low === null || high === null ? '-' : `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)}`
}

function days(value: number | null): string {
  return value === null ? '-' : value.toFixed(1)
}
