import type { TFunction } from 'i18next'
import { formatLocale } from '../i18n/format-locale.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

function dayNumber(ms: number): number {
  const date = new Date(ms)
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)
}

/** A moment as people say it: "in 40 min", "today 14:30", "Tue 14:30", "12 Mar", "12 Mar 2018". */
export function sayMoment(at: number, now: number, language: string, t: TFunction): string {
  const away = Math.abs(at - now)
  const isFuture = at > now
  if (away < 45_000) return t('common.moment.now')
  if (away < 59.5 * MINUTE) {
    const n = Math.max(1, Math.round(away / MINUTE))
    return isFuture ? t('common.moment.inMinutes', { n }) : t('common.moment.minutesAgo', { n })
  }
  const days = dayNumber(at) - dayNumber(now)
  if (days === 0 && away < 5 * HOUR) {
    const n = Math.round(away / HOUR)
    return isFuture ? t('common.moment.inHours', { n }) : t('common.moment.hoursAgo', { n })
  }
  const time = new Intl.DateTimeFormat(formatLocale(language), { hour: '2-digit', minute: '2-digit' }).format(at)
  if (days === 0) return t('common.moment.today', { time })
  if (days === -1) return t('common.moment.yesterday', { time })
  if (days === 1) return t('common.moment.tomorrow', { time })
  if (Math.abs(days) < 7)
    return `${new Intl.DateTimeFormat(formatLocale(language), { weekday: 'short' }).format(at)} ${time}`
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(formatLocale(language), {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at)
}

/** The moment in full, with its zone, for those who want to know exactly. */
export function sayExactly(at: number, language: string): string {
  return new Intl.DateTimeFormat(formatLocale(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(at)
}

/** A planned moment as it stands in a diary: the day with its weekday, the minute, the year only when far. */
export function sayPlanned(at: number, language: string): string {
  const isNear = Math.abs(at - Date.now()) < 300 * 24 * HOUR
  return new Intl.DateTimeFormat(formatLocale(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isNear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}
