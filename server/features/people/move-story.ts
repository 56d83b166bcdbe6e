import type { PoolClient } from 'pg'
import { noteDealChanges } from '../deals/note-deal-changes.ts'

const FACT =
  'fact_id, kind, occurred_at, recorded_at, message_id, source, actor, is_history, identity, channel, origin, campaign, landing_page, data, import_id'
const DECISION =
  'decision_id, fact_id, ordinal, attempt, what, clause, version, decided_at, recorded_at, revised_at, data'
/** What is concluded from a story and written anew when it is folded. */
const CONCLUDED = ['clocks', 'leads', 'deals', 'feedbacks'] as const

async function columnsOf(tx: PoolClient, table: 'facts' | 'hand_offs', fallback: string): Promise<string> {
  const { rows } = await tx.query<{ names: string | null }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'person_id' and attgenerated = ''`,
    [table],
  )
  return rows[0]?.names ?? fallback
}

/** Moves facts to another address, content untouched. A message both had received stays behind: it is returned, and held. */
export async function moveFacts(
  tx: PoolClient,
  from: string,
  into: string,
  factIds: readonly string[] | null,
): Promise<{ moved: string[]; held: unknown[] }> {
  const columns = await columnsOf(tx, 'facts', FACT)
  const { rows } = await tx.query<{ fact_id: string; is_moved: boolean; whole: unknown }>(
    `with gone as (delete from facts where person_id = $1 and ($3::uuid[] is null or fact_id = any($3::uuid[])) returning *),
     moved as (insert into facts (person_id, ${columns}) select $2, ${columns} from gone on conflict do nothing returning fact_id)
     select gone.fact_id, moved.fact_id is not null as is_moved, case when moved.fact_id is null then to_jsonb(gone) end as whole
     from gone left join moved on moved.fact_id = gone.fact_id`,
    [from, into, factIds],
  )
  await moveDocuments(tx, from, into)
  await moveConversations(tx, from, into)
  return {
    moved: rows.filter((row) => row.is_moved).map((row) => row.fact_id),
    held: rows.filter((row) => !row.is_moved).map((row) => row.whole),
  }
}

/** Conversations go with the facts that carry them. */
async function moveConversations(tx: PoolClient, from: string, into: string): Promise<void> {
  await tx.query(
    `update conversations c set person_id = $2 where person_id = $1
        and exists (select 1 from facts f where f.person_id = $2 and f.fact_id = c.fact_id)
        and not exists (select 1 from conversations o where o.person_id = $2 and o.conversation_id = c.conversation_id)`,
    [from, into],
  )
}

/** Documents go with the deals they belong to. */
async function moveDocuments(tx: PoolClient, from: string, into: string): Promise<void> {
  await tx.query(
    `update documents set person_id = $2 where person_id = $1 and exists (
       select 1 from facts f where f.person_id = $2 and f.data ->> 'deal' = documents.deal_id)`,
    [from, into],
  )
}

/** Moves what was concluded, marked as revised: the joined story is folded anew, and what was said before stays to be read. */
export async function moveDecisions(
  tx: PoolClient,
  from: string,
  into: string,
  nowMs: number,
  ids: readonly string[] | null,
): Promise<string[]> {
  const { rows } = await tx.query<{ decision_id: string }>(
    `with gone as (delete from decisions where person_id = $1 and ($3::uuid[] is null or decision_id = any($3::uuid[])) returning ${DECISION})
     insert into decisions (person_id, ${DECISION})
     select $2, ${DECISION.replace('revised_at', 'coalesce(revised_at, $4)')} from gone returning decision_id`,
    [from, into, ids, new Date(nowMs)],
  )
  return rows.map((row) => row.decision_id)
}

export async function moveKeys(
  tx: PoolClient,
  from: string,
  into: string,
  names: readonly string[] | null,
): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `update identities set person_id = $2 where person_id = $1 and ($3::text[] is null or kind || ':' || value = any($3::text[]))
     returning kind || ':' || value as name`,
    [from, into, names],
  )
  return rows.map((row) => row.name)
}

/** Moves hand-offs by the facts that made them. */
export async function moveHandOffs(
  tx: PoolClient,
  from: string,
  into: string,
  factIds: readonly string[],
): Promise<void> {
  const columns = await columnsOf(tx, 'hand_offs', 'user_id, pool, attempt, at, fact_id')
  await tx.query(
    `with gone as (delete from hand_offs where person_id = $1 and fact_id = any($3::uuid[]) returning *)
     insert into hand_offs (person_id, ${columns}) select $2, ${columns} from gone on conflict do nothing`,
    [from, into, factIds],
  )
}

/** Takes a person's rows away whose facts have moved. */
export async function leaveAddress(tx: PoolClient, personId: string): Promise<void> {
  for (const table of CONCLUDED) await tx.query(`delete from ${table} where person_id = $1`, [personId])
  await noteDealChanges(tx, [personId])
  await tx.query('delete from story_looks where person_id = $1', [personId])
  await tx.query('delete from people where person_id = $1', [personId])
}
