import { FACT_KINDS } from '@ensemble/engine/facts/kinds.ts'
import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { withLock } from '../../db/with-lock.ts'
import { noteDealChanges } from '../deals/note-deal-changes.ts'
import { refold } from '../facts/refold.ts'
import { findImport } from './queries.ts'
import { tellScreens } from './tell-screens.ts'

const BATCH_PEOPLE = 500
const TELL_EVERY_MS = 500

/** Kinds of facts the product makes up itself: they follow from what a person did and do not keep them. */
const OWN_KINDS = Object.entries(FACT_KINDS).flatMap(([kind, traits]) => (traits.side === 'time' ? [kind] : []))

/** Takes back an import whose undo was asked for. Safe to kill and to run again. */
export async function undoImport(ctx: Context, importId: string): Promise<void> {
  await withLock(ctx.db, importId, () => takeBack(ctx, importId))
}

/** The work of undoImport, for whoever holds the lock of the import. */
export async function takeBack(ctx: Context, importId: string): Promise<void> {
  const row = await findImport(ctx.db, importId)
  if (row?.status !== 'undoing') return
  const total = await countPeople(ctx, importId)
  let done = 0
  let nextMs = 0
  for (;;) {
    const taken = await inTransaction(ctx.db, (tx) => takeBackSome(ctx, tx, importId))
    if (taken === 0) break
    done += taken
    if (performance.now() < nextMs) continue
    nextMs = performance.now() + TELL_EVERY_MS
    await ctx.db.query('update imports set progress = $2 where import_id = $1', [
      importId,
      JSON.stringify({ stage: 'taking back', done, total }),
    ])
    await tellScreens(ctx.db, importId)
  }
  await inTransaction(ctx.db, async (tx) => {
    await removeAccounts(tx, importId)
    await removeUsers(tx, importId)
    await tx.query(
      `update imports set status = $2, progress = '{}', result = null, finished_at = $3 where import_id = $1`,
      [importId, row.options.endsAs ?? 'undone', new Date(ctx.now())],
    )
  })
  await tellScreens(ctx.db, importId)
}

async function countPeople(ctx: Context, importId: string): Promise<number> {
  const { rows } = await ctx.db.query<{ n: number }>(
    'select count(distinct person_id)::int as n from facts where import_id = $1',
    [importId],
  )
  return rows[0]?.n ?? 0
}

async function takeBackSome(ctx: Context, tx: PoolClient, importId: string): Promise<number> {
  const found = await tx.query<{ person_id: string }>(
    'select distinct person_id from facts where import_id = $1 limit $2',
    [importId, BATCH_PEOPLE],
  )
  const ids = found.rows.map((row) => row.person_id)
  if (ids.length === 0) return 0
  await tx.query('select 1 from people where person_id = any($1::uuid[]) order by person_id for update', [ids])
  await tx.query(
    `delete from decisions d using facts f
     where f.person_id = any($1::uuid[]) and f.import_id = $2 and d.person_id = f.person_id and d.fact_id = f.fact_id`,
    [ids, importId],
  )
  await tx.query('delete from facts where person_id = any($1::uuid[]) and import_id = $2', [ids, importId])
  const kept = await tx.query<{ person_id: string }>(
    'select distinct person_id from facts where person_id = any($1::uuid[]) and not (kind = any($2::text[]))',
    [ids, OWN_KINDS],
  )
  const staying = new Set(kept.rows.map((row) => row.person_id))
  await removePeople(
    tx,
    ids.filter((id) => !staying.has(id)),
  )
  if (staying.size > 0) {
    await refold(ctx, tx, [...staying])
    await tx.query(
      `update people set account_id = null where person_id = any($1::uuid[]) and state->'account' = '{}'
       and account_id in (select account_id from accounts where import_id = $2)`,
      [[...staying], importId],
    )
    await tx.query('update people set import_id = null where person_id = any($1::uuid[]) and import_id = $2', [
      [...staying],
      importId,
    ])
  }
  return ids.length
}

async function removePeople(tx: PoolClient, ids: readonly string[]): Promise<void> {
  for (const table of [
    'decisions',
    'facts',
    'clocks',
    'leads',
    'documents',
    'deals',
    'hand_offs',
    'notices',
    'identities',
    'people',
  ] as const) {
    await tx.query(REMOVE_BY_PERSON[table], [ids])
  }
  await noteDealChanges(tx, ids)
}

const REMOVE_BY_PERSON = {
  decisions: 'delete from decisions where person_id = any($1::uuid[])',
  facts: 'delete from facts where person_id = any($1::uuid[])',
  clocks: 'delete from clocks where person_id = any($1::uuid[])',
  feedbacks: 'delete from feedbacks where person_id = any($1::uuid[])',
  leads: 'delete from leads where person_id = any($1::uuid[])',
  documents: 'delete from documents where person_id = any($1::uuid[])',
  deals: 'delete from deals where person_id = any($1::uuid[])',
  hand_offs: 'delete from hand_offs where person_id = any($1::uuid[])',
  notices: 'delete from notices where person_id = any($1::uuid[])',
  identities: 'delete from identities where person_id = any($1::uuid[])',
  people: 'delete from people where person_id = any($1::uuid[])',
}

async function removeAccounts(tx: PoolClient, importId: string): Promise<void> {
  await tx.query(
    'delete from accounts a where import_id = $1 and not exists (select 1 from people p where p.account_id = a.account_id)',
    [importId],
  )
}

/** Users the import brought go, unless somebody or something has come to refer to them since. */
async function removeUsers(tx: PoolClient, importId: string): Promise<void> {
  const { rows } = await tx.query<{ id: string }>('select id from users where import_id = $1', [importId])
  if (rows.length === 0) return
  const ids = rows.map((row) => row.id)
  await tx.query(
    `delete from users where id = any($1::uuid[]) and id not in (
       select actor from facts where actor = any($1::uuid[])
       union select owner from leads where owner = any($1::uuid[])
       union select sdr from deals where sdr = any($1::uuid[])
       union select closer from deals where closer = any($1::uuid[])
       union select owner from clocks where owner = any($1::uuid[])
       union select owner from accounts where owner = any($1::uuid[])
       union select user_id from hand_offs where user_id = any($1::uuid[])
       union select user_id from signatures where user_id = any($1::uuid[])
       union select user_id from credentials where user_id = any($1::uuid[])
       union select created_by from imports where created_by = any($1::uuid[])
       union select created_by from agreements where created_by = any($1::uuid[])
       union select created_by from forms where created_by = any($1::uuid[])
       union select created_by from write_keys where created_by = any($1::uuid[]))`,
    [ids],
  )
}
