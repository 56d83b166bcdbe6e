import { formatLocale } from '../../i18n/format-locale.ts'

/** The first day of a month (`2026-11`) and of the next one: a half-open period. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const [year = 1970, number = 1] = month.split('-').map(Number)
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
  return { from: `${month}-01`, to: next }
}

/** A month in words: "Nov 2026". */
export function sayMonth(month: string, language: string): string {
  const style = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(formatLocale(language), style).format(Date.parse(`${month}-01`))
}
