/**
 * Whether a path of the site fits a pattern: `*` stands for anything, case and a last slash do not matter, and what
 * follows `?` or `#` is passed over. A pattern without `*` is a whole path.
 */
export function pathMatches(pattern: string, path: string): boolean {
  const parts = plain(pattern).split('*')
  const [first = '', ...rest] = parts
  const whole = plain(path.replace(/[?#].*$/s, ''))
  if (rest.length === 0) return whole === first
  if (!whole.startsWith(first)) return false
  const last = rest.at(-1) ?? ''
  let at = first.length
  for (const part of rest.slice(0, -1)) {
    const found = whole.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return whole.length - last.length >= at && whole.endsWith(last)
}

function plain(path: string): string {
  const lower = path.trim().toLowerCase()
  return lower.length > 1 && lower.endsWith('/') ? lower.slice(0, -1) : lower
}
