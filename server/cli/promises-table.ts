import type { Rate } from '@ensemble/engine/funnel/rate.ts'
import type { Board } from '../features/promises/get-promises.ts'
import { align } from './align.ts'

type Line = Board['marketing']['lines'][number]

/** The board for people who read in a terminal. */
export function promisesTable(board: Board): string {
  const { marketing, sales } = board
  const lines = [
    ['marketing', 'goal', 'so far', 'due by now', 'pace', 'a day needed', 'by the end', 'status'],
    ...marketing.lines.map((line) => [
      [line.clause, line.letter === null ? null : `letter ${line.letter}`, line.channel].filter(Boolean).join(' '),
      amount(line, line.goal),
      amount(line, line.actual),
      amount(line, line.expected),
      line.pace === null ? '-' : line.pace.toFixed(2),
      line.required === null ? '-' : amount(line, Math.max(0, line.required)),
      line.projected === null ? '-' : amount(line, line.projected),
      line.status ?? '-',
    ]),
  ]
  const promises = [
    ['sales', 'kept', 'broken', 'running', 'rate', '95 %'],
    ...sales.promises.map(({ clause, clock, kept, broken, running, rate }) => [
      `${clause} ${clock}`,
      String(kept),
      String(broken),
      String(running),
      percent(rate.rate),
      interval(rate),
    ]),
  ]
  const people = [
    ['seller', 'kept', 'broken', 'running', 'first touch (working)'],
    ...board.people.map(({ name, promises: own, human }) => [
      name,
      String(sum(own, 'kept')),
      String(sum(own, 'broken')),
      String(sum(own, 'running')),
      hours(human.medianWorkedMs),
    ]),
  ]
  const { acceptance, followUp, coding, human, system } = sales
  return [
    `${board.from} to ${board.to} (excluded), version ${board.version}`,
    align(lines),
    align(promises),
    [
      `Accepted: ${of(acceptance)}. Followed up: ${of(followUp)}. With a reason: ${of(coding)}.`,
      `Median from assigned to first touch: ${hours(human.medianWorkedMs)} of working time (${hours(human.medianMs)} elapsed); from qualified to assigned: ${hours(system.medianMs)}.`,
    ].join('\n'),
    align(people),
    board.definition,
  ].join('\n\n')
}

function amount({ unit }: Line, value: number): string {
  return unit === 'value' ? (value / 100).toFixed(0) : value.toFixed(Number.isInteger(value) ? 0 : 1)
}

function sum(promises: Board['people'][number]['promises'], name: 'kept' | 'broken' | 'running'): number {
  return promises.reduce((total, promise) => total + promise[name], 0)
}

function percent(rate: number | null): string {
  return rate === null ? '-' : `${(rate * 100).toFixed(1)} %`
}

function interval({ low, high }: Rate): string {
  return low === null || high === null ? '-' : `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)}`
}

function of(rate: Rate): string {
  return `${rate.k} of ${rate.n}${rate.rate === null ? '' : ` (${percent(rate.rate)})`}`
}

function hours(ms: number | null): string {
  if (ms === null) return '-'
  return ms < 3_600_000 ? `${Math.round(ms / 60_000)} min` : `${(ms / 3_600_000).toFixed(1)} h`
}
