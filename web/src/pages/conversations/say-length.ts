/** A length as people say it: `42 s`, `3:05`, `1:02:30`. `points` writes a number in the reader's language. */
export function sayLength(ms: number, points: (n: number) => string = String): string {
  const whole = Math.round(ms / 1000)
  if (whole < 60) return `${points(ms < 10_000 ? Math.round(ms / 100) / 10 : whole)} s`
  return sayPlace(ms)
}

/** A place in a recording: `0:07`, `12:40`, `1:02:30`. */
export function sayPlace(ms: number): string {
  const s = Math.floor(ms / 1000)
  const [hours, minutes, seconds] = [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60]
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, '0')}:${String(seconds).padStart(2, '0')}`
  return hours > 0 ? `${hours}:${tail}` : tail
}
