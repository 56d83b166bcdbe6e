/** Length of the union of half-open spans, in their unit. */
export function unionMs(spans: readonly { startMs: number; endMs: number }[]): number {
  const sorted = [...spans].sort((a, b) => a.startMs - b.startMs)
  let total = 0
  let until = Number.NEGATIVE_INFINITY
  for (const { startMs, endMs } of sorted) {
    if (endMs <= until) continue
    total += endMs - Math.max(startMs, until)
    until = endMs
  }
  return total
}
