import { formatLocale } from '../i18n/format-locale.ts'

/** A calendar day (`2018-01-31`) in words. French says "1er". */
export function sayDay(date: string, language: string, month: 'long' | 'short' = 'long'): string {
  return said(Date.parse(date), language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' })
}

/** The day of a moment (ISO 8601) in words, where the reader is. */
export function sayDate(at: string, language: string, month: 'long' | 'short' = 'long'): string {
  return said(Date.parse(at), language, { day: 'numeric', month, year: 'numeric' })
}

function said(ms: number, language: string, style: Intl.DateTimeFormatOptions): string {
  const words = new Intl.DateTimeFormat(formatLocale(language), style).format(ms)
  return language.startsWith('fr') ? words.replace(/^1 /, '1er ') : words
}
