/** A moment in words, in a zone: "Tuesday 1 December 2026, 10:00 (Europe/Paris)". */
export function sayMoment(ms: number, zone: string, locale: string): string {
  const day = new Intl.DateTimeFormat(localeOf(locale), {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(ms)
  return `${day}, ${sayTime(ms, zone, locale)} (${zone.replaceAll('_', ' ')})`
}

/** The time of day in a zone. */
export function sayTime(ms: number, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(localeOf(locale), { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(ms)
}

/** Plain English has no date order of its own: without a country it is the British one. */
export function localeOf(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}
