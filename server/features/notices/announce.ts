import { feedbackOf } from '@ensemble/engine/lifecycle/feedback.ts'
import type { PoolClient } from 'pg'
import { CHANNEL } from '../../http/bus.ts'
import type { Story, Versioned } from '../facts/story.ts'
import { emitEvents } from '../webhooks/emit-events.ts'
import type { NoticeKind } from './kinds.ts'
import { type Notice, tell } from './tell.ts'
import { type Matter, readWhoIsMeant, type WhoIsMeant } from './who-is-meant.ts'

/** A batch this large is a bulk load: screens fetch anew instead of hearing of each lead. */
const MANY = 40

/** Whose matter it is: the lead's owner, or whoever of marketing owes an answer to feedback. */
function matterOf(story: Story, decision: Versioned): Matter {
  const id = 'feedback' in decision.data ? decision.data.feedback : undefined
  const owner = story.state.attempt?.owner ?? null
  if (id === undefined) return { owner, side: 'sales' }
  return { owner: feedbackOf(story.state, id)?.owner ?? null, side: 'marketing' }
}

function noticesOf(story: Story, decision: Versioned, whoIsMeant: WhoIsMeant): Notice[] {
  const to = (words: readonly string[], kind: NoticeKind): Notice[] =>
    [...new Set(words.flatMap((word) => whoIsMeant(word, matterOf(story, decision))))].map((userId) => ({
      userId,
      kind,
      personId: story.personId,
      data: { ...decision.data, clause: decision.clause, attempt: decision.attempt },
    }))
  switch (decision.what) {
    case 'routed':
      return [
        {
          userId: decision.data.to,
          kind: 'routed',
          personId: story.personId,
          data: {
            clause: decision.clause,
            grade: story.state.grade,
            note: decision.data.note,
            attempt: decision.attempt,
          },
        },
      ]
    case 'reassigned':
      return [
        {
          userId: decision.data.from,
          kind: 'reassigned',
          personId: story.personId,
          data: { ...decision.data, attempt: decision.attempt },
        },
      ]
    case 'clock.warned':
      return to(decision.data.whom, 'warned')
    case 'clock.breached':
      return to(decision.data.whom, 'breached')
    case 'escalated':
      return to(decision.data.whom, 'escalated')
    case 'unroutable':
      // Waiting for working hours is as agreed.
      return decision.data.waitUntil === undefined ? to(['manager'], 'unroutable') : []
    case 'overflowed':
      return to(decision.data.whom, 'overflowed')
    case 'help.asked':
      return to(decision.data.whom, 'asked')
    case 'help.answered':
      return decision.data.to === null
        ? []
        : [
            {
              userId: decision.data.to,
              kind: 'answered',
              personId: story.personId,
              data: { ...decision.data, attempt: decision.attempt },
            },
          ]
    case 'clock.started':
      return decision.data.clock === 'feedback' ? to(['owner'], 'feedback') : []
    case 'clock.stopped':
      return decision.data.clock === 'feedback' ? feedbackAnswered(story, decision.data) : []
    default:
      return []
  }
}

/** Whoever gave it hears of the answer. */
function feedbackAnswered(story: Story, data: { by: string; feedback?: string }): Notice[] {
  const given = data.feedback === undefined ? null : feedbackOf(story.state, data.feedback)
  if (given === null || given.by === null || data.by !== 'answered') return []
  return [{ userId: given.by, kind: 'feedback answered', personId: story.personId, data }]
}

const TELLING: readonly Versioned['what'][] = [
  'routed',
  'reassigned',
  'clock.warned',
  'clock.breached',
  'escalated',
  'unroutable',
  'overflowed',
  'help.asked',
  'help.answered',
]

function isNews(decision: Versioned): boolean {
  if (TELLING.includes(decision.what)) return true
  return (decision.what === 'clock.started' || decision.what === 'clock.stopped') && decision.data.clock === 'feedback'
}

async function notify(tx: PoolClient, events: readonly object[]): Promise<void> {
  if (events.length === 0) return
  await tx.query('select pg_notify($1, e) from unnest($2::text[]) as e', [
    CHANNEL,
    events.map((event) => JSON.stringify(event)),
  ])
}

/** What follows from history is no news, whatever came with it. */
function newsOf(story: Story): Versioned[] {
  const history = new Set(story.newFacts.filter(({ fact }) => fact.isHistory).map(({ fact }) => fact.id))
  return story.newDecisions.filter((decision) => isNews(decision) && !history.has(decision.fact))
}

/**
 * Tells people, receivers of webhooks and screens what has just been concluded. Sent with the commit: nobody hears of
 * what was not stored.
 */
export async function announce(tx: PoolClient, stories: readonly Story[], nowMs: number): Promise<void> {
  const live = stories.filter((story) => story.newFacts.some(({ fact }) => !fact.isHistory))
  if (live.length === 0) return
  const news = live
    .map((story) => ({ story, decisions: newsOf(story) }))
    .filter(({ decisions }) => decisions.length > 0)
  const events: object[] = []
  if (news.length > 0) {
    const whoIsMeant = await readWhoIsMeant(tx)
    const notices = news.flatMap(({ story, decisions }) =>
      decisions.flatMap((decision) => noticesOf(story, decision, whoIsMeant)),
    )
    await tell(tx, notices, nowMs)
  }
  await emitEvents(tx, live, nowMs)
  if (live.length > MANY) events.push({ event: 'leads' })
  else {
    for (const story of live) {
      const { attempt } = story.state
      events.push({
        event: 'lead',
        personId: story.personId,
        attempt: attempt?.number ?? 0,
        owner: attempt?.owner ?? null,
        previousOwner: story.ownerBefore,
        what: [...new Set(story.newDecisions.map((decision) => decision.what))].slice(0, 20),
      })
    }
  }
  await notify(tx, events)
}
