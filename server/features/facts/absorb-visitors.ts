import type { PoolClient } from 'pg'
import { noteDealChanges } from '../deals/note-deal-changes.ts'

const MOVED =
  'fact_id, kind, occurred_at, recorded_at, message_id, source, actor, is_history, identity, channel, origin, campaign, landing_page, data, import_id'

/**
 * An anonymous visitor turned out to be somebody: their facts and keys move to that person's address (delete and
 * insert, content untouched). What was concluded of the visitor goes; the person's story is folded anew. Returns how many
 * facts moved: one that both had received stays once.
 */
export async function absorbVisitor(tx: PoolClient, from: string, into: string): Promise<number> {
  const { rowCount } = await tx.query(
    `with moved as (delete from facts where person_id = $1 returning ${MOVED}), gone as (insert into people_gone (person_id) values ($1))
     insert into facts (person_id, ${MOVED}) select $2, ${MOVED} from moved on conflict do nothing`,
    [from, into],
  )
  await tx.query('update identities set person_id = $2 where person_id = $1', [from, into])
  await tx.query(
    `with moved as (delete from hand_offs where person_id = $1 returning user_id, pool, attempt, at, fact_id, given_back_by, is_credit)
     insert into hand_offs (user_id, pool, person_id, attempt, at, fact_id, given_back_by, is_credit) select user_id, pool, $2, attempt, at, fact_id, given_back_by, is_credit from moved on conflict do nothing`,
    [from, into],
  )
  await tx.query('update notices set person_id = $2 where person_id = $1', [from, into])
  await tx.query('delete from decisions where person_id = $1', [from])
  await tx.query('delete from clocks where person_id = $1', [from])
  await tx.query('delete from leads where person_id = $1', [from])
  const { rowCount: deals } = await tx.query('delete from deals where person_id = $1', [from])
  if (deals !== 0) await noteDealChanges(tx, [from])
  await tx.query('delete from feedbacks where person_id = $1', [from])
  await tx.query('delete from people where person_id = $1', [from])
  return rowCount ?? 0
}
