import { checkedFact } from '../facts/checked-fact.ts'
import type { Fact } from '../facts/fact.ts'
import type { RouteAsk, RunningClock } from '../lifecycle/state.ts'
import type { Routed } from '../routing/route-lead.ts'
import { routedData } from '../routing/routed-data.ts'

function madeUp(id: string, at: number, kind: 'lead.routed' | 'clock.struck', data: object): Fact {
  return checkedFact({
    id,
    kind,
    at,
    recordedAt: at,
    source: 'back-test',
    messageId: id,
    actor: null,
    isHistory: false,
    touch: null,
    data,
  })
}

/** The answer to who takes a lead, as a fact. */
export function routedFact(id: string, atMs: number, attempt: number, why: RouteAsk['why'], routed: Routed): Fact {
  return madeUp(id, atMs, 'lead.routed', {
    ...routedData(attempt, why, routed),
    // One object for each person: the tables of a calendar are remembered by identity.
    calendar: routed.calendar,
  })
}

/** A clock that ran to its next mark, as a fact. */
export function struckFact(id: string, atMs: number, attempt: number, { name, startedAt }: RunningClock): Fact {
  return madeUp(id, atMs, 'clock.struck', { attempt, clock: name, startedAt })
}
