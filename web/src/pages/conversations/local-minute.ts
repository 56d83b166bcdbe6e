const two = (n: number): string => String(n).padStart(2, '0')

/** A moment as `<input type="datetime-local">` wants it, where the browser is. */
export function localMinute(iso: string): string {
  const at = new Date(iso)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The moment such a field names. */
export function momentOf(local: string): string {
  return new Date(local).toISOString()
}
