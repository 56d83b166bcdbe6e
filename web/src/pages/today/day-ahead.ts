/** The calendar day so many days from a moment (epoch ms), where the reader is, never a weekend: `2026-12-02`. */
export function dayAhead(nowMs: number, days: number): string {
  const at = new Date(nowMs)
  at.setDate(at.getDate() + days)
  while (at.getDay() === 0 || at.getDay() === 6) at.setDate(at.getDate() + 1)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
