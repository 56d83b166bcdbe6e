import type { Decision } from '../lifecycle/decision.ts'
import { CLOCKS, type ClockName } from '../lifecycle/state.ts'
import type { RosterPerson } from '../routing/roster.ts'
import { growingFloats, growingNumbers } from './growing.ts'

export const PROMISE_ENDS = ['kept', 'broken', 'running'] as const
export type PromiseEnd = (typeof PROMISE_ENDS)[number]

/** What the hand-overs and clocks of an agreement would have been. Logs are in order of time within a person. */
export type Work = {
  /** Each hand-over: the person, the seller (index into the roster), when. */
  handed: { person: Uint32Array; seller: Uint32Array; at: Float64Array }
  /** Each promise that began: the person, the clock (index into `CLOCKS`), how it ended (index into `PROMISE_ENDS`), when. */
  promises: { person: Uint32Array; clock: Uint32Array; end: Uint32Array; at: Float64Array }
  /** 1 for somebody whom nobody could take when asked, at least once. */
  unroutable: Uint8Array
}

/** The clocks that run for promises of sales; the others are the product's own. */
export const PROMISED: ReadonlySet<ClockName> = new Set<ClockName>([
  'acceptance',
  'first contact',
  'attempts',
  'verdict',
  'next step',
])
const NOT_KEPT_BY = new Set(['handed over', 'sent back', 'the person came back', 'the agreement changed'])

export type WorkLog = {
  /** Keeps what decisions about a person say of hand-overs and promises. */
  note(person: number, decisions: readonly Decision[]): void
  /** A promise that ended, or runs on; `atMs` is when, epoch ms. */
  promise(person: number, clock: ClockName, end: PromiseEnd, atMs: number): void
  finish(): Omit<Work, 'unroutable'>
}

/** Collects hand-overs and ends of promises into columns. */
export function workLog(roster: readonly RosterPerson[]): WorkLog {
  const sellers = new Map(roster.map((person, index) => [person.id, index]))
  const handed = { person: growingNumbers(), seller: growingNumbers(), at: growingFloats() }
  const promises = { person: growingNumbers(), clock: growingNumbers(), end: growingNumbers(), at: growingFloats() }
  const promise: WorkLog['promise'] = (person, clock, end, atMs) => {
    promises.person.push(person)
    promises.clock.push(CLOCKS.indexOf(clock))
    promises.end.push(PROMISE_ENDS.indexOf(end))
    promises.at.push(atMs)
  }
  return {
    promise,
    note(person, decisions) {
      for (const decision of decisions) {
        if (decision.what === 'clock.breached') {
          const { clock, dueAt } = decision.data
          if (PROMISED.has(clock)) promise(person, clock, 'broken', dueAt)
        } else if (decision.what === 'clock.stopped') {
          const { clock, isKept, by } = decision.data
          if (isKept && PROMISED.has(clock) && !NOT_KEPT_BY.has(by)) promise(person, clock, 'kept', decision.at)
        } else if (decision.what === 'routed') {
          const seller = sellers.get(decision.data.to)
          if (seller === undefined) continue
          handed.person.push(person)
          handed.seller.push(seller)
          handed.at.push(decision.at)
        }
      }
    },
    finish: () => ({
      handed: { person: handed.person.finish(), seller: handed.seller.finish(), at: handed.at.finish() },
      promises: {
        person: promises.person.finish(),
        clock: promises.clock.finish(),
        end: promises.end.finish(),
        at: promises.at.finish(),
      },
    }),
  }
}
