export type TryLimit = {
  /** Counts one try; the seconds to wait when there were too many, else 0. */
  take(key: string, nowMs: number): number
}

const KEPT_KEYS = 50_000

/** At most `max` tries per key in each window, counted in this process's memory. */
export function tryLimit({ max, windowMs }: { max: number; windowMs: number }): TryLimit {
  const windows = new Map<string, { startedAt: number; tries: number }>()
  return {
    take(key, nowMs) {
      const open = windows.get(key)
      const isOpen = open !== undefined && nowMs - open.startedAt < windowMs && nowMs >= open.startedAt
      const window = isOpen ? open : { startedAt: nowMs, tries: 0 }
      window.tries += 1
      if (!isOpen) {
        windows.delete(key)
        windows.set(key, window)
        forgetOldest(windows)
      }
      return window.tries <= max ? 0 : Math.ceil((window.startedAt + windowMs - nowMs) / 1000)
    },
  }
}

function forgetOldest(windows: Map<string, unknown>): void {
  if (windows.size <= KEPT_KEYS) return
  const oldest = windows.keys().next()
  if (!oldest.done) windows.delete(oldest.value)
}
