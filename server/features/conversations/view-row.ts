import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { conversationRow } from './shapes.ts'

export type ConversationRow = z.input<typeof conversationRow>

export type ListedRow = {
  person_id: string
  conversation_id: string
  kind: 'call' | 'chat'
  call_kind: ConversationRow['callKind']
  title: string
  held_at: Date
  source: string
  duration_ms: string
  rep_share: number | null
  prospect_share: number | null
  seller: string | null
  seller_name: string | null
  person_name: string
  company: string | null
  heard: ConversationRow['heard'] | null
}

/** Columns of a conversation in a list, with what was heard in it, the most often first. */
export const LISTED = `c.person_id, c.conversation_id, c.kind, c.call_kind, c.title, c.held_at, c.source, c.duration_ms, c.rep_share,
  (c.figures ->> 'prospectShare')::float8 as prospect_share, c.seller, u.name as seller_name, p.name as person_name, p.company,
  (select json_agg(json_build_object('kind', kind, 'name', name, 'times', times) order by times desc, kind, name)
     from (select kind, name, count(*)::int as times from mentions m
            where m.person_id = c.person_id and m.conversation_id = c.conversation_id group by kind, name) h) as heard
  from conversations c join people p on p.person_id = c.person_id left join users u on u.id = c.seller`

export function viewRow(row: ListedRow): ConversationRow {
  return {
    conversationId: row.conversation_id,
    personId: row.person_id,
    personName: row.person_name,
    company: row.company,
    kind: row.kind,
    callKind: row.call_kind,
    title: row.title,
    heldAt: row.held_at.toISOString(),
    source: row.source,
    durationMs: Number(row.duration_ms),
    seller: row.seller === null ? null : { id: row.seller, name: row.seller_name ?? '' },
    repShare: row.rep_share,
    prospectShare: row.prospect_share,
    heard: row.heard ?? [],
  }
}

/** One conversation as a list shows it. */
export async function readListed(db: Queryable, conversationId: string): Promise<ListedRow | undefined> {
  const { rows } = await db.query<ListedRow>(`select ${LISTED} where c.conversation_id = $1 limit 1`, [conversationId])
  return rows[0]
}
