import { windowMs } from './time-units.ts'
import { type Timeline, windowOf } from './timeline.ts'
import { spanAfter, type WorkWindow } from './work-window.ts'

/** One unbroken span of working time, half-open, with its local date in days since 1970-01-01. */
export type WorkSpan = { readonly fromMs: number; readonly toMs: number; readonly localDay: number }

/** The first span that ends after `ms` and begins at or before `limitMs`, or null. */
export function spanFrom(timeline: Timeline, ms: number, limitMs: number): WorkSpan | null {
  for (let index = Math.floor(ms / windowMs); index * windowMs <= limitMs; index += 1) {
    const window = windowOf(timeline, index)
    if (window === null) return null
    const i = spanAfter(window, Math.max(ms, window.fromMs))
    if (i < window.count) return (window.starts[i] ?? 0) <= limitMs ? spanAt(window, i) : null
  }
  return null
}

/** The spans that end after `ms` and begin at or before `limitMs`, in order. */
export function* spansFrom(timeline: Timeline, ms: number, limitMs: number): Generator<WorkSpan> {
  for (let index = Math.floor(ms / windowMs); index * windowMs <= limitMs; index += 1) {
    const window = windowOf(timeline, index)
    if (window === null) return
    for (let i = spanAfter(window, Math.max(ms, window.fromMs)); i < window.count; i += 1) {
      if ((window.starts[i] ?? 0) > limitMs) return
      yield spanAt(window, i)
    }
  }
}

function spanAt(window: WorkWindow, i: number): WorkSpan {
  return { fromMs: window.starts[i] ?? 0, toMs: window.ends[i] ?? 0, localDay: window.localDays[i] ?? 0 }
}
