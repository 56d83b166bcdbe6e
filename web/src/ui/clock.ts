import { useSyncExternalStore } from 'react'

let skewMs = 0
const watchers = new Map<number, { tick: number; callbacks: Set<() => void>; timer: ReturnType<typeof setInterval> }>()

/** Tells the moment the server gave in an answer: time left is counted from its clock, not from this machine's. */
export function setServerNow(iso: string): void {
  skewMs = Date.parse(iso) - Date.now()
}

/** Epoch ms by the server's clock. */
export function serverNow(): number {
  return Date.now() + skewMs
}

function watch(stepMs: number, callback: () => void): () => void {
  const known = watchers.get(stepMs)
  if (known !== undefined) {
    known.callbacks.add(callback)
  } else {
    const callbacks = new Set([callback])
    const timer = setInterval(() => {
      const entry = watchers.get(stepMs)
      if (entry === undefined) return
      entry.tick = Date.now()
      for (const one of callbacks) one()
    }, stepMs)
    watchers.set(stepMs, { tick: Date.now(), callbacks, timer })
  }
  return () => {
    const entry = watchers.get(stepMs)
    entry?.callbacks.delete(callback)
    if (entry !== undefined && entry.callbacks.size === 0) {
      clearInterval(entry.timer)
      watchers.delete(stepMs)
    }
  }
}

const STEP_MS = { second: 1_000, halfMinute: 30_000 } as const

/** The server's now, epoch ms, renewed at every step while the component is on screen. All who ask share one timer. */
export function useNow(step: keyof typeof STEP_MS = 'halfMinute'): number {
  const stepMs = STEP_MS[step]
  useSyncExternalStore(
    (callback) => watch(stepMs, callback),
    () => watchers.get(stepMs)?.tick ?? 0,
  )
  return serverNow()
}
