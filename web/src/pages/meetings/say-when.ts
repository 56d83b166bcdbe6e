import { formatLocale } from '../../i18n/format-locale.ts'

/** The time of day in this browser's zone. */
export function sayTime(iso: string, language: string): string {
  return new Intl.DateTimeFormat(formatLocale(language), { hour: '2-digit', minute: '2-digit' }).format(new Date(iso))
}

/** A day and a time: "Tue 1 Dec, 10:00". In a zone that is named, or this browser's. */
export function sayWhen(iso: string, language: string, zone?: string): string {
  return new Intl.DateTimeFormat(formatLocale(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(new Date(iso))
}

export function sayDay(date: Date, language: string): string {
  return new Intl.DateTimeFormat(formatLocale(language), { weekday: 'short', day: 'numeric', month: 'short' }).format(
    date,
  )
}

/** Monday of the week of a day (`2026-12-01`), or of today, at midnight of this browser's zone. */
export function mondayOf(day: string | undefined, now: number): Date {
  const [year, month, date] = (day ?? '').split('-').map(Number)
  const at = day === undefined ? new Date(now) : new Date(year ?? 0, (month ?? 1) - 1, date ?? 1)
  const back = (at.getDay() + 6) % 7
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() - back)
}

export function dayNamed(date: Date): string {
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

export function addDays(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days)
}
