import type { DealFigures, DealSummary } from '../features/deals/summarise-deals.ts'
import { align } from './align.ts'

const LONGEST_LABEL = 32

/** The summary of deals for people who read in a terminal. */
export function dealsTable(summary: DealSummary, forecast: readonly Month[] = []): string {
  const { winRate } = summary
  const rate =
    winRate.rate === null || winRate.low === null || winRate.high === null
      ? 'no deal is closed'
      : `${percent(winRate.rate)} of ${winRate.n} closed (95 %: ${percent(winRate.low)} to ${percent(winRate.high)})`
  const stages = summary.openByStage.map(({ stage, deals }) => `${deals} ${stage}`).join(', ')
  const reasons = summary.lostByReason.map(({ reason, deals }) => `${deals} ${reason}`).join(', ')
  return [
    [
      `${summary.total} deals: ${summary.won} won, ${summary.lost} lost, ${summary.undecided} undecided, ${summary.open} open`,
      `Win rate: ${rate}`,
      `Won: ${money(summary) || 'no amount'}; ${summary.wonProven} of ${summary.won} proven by a contract or a payment, ${summary.wonUnproven} unproven`,
      ...(stages === '' ? [] : [`Open: ${stages}`]),
      ...(reasons === '' ? [] : [`Lost: ${reasons}`]),
    ].join('\n'),
    align([
      [summary.by, 'won', 'lost', 'open', 'win rate', 'won money', 'median days'],
      ...summary.groups.map((group) => [
        (group.key ?? '(none)').slice(0, LONGEST_LABEL),
        String(group.won),
        String(group.lost),
        String(group.open),
        percent(group.winRate.rate),
        money(group),
        group.medianDaysToWon === null ? '-' : group.medianDaysToWon.toFixed(1),
      ]),
    ]),
    ...(forecast.length === 0 ? [] : [forecastTable(forecast)]),
    summary.definition,
  ].join('\n\n')
}

type Expected = { cents: number } | null
type Month = {
  month: string
  currency: string
  deals: number
  openCents: number
  byStage: Expected
  byHistory: Expected
  bySeller: Expected
}

function forecastTable(months: readonly Month[]): string {
  const units = (expected: Expected): string => (expected === null ? '-' : (expected.cents / 100).toFixed(2))
  return align([
    ['closes in', 'deals', 'open', 'by stage', 'by history', 'by seller', ''],
    ...months.map((each) => [
      each.month,
      String(each.deals),
      (each.openCents / 100).toFixed(2),
      units(each.byStage),
      units(each.byHistory),
      units(each.bySeller),
      each.currency,
    ]),
  ])
}

function percent(rate: number | null): string {
  return rate === null ? '-' : `${(rate * 100).toFixed(2)} %`
}

function money(figures: DealFigures): string {
  return figures.money.map((each) => `${(each.amountCents / 100).toFixed(2)} ${each.currency}`).join(' + ')
}
