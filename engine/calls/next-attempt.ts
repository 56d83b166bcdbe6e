import type { Calendar } from '../worktime/calendar.ts'
import { type BestHours, rateAt } from './best-hours.ts'
import { nextOpenMoment } from './calling-hours.ts'

const HOUR_MS = 3_600_000

/** What came of a call that reached nobody. */
export type Unreached = 'no answer' | 'voicemail' | 'busy'

/** How long to wait at least: a busy line is free soon, and whoever heard a message is given time to call back. */
const PAUSE_MS: Readonly<Record<Unreached, number>> = {
  busy: HOUR_MS / 2,
  'no answer': 3 * HOUR_MS,
  voicemail: 20 * HOUR_MS,
}

export type NextAttempt =
  | { ok: true; atMs: number; why: 'best hour' | 'evenly' | 'first open hour'; left: number; isInTime: boolean }
  /** As many were made as are promised: nothing more is owed. */
  | { ok: false; why: 'enough' | 'never open' }

type Asked = {
  nowMs: number
  outcome: Unreached
  /** Attempts made in all, this one among them; how many are promised, and until when (epoch ms). Null where nothing is promised. */
  made: number
  promised: { atLeast: number; untilMs: number } | null
  /** Hours in which the person may be called and the caller works: all must be open. */
  openIn: readonly Calendar[]
  /** Zone of the person, for the best hours. */
  zone: string
  hours: BestHours
}

/** Without a promise: this many attempts over ten days. */
const USUAL = { attempts: 6, overMs: 10 * 24 * HOUR_MS }

/**
 * When to call again: the attempts left are spread evenly over what is left of the promised time, and within its share each
 * takes the open hour that reaches most people by own data. With few calls behind them the hours say little: then the middle of the share.
 */
export function nextAttempt(asked: Asked): NextAttempt {
  const { nowMs, made, promised, openIn, outcome, hours, zone } = asked
  const left = (promised?.atLeast ?? USUAL.attempts) - made
  if (left <= 0) return { ok: false, why: 'enough' }
  const untilMs = promised?.untilMs ?? nowMs + USUAL.overMs
  const first = nextOpenMoment(openIn, nowMs + PAUSE_MS[outcome])
  if (first === null) return { ok: false, why: 'never open' }
  const shareMs = Math.max(0, untilMs - nowMs) / left
  const endMs = Math.max(first, Math.min(untilMs, nowMs + shareMs * 1.5))
  const isInTime = (ms: number) => promised === null || ms <= untilMs
  const slots = openHours(openIn, first, endMs)
  const [earliest] = slots
  if (earliest === undefined || slots.length === 1 || hours.isSmall) {
    const even = hours.isSmall ? nextOpenMoment(openIn, Math.min(endMs, Math.max(first, nowMs + shareMs))) : null
    const at = even === null || even > endMs ? first : even
    return { ok: true, atMs: at, why: at === first ? 'first open hour' : 'evenly', left, isInTime: isInTime(at) }
  }
  let best = earliest
  for (const slot of slots) if (rateAt(hours, zone, slot) > rateAt(hours, zone, best)) best = slot
  return { ok: true, atMs: best, why: 'best hour', left, isInTime: isInTime(best) }
}

/** The first moment, and the beginning of every later hour, at which all are open. */
function openHours(openIn: readonly Calendar[], fromMs: number, untilMs: number): number[] {
  const found = [fromMs]
  let at = (Math.floor(fromMs / HOUR_MS) + 1) * HOUR_MS
  while (at <= untilMs && found.length < 500) {
    const open = nextOpenMoment(openIn, at)
    if (open === null || open > untilMs) break
    found.push(open)
    at = (Math.floor(open / HOUR_MS) + 1) * HOUR_MS
  }
  return found
}
