import type { TFunction } from 'i18next'
import { formatLocale } from '../i18n/format-locale.ts'

const MINUTE = 60_000

export type Urgency = 'late' | 'soon' | 'today' | 'later'

function dayOf(ms: number): string {
  return new Date(ms).toDateString()
}

function saySpanLeft(ms: number, t: TFunction): string {
  if (ms < MINUTE) return t('common.left.seconds', { n: Math.max(0, Math.floor(ms / 1_000)) })
  const minutes = Math.floor(ms / MINUTE)
  if (minutes < 60) return t('common.left.minutes', { n: minutes })
  return t('common.left.hours', { h: Math.floor(minutes / 60), m: String(minutes % 60).padStart(2, '0') })
}

/** How long is left until `dueAt`, as people say it: "12 min", "2 h 10", "today 17:30", "tomorrow", "Tue 9", "34 min late". */
export function sayLeft(dueAt: number, now: number, language: string, t: TFunction): string {
  const left = dueAt - now
  if (left < 0 && -left < 24 * 60 * MINUTE) return t('common.left.late', { span: saySpanLeft(-left, t) })
  if (left < 0)
    return t('common.left.late', { span: t('story.days', { count: Math.round(-left / (24 * 60 * MINUTE)) }) })
  if (left < 4 * 60 * MINUTE) return saySpanLeft(left, t)
  if (dayOf(dueAt) === dayOf(now)) {
    const time = new Intl.DateTimeFormat(formatLocale(language), { hour: '2-digit', minute: '2-digit' }).format(dueAt)
    return t('common.left.today', { time })
  }
  if (dayOf(dueAt) === dayOf(now + 24 * 60 * MINUTE)) return t('common.left.tomorrow')
  if (left < 6 * 24 * 60 * MINUTE)
    return new Intl.DateTimeFormat(formatLocale(language), { weekday: 'short', day: 'numeric' }).format(dueAt)
  return new Intl.DateTimeFormat(formatLocale(language), { day: 'numeric', month: 'short' }).format(dueAt)
}

/** How pressing it is: late, within the hour, today, later. */
export function urgencyOf(dueAt: number, now: number): Urgency {
  const left = dueAt - now
  if (left < 0) return 'late'
  if (left < 60 * MINUTE) return 'soon'
  return dayOf(dueAt) === dayOf(now) ? 'today' : 'later'
}
