import type { Rate } from '@ensemble/engine/funnel/rate.ts'
import type { BacktestReport } from '../features/backtests/run-backtest.ts'

type Row = readonly string[]

/** A back-test for people who read in a terminal. */
export function backtestTable(report: BacktestReport): string {
  const { figures } = report
  const { qualified, won, winRate, acceptance, promises, load } = figures
  return [
    `${figures.leads} leads first met from ${report.from} to ${report.to} (excluded); records end ${report.knownUntil.slice(0, 10)}`,
    align([
      ['', 'draft', `version ${report.inForce.version}`, 'really', 'difference'],
      [
        'qualified',
        count(qualified.draft),
        count(qualified.inForce),
        count(qualified.really),
        gap(qualified.difference),
      ],
      ['of them won', share(winRate.draft), share(winRate.inForce), share(winRate.really), ''],
      ['accepted by sales', share(acceptance.draft), share(acceptance.inForce), share(acceptance.really), ''],
      [`wins caught of ${won.all}`, count(won.draft), count(won.inForce), count(won.really), gap(won.difference)],
      ['promises kept', String(promises.draft.kept), String(promises.inForce.kept), '', ''],
      [
        'promises broken',
        String(promises.draft.broken),
        String(promises.inForce.broken),
        '',
        signed(promises.difference),
      ],
      ['promises not known', String(promises.draft.unknowable), String(promises.inForce.unknowable), '', ''],
      ...moneyRows(report),
      ['qualified a week', String(load.draftPerWeek), String(load.inForcePerWeek), '', ''],
    ]),
    `Wins missed: ${won.missed}; caught earlier: ${won.earlier.n}; later: ${won.later.n}. Sales can take ${load.capacityPerWeek ?? 'any number'} a week.`,
    ...(load.sellers.length === 0 ? [] : [sellersOf(report)]),
    figures.cannotSay.map(({ what, n }) => `  ${what}: ${n}`).join('\n'),
  ].join('\n\n')
}

function sellersOf({ figures }: BacktestReport): string {
  return align([
    ['seller', 'draft', 'in force', 'a week', 'busiest week', 'limit a week'],
    ...figures.load.sellers.map((each) => [
      each.name,
      String(each.draft),
      String(each.inForce),
      String(each.draftPerWeek),
      String(each.draftBusiest),
      each.capacityPerWeek === null ? 'none' : String(each.capacityPerWeek),
    ]),
  ])
}

function moneyRows({ figures, currency }: BacktestReport): Row[] {
  const { expected, realised } = figures.money
  const say = (cents: number): string => `${Math.round(cents / 100)} ${currency}`
  const row = (name: string, pair: typeof realised): Row => [
    name,
    say(pair.draft.cents),
    say(pair.inForce.cents),
    '',
    `${say(pair.difference.cents)} (${say(pair.difference.low)} to ${say(pair.difference.high)})`,
  ]
  return [...(expected === null ? [] : [row('expected money', expected)]), row('realised money', realised)]
}

function count(rate: Rate): string {
  return String(rate.k)
}

function share({ rate, low, high }: Rate): string {
  const percent = (value: number): string => (value * 100).toFixed(1)
  return rate === null || low === null || high === null
    ? '-'
    : `${percent(rate)} % (${percent(low)} to ${percent(high)})`
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value)
}

function gap({ difference, low, high }: { difference: number; low: number; high: number }): string {
  return difference === 0 && low === 0 && high === 0 ? '0' : `${signed(difference)} (${signed(low)} to ${signed(high)})`
}

/** Columns as wide as their widest cell: the first to the left, numbers to the right. */
function align(rows: readonly Row[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
