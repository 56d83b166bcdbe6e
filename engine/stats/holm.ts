/** p values of several tests, made stricter so that a false alarm among all of them stays as rare as in one (Holm 1979). */
export function holm(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => (p[a] ?? 1) - (p[b] ?? 1))
  const adjusted = new Array<number>(p.length).fill(1)
  let before = 0
  for (const [rank, i] of order.entries()) {
    before = Math.max(before, Math.min(1, (p[i] ?? 1) * (p.length - rank)))
    adjusted[i] = before
  }
  return adjusted
}
