const DAY_MS = 86_400_000

/** Whole days from a calendar day (`2026-11-25`) to the reader's today; 0 while it is today or ahead. */
export function daysLate(day: string, nowMs: number): number {
  const now = new Date(nowMs)
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  return Math.max(0, Math.round((today - Date.parse(day)) / DAY_MS))
}
