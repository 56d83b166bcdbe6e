import { dayMs } from '../worktime/time-units.ts'
import { enteredAt, type Path } from './path.ts'
import { type Rate, rateOf } from './rate.ts'

export type Window = {
  /** Index of the stage that is entered, and of the later one that is to be reached. */
  readonly from: number
  readonly to: number
  /** The period in which the first is entered, epoch ms, half-open. */
  readonly fromMs: number
  readonly toMs: number
  /** The days a lead is given, H. Reaching it exactly H days later is in time. */
  readonly days: number
  /** Until when one knows what happened, epoch ms. */
  readonly asOfMs: number
}

export type WindowConversion = {
  readonly rate: Rate
  /** Leads of the period that have not had their H days yet. They are in neither part of the rate. */
  readonly tooYoung: number
}

/**
 * conv(i->j, P, H): of the leads that entered stage i in period P at least H days ago, the share that reached j within
 * H days. Source: domain.md 1.4; the numerator too is kept to leads of that age, so that it is a proportion.
 */
export function conversionWithin(paths: readonly Path[], window: Window): WindowConversion {
  let n = 0
  let k = 0
  let tooYoung = 0
  for (const path of paths) {
    const start = enteredAt(path, window.from)
    if (start === null || start < window.fromMs || start >= window.toMs) continue
    const limit = start + window.days * dayMs
    if (limit > window.asOfMs) {
      tooYoung += 1
      continue
    }
    n += 1
    const end = enteredAt(path, window.to)
    if (end !== null && end <= limit) k += 1
  }
  return { rate: rateOf(k, n), tooYoung }
}

/**
 * Entries to a later stage over entries to an earlier one, in the same period: throughput. It is no proportion, the two
 * counts being of different leads; it can exceed 1. Null when nothing entered. Source: domain.md 1.4.
 */
export function throughput(entriesFrom: number, entriesTo: number): number | null {
  return entriesFrom > 0 ? entriesTo / entriesFrom : null
}
