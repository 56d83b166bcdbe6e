const units: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 }
const instant = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/

/** Milliseconds since 1970 of an RFC 3339 instant such as 2026-01-31T09:00:00Z; undefined when it is none. */
export function readTimestamp(text: string): number | undefined {
  const match = instant.exec(text)
  if (match === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth || hour > 23 || minute > 59 || second > 59)
    return undefined
  const ms = Date.parse(text)
  return Number.isFinite(ms) ? ms : undefined
}

/** Milliseconds of a CEL duration such as 72h, 1h30m, -90s or 1.5h, and of 30d; undefined when it is none. */
export function readDuration(text: string): number | undefined {
  const match = /^([+-]?)((?:\d{1,12}(?:\.\d{1,6})?(?:ms|[dhms])){1,8})$/.exec(text)
  if (match === null) return undefined
  let ms = 0
  for (const [, amount, unit = ''] of (match[2] ?? '').matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])/g)) {
    ms += Number(amount) * (units[unit] ?? 0)
  }
  return match[1] === '-' ? -ms : ms
}
