export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** A span of the wall clock within one day, in minutes after midnight: half-open, 0 <= from < to <= 1440. */
export type Block = { readonly fromMinute: number; readonly toMinute: number }

/** A span of real time in which nobody works, in epoch milliseconds: half-open. */
export type Absence = { readonly from: number; readonly to: number }

/** Public holidays of a country, as date-holidays knows them: `{ country: 'BR', region: 'SP' }`. */
export type HolidayPlace = { readonly country: string; readonly region?: string }

/**
 * When somebody works. Plain data, never changed once made: its tables are remembered by object identity.
 *
 * A moment is working time when the wall clock of `zone` then shows a time inside a block of that weekday, the local date
 * is no holiday, and no absence covers it. So an hour that the clock shows twice counts twice, one it skips counts not at all.
 */
export type Calendar = {
  readonly zone: string
  readonly hours: Readonly<Record<Weekday, readonly Block[]>>
  /** Local dates, `YYYY-MM-DD`, on which nobody works. */
  readonly holidays: readonly string[]
  readonly publicHolidays?: HolidayPlace
  readonly away: readonly Absence[]
}
