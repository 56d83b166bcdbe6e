const MINUTE_S = 60
const HOUR_S = 3_600

/** Waits between the tries, in seconds: fourteen tries over a little more than three days. */
const WAITS_S = [
  5,
  30,
  2 * MINUTE_S,
  5 * MINUTE_S,
  15 * MINUTE_S,
  30 * MINUTE_S,
  HOUR_S,
  2 * HOUR_S,
  4 * HOUR_S,
  8 * HOUR_S,
  12 * HOUR_S,
  20 * HOUR_S,
  26 * HOUR_S,
]

/** When to try again after `tries` tries, or null when that was the last. `chance` in [0, 1) spreads receivers that fell together. */
export function retryAt(tries: number, nowMs: number, chance: number): number | null {
  const waitS = WAITS_S[tries - 1]
  return waitS === undefined ? null : nowMs + Math.round(waitS * 1000 * (1 + 0.15 * chance))
}
