import type { TFunction } from 'i18next'

/** How long something took: "22 min", "3 h 10 min", "4 days". */
export function saySpan(ms: number, t: TFunction): string {
  const minutes = Math.max(0, Math.round(ms / 60_000))
  if (minutes < 60) return t('story.minutes', { n: minutes })
  if (minutes < 48 * 60) return t('story.hoursMinutes', { h: Math.floor(minutes / 60), m: minutes % 60 })
  return t('story.days', { count: Math.round(minutes / 1_440) })
}
