const DAY_MS = 86_400_000

/** A moment as somebody reads it in their own zone: the time when it is today, else with its day. */
export function sayWhen(atMs: number, nowMs: number, zone: string, language: 'en' | 'fr'): string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const part = (options: Intl.DateTimeFormatOptions, ms: number) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(ms)
  const time = part({ hour: '2-digit', minute: '2-digit' }, atMs)
  const day = (ms: number) => part({ year: 'numeric', month: '2-digit', day: '2-digit' }, ms)
  if (day(atMs) === day(nowMs)) return time
  const isNear = Math.abs(atMs - nowMs) < 6 * DAY_MS
  return `${part(isNear ? { weekday: 'long' } : { weekday: 'short', day: 'numeric', month: 'short' }, atMs)} ${time}`
}
