import type { Answered } from '../../api/types.ts'
import { day, oneOf, type RawSearch, text } from '../../search.ts'

export type Board = Answered<'getPromises'>
export type DeliveryLine = Board['marketing']['lines'][number]
export type SalesPromise = Board['sales']['promises'][number]
export type Group = Board['people'][number]
export type Clock = SalesPromise['clock']

export const PERIODS = ['week', 'month', 'custom'] as const
export type PeriodName = (typeof PERIODS)[number]
export const CLOCKS = ['acceptance', 'first contact', 'attempts', 'verdict', 'next step'] as const satisfies Clock[]
export const LETTERS = ['A', 'B', 'C', 'D'] as const
export type Letter = (typeof LETTERS)[number]
export const NUMBERS = [
  'delivered',
  'given',
  'not given',
  'kept',
  'broken',
  'running',
  'touched first',
  'accepted',
  'rejected',
  'undecided',
  'followed up',
  'forgotten',
  'coded',
  'uncoded',
  'uncontacted today',
  'shallow today',
] as const
export type NumberName = (typeof NUMBERS)[number]

/** Which leads are open, and whose they are: a number of the board. */
export type RowsOf = {
  of: NumberName
  clock?: Clock | undefined
  letter?: Letter | undefined
  /** A seller whose rows are asked for, beside the segment of the page. */
  whose?: string | undefined
}

/** The state of the page, as it stands in its address. */
export type PromisesSearch = {
  period?: PeriodName | undefined
  from?: string | undefined
  to?: string | undefined
  person?: string | undefined
  team?: string | undefined
  channel?: string | undefined
  grade?: string | undefined
  of?: NumberName | undefined
  clock?: Clock | undefined
  letter?: Letter | undefined
  whose?: string | undefined
}

/** Reads the address of the page; what makes no sense is left out. */
export function parsePromisesSearch(raw: RawSearch): PromisesSearch {
  const from = day(raw.from)
  const to = day(raw.to)
  const isCustom = raw.period === 'custom' && from !== undefined && to !== undefined && from < to
  const grade = text(raw.grade)
  return {
    period: isCustom ? 'custom' : oneOf(raw.period, ['week', 'month']),
    from,
    to: isCustom ? to : undefined,
    person: text(raw.person),
    team: text(raw.team),
    channel: text(raw.channel),
    grade: grade !== undefined && /^[A-D][1-4]?$/.test(grade) ? grade : undefined,
    of: oneOf(raw.of, NUMBERS),
    clock: oneOf(raw.clock, CLOCKS),
    letter: oneOf(raw.letter, LETTERS),
    whose: text(raw.whose),
  }
}
