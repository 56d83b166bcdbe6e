import { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import { packCursor, readCursor } from '../../http/cursor.ts'
import type { listConversations as promise } from './contract.ts'
import { type ConversationRow, LISTED, type ListedRow, viewRow } from './view-row.ts'

type Question = z.output<NonNullable<(typeof promise)['query']>> & { zone: string }

const mark = z.tuple([z.iso.datetime(), z.uuid(), z.uuid()])

/** Conversations, the newest first, by keyset. */
export async function listConversations(
  db: Queryable,
  question: Question,
): Promise<{ conversations: ConversationRow[]; next: string | null }> {
  const after = readCursor(question.after, mark)
  const { rows } = await db.query<ListedRow>(
    `select ${LISTED}
      where ($1::uuid is null or c.person_id = $1)
        and ($2::uuid is null or c.seller = $2)
        and ($3::text is null or c.call_kind = $3)
        and ($4::text is null or exists (select 1 from mentions m where m.person_id = c.person_id
              and m.conversation_id = c.conversation_id and m.name = $4 and ($5::text is null or m.kind = $5)))
        and ($6::date is null or c.held_at >= $6::date::timestamp at time zone $8)
        and ($7::date is null or c.held_at < $7::date::timestamp at time zone $8)
        and ($9::timestamptz is null or (c.held_at, c.person_id, c.conversation_id) < ($9, $10::uuid, $11::uuid))
      order by c.held_at desc, c.person_id desc, c.conversation_id desc
      limit $12`,
    [
      question.personId ?? null,
      question.seller ?? null,
      question.callKind ?? null,
      question.heard ?? null,
      question.heardKind ?? null,
      question.from ?? null,
      question.to ?? null,
      question.zone,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      question.limit + 1,
    ],
  )
  const shown = rows.slice(0, question.limit)
  const last = shown.at(-1)
  return {
    conversations: shown.map(viewRow),
    next:
      rows.length > question.limit && last !== undefined
        ? packCursor([last.held_at.toISOString(), last.person_id, last.conversation_id])
        : null,
  }
}
