import type { PoolClient } from 'pg'
import type { Queryable } from '../../db/queryable.ts'

/** Kinds in which one of us writes freely, and may have named somebody else. */
const WRITTEN = [
  'note.written',
  'need.stated',
  'need.judged',
  'call.made',
  'call.received',
  'call.answered',
  'email.sent',
  'email.replied',
  'email.auto_replied',
  'email.bounced',
  'message.sent',
  'meeting.booked',
  'meeting.moved',
  'meeting.cancelled',
  'meeting.missed',
  'meeting.held',
  'referral.made',
  'feedback.given',
  'feedback.answered',
  'feedback.closed',
  'feedback.reopened',
  'lead.rejected',
  'lead.disqualified',
  'lead.returned',
  'lead.escalated',
  'escalation.answered',
  'lead.assigned',
  'people.merged',
  'merge.undone',
  'deal.opened',
  'deal.changed',
  'deal.moved',
  'deal.won',
  'deal.lost',
  'deal.undecided',
  'deal.explained',
  'deal.reopened',
  'contract.signed',
]
const MOST = 500

export type Mention = { personId: string; factId: string; data: unknown }

const KINDS = WRITTEN.map((kind) => `'${kind}'`).join(', ')

/** A text within the JSON of a fact, as a pattern. */
function patternOf(word: string): string {
  const told = JSON.stringify(word).slice(1, -1)
  return `%${told.replace(/[\\%_]/g, '\\$&')}%`
}

/** Facts in other people's stories that name somebody, by an index of what was written: the more there is, the less can all of it be read. */
export async function mentionsOf(db: Queryable, personId: string, words: readonly string[]): Promise<Mention[]> {
  if (words.length === 0) return []
  const { rows } = await db.query<{ person_id: string; fact_id: string; data: unknown }>(
    `select person_id, fact_id, data from facts where kind in (${KINDS}) and person_id <> $1
       and (${words.map((_, i) => `lower(data::text) like $${i + 3}`).join(' or ')}) limit $2`,
    [personId, MOST, ...words.map(patternOf)],
  )
  return rows.map((row) => ({ personId: row.person_id, factId: row.fact_id, data: row.data }))
}

function without(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return value.replace(pattern, '[erased]')
  if (Array.isArray(value)) return value.map((each) => without(each, pattern))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, without(each, pattern)]))
}

/** Takes the words out of what was written about others; their stories are folded anew afterwards. */
export async function sweepMentions(
  tx: PoolClient,
  mentions: readonly Mention[],
  words: readonly string[],
): Promise<void> {
  if (mentions.length === 0) return
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi')
  await tx.query(
    `update facts set data = told.data from unnest($1::uuid[], $2::uuid[], $3::jsonb[]) as told(person_id, fact_id, data)
     where facts.person_id = told.person_id and facts.fact_id = told.fact_id`,
    [
      mentions.map((each) => each.personId),
      mentions.map((each) => each.factId),
      mentions.map((each) => JSON.stringify(without(each.data, pattern))),
    ],
  )
}
