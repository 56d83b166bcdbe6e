const CLOCK = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?$/

/** "01:02:03.450", "02:03.450" or "02:03,450" as integer ms, or null. Minutes and seconds beyond 59 are refused. */
export function parseTimestamp(text: string): number | null {
  const found = CLOCK.exec(text.trim())
  if (found === null) return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = found
  if (Number(minutes) > 59 || Number(seconds) > 59) return null
  const wholeMs = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return wholeMs + Math.round(Number(`0.${fraction}`) * 1000)
}
