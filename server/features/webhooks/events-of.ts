import type { Story, Versioned } from '../facts/story.ts'
import type { WebhookKind } from './kinds.ts'
import { ofFact } from './of-fact.ts'

export type HookEvent = { kind: WebhookKind; at: number; data: Record<string, unknown> }

type Told = { kind: WebhookKind; data: Record<string, unknown> }

const iso = (ms: number): string => new Date(ms).toISOString()

/** What a decision is to a receiver, or null when it is no news outside. */
function ofDecision(decision: Versioned): Told | null {
  switch (decision.what) {
    case 'qualified':
      return { kind: 'lead.qualified', data: {} }
    case 'routed':
      return { kind: 'lead.routed', data: { to: decision.data.to, pool: decision.data.pool, why: decision.data.why } }
    case 'reassigned':
      return {
        kind: 'lead.reassigned',
        data: { from: decision.data.from, to: decision.data.to, why: decision.data.why },
      }
    case 'unroutable':
      // A lead that waits for working hours will be routed then.
      if (decision.data.waitUntil !== undefined) return null
      return { kind: 'lead.unroutable', data: { pool: decision.data.pool } }
    case 'returned':
      return { kind: 'lead.returned', data: { to: decision.data.to, reason: decision.data.reason } }
    case 'escalated':
      return { kind: 'lead.escalated', data: { clock: decision.data.clock, whom: decision.data.whom } }
    case 'closed':
      return { kind: 'lead.closed', data: { outcome: decision.data.outcome, reason: decision.data.reason } }
    case 'clock.warned':
      return { kind: 'clock.warned', data: { clock: decision.data.clock, dueAt: iso(decision.data.dueAt) } }
    case 'clock.breached':
      return {
        kind: 'clock.breached',
        data: { clock: decision.data.clock, dueAt: iso(decision.data.dueAt), team: decision.data.team },
      }
    default:
      return null
  }
}

/** What receivers are told of a story that was just continued. What follows from history is no news. */
export function eventsOf(story: Story): HookEvent[] {
  const history = new Set(story.newFacts.filter(({ fact }) => fact.isHistory).map(({ fact }) => fact.id))
  const { attempt, grade } = story.state
  const lead = (number: number): Record<string, unknown> => ({
    lead: {
      personId: story.personId,
      attempt: number,
      ...(attempt?.number === number
        ? { grade, stage: attempt.stage, outcome: attempt.outcome, owner: attempt.owner, team: attempt.team }
        : {}),
    },
  })
  const facts = story.newFacts.flatMap(({ fact }): HookEvent[] => {
    const told = fact.isHistory ? null : ofFact(fact)
    if (told === null) return []
    return [
      {
        kind: told.kind,
        at: fact.at,
        data: { ...lead(attempt?.number ?? 0), factId: fact.id, actor: fact.actor, ...told.data },
      },
    ]
  })
  const decisions = story.newDecisions.flatMap((decision): HookEvent[] => {
    const told = history.has(decision.fact) ? null : ofDecision(decision)
    if (told === null) return []
    const why = { clause: decision.clause, version: decision.version, factId: decision.fact }
    return [{ kind: told.kind, at: decision.at, data: { ...lead(decision.attempt), ...why, ...told.data } }]
  })
  return [...facts, ...decisions]
}
