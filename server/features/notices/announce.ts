import type { PoolClient } from 'pg'
import { newId } from '../../db/new-id.ts'
import { CHANNEL } from '../../http/bus.ts'
import type { Story, Versioned } from '../facts/story.ts'

type Notice = { userId: string; kind: string; personId: string; data: object }
/** Who is meant by the words of an agreement: an owner, a manager of the side, a head. */
type People = { managers: string[]; heads: string[]; admins: string[] }

/** A batch this large is a bulk load: screens fetch anew instead of hearing of each lead. */
const MANY = 40

async function readPeople(tx: PoolClient): Promise<People> {
  const { rows } = await tx.query<{ id: string; role: string; side: string | null }>(
    `select u.id, u.role, t.side from users u left join teams t on t.team_id = u.team_id where u.is_active and u.role in ('manager', 'admin')`,
  )
  const sales = rows.filter((row) => row.role === 'manager' && row.side !== 'marketing').map((row) => row.id)
  const admins = rows.filter((row) => row.role === 'admin').map((row) => row.id)
  return { managers: sales.length === 0 ? admins : sales, heads: sales.length === 0 ? admins : sales, admins }
}

function resolve(word: string, owner: string | null, people: People): string[] {
  if (word === 'owner') return owner === null ? [] : [owner]
  if (word === 'manager') return people.managers
  return people.heads.length > 0 ? people.heads : people.admins
}

function noticesOf(story: Story, decision: Versioned, people: People): Notice[] {
  const owner = story.state.attempt?.owner ?? null
  const to = (words: readonly string[], kind: string): Notice[] =>
    [...new Set(words.flatMap((word) => resolve(word, owner, people)))].map((userId) => ({
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
          data: { clause: decision.clause, grade: story.state.grade },
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
    default:
      return []
  }
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
  const telling = ['routed', 'reassigned', 'clock.warned', 'clock.breached', 'escalated', 'unroutable']
  const hasNews = live.some((story) => story.newDecisions.some((decision) => telling.includes(decision.what)))
  const events: object[] = []
  if (hasNews) {
    const people = await readPeople(tx)
    const notices = live.flatMap((story) =>
      story.newDecisions.flatMap((decision) => noticesOf(story, decision, people)),
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
