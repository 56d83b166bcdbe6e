const DAY_MS = 86_400_000

type Moved = { atMs: number; cents: number }

/**
 * Days from the first cost until the credited money had covered everything spent until then. `costs` are positive cents by
 * their moment. Null: not yet. What was won before anything was spent pays for nothing.
 */
export function paybackDays(costs: readonly Moved[], earned: readonly Moved[]): number | null {
  const firstMs = costs.reduce((first, { atMs }) => Math.min(first, atMs), Number.POSITIVE_INFINITY)
  const moves = [
    ...costs.map(({ atMs, cents }) => ({ atMs, cents: -cents })),
    ...earned.filter(({ atMs }) => atMs >= firstMs),
  ].sort((a, b) => a.atMs - b.atMs)
  let balance = 0
  for (const { atMs, cents } of moves) {
    balance += cents
    if (cents > 0 && balance >= 0) return Math.max(0, Math.ceil((atMs - firstMs) / DAY_MS))
  }
  return null
}
