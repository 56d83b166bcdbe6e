import { useSyncExternalStore } from 'react'

let skewMs = 0

/** Tells the moment the server gave in an answer: time left is counted from its clock, not from this machine's. */
export function setServerNow(iso: string): void {
  skewMs = Date.parse(iso) - Date.now()
}

/** Epoch ms by the server's clock. */
export function serverNow(): number {
  return Date.now() + skewMs
}

/** One shared timer that runs while anybody watches it. */
function ticker(stepMs: number) {
  const callbacks = new Set<() => void>()
  let tick = 0
  let timer: ReturnType<typeof setInterval> | undefined
  const onTick = () => {
    tick += 1
    for (const callback of callbacks) callback()
  }
  return {
    watch: (callback: () => void) => {
      callbacks.add(callback)
      timer ??= setInterval(onTick, stepMs)
      return () => {
        callbacks.delete(callback)
        if (callbacks.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
    now: () => tick,
  }
}

const TICKERS = { second: ticker(1_000), halfMinute: ticker(30_000) } as const

/** The server's now, epoch ms, renewed at every step while the component is on screen. All who ask share one timer. */
export function useNow(step: keyof typeof TICKERS = 'halfMinute'): number {
  const { watch, now } = TICKERS[step]
  useSyncExternalStore(watch, now)
  return serverNow()
}
