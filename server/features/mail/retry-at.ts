const MINUTE_MS = 60_000

/** Waits between tries, in minutes: greylisting lets through after some; a server away for two days loses nothing. */
const WAITS_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 240, 360, 480, 720, 840]

/** When to try a mail again after `tries` tries, or null when it is given up. */
export function retryAt(tries: number, nowMs: number, chance: number): number | null {
  const minutes = WAITS_MINUTES[tries - 1]
  return minutes === undefined ? null : nowMs + Math.round(minutes * MINUTE_MS * (1 + 0.1 * chance))
}
