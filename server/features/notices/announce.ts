import { feedbackOf } from '@ensemble/engine/lifecycle/feedback.ts'
import type { PoolClient } from 'pg'
import { newId } from '../../db/new-id.ts'
import { CHANNEL } from '../../http/bus.ts'
import type { Story, Versioned } from '../facts/story.ts'
import { type Matter, readWhoIsMeant, type WhoIsMeant } from './who-is-meant.ts'

type Notice = { userId: string; kind: string; personId: string; data: object }
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
  const to = (words: readonly string[], kind: string): Notice[] =>
    [...new Set(words.flatMap((word) => whoIsMeant(word, matterOf(story, decision))))].map((userId) => ({
      userId,
      kind,
      personId: story.personId,
      data: { ...decision.data, clause: decision.clause },
    }))
  switch (decision.what) {
    case 'routed':
      return [
        {
          userId: decision.data.to,
          kind: 'routed',
          personId: story.personId,
          data: { clause: decision.clause, grade: story.state.grade, note: decision.data.note },
        },
      ]
    case 'reassigned':
      return [{ userId: decision.data.from, kind: 'reassigned', personId: story.personId, data: decision.data }]
    case 'clock.warned':
      return to(decision.data.whom, 'warned')
    case 'clock.breached':
      return to(decision.data.whom, 'breached')
    case 'escalated':
      return to(decision.data.whom, 'escalated')
    case 'unroutable':
      return to(['manager'], 'unroutable')
    case 'help.asked':
      return to(decision.data.whom, 'asked')
    case 'help.answered':
      return decision.data.to === null
        ? []
        : [{ userId: decision.data.to, kind: 'answered', personId: story.personId, data: decision.data }]
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

/** Tells people and screens what has just been concluded. Sent with the commit: nobody hears of what was not stored. */
export async function announce(tx: PoolClient, stories: readonly Story[], nowMs: number): Promise<void> {
  const live = stories.filter((story) => story.newFacts.some(({ fact }) => !fact.isHistory))
  if (live.length === 0) return
  const hasNews = live.some((story) => story.newDecisions.some(isNews))
  const events: object[] = []
  if (hasNews) {
    const whoIsMeant = await readWhoIsMeant(tx)
    const notices = live.flatMap((story) =>
      story.newDecisions.flatMap((decision) => noticesOf(story, decision, whoIsMeant)),
    )
    const rows = notices.map((notice) => ({
      notice_id: newId(nowMs),
      user_id: notice.userId,
      kind: notice.kind,
      person_id: notice.personId,
      data: notice.data,
    }))
    if (rows.length > 0) {
      await tx.query(
        `insert into notices (notice_id, user_id, kind, person_id, data)
         select r.notice_id, r.user_id, r.kind, r.person_id, r.data from json_to_recordset($1::json) as r(notice_id uuid, user_id uuid, kind text, person_id uuid, data jsonb)
         join users u on u.id = r.user_id`,
        [JSON.stringify(rows)],
      )
    }
    for (const userId of new Set(notices.map((notice) => notice.userId))) events.push({ event: 'notice', userId })
  }
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
