/** A moment as the field of a date and time shows it, on this machine's clock: `2026-11-25T14:30`. */
export function localOf(ms: number): string {
  const date = new Date(ms)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The moment such a field means, epoch ms; null where it is not filled. */
export function atLocal(written: string): number | null {
  const ms = Date.parse(written)
  return Number.isNaN(ms) ? null : ms
}

/** Nine in the morning of a day. */
export function atDay(day: string): number | null {
  return atLocal(`${day}T09:00`)
}

/** Minutes after midnight as a clock shows them: `14:05`. */
export function sayMinute(minute: number, language: string): string {
  const at = new Date(2026, 0, 1, Math.floor(minute / 60), minute % 60)
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { hour: '2-digit', minute: '2-digit' }).format(
    at,
  )
}
