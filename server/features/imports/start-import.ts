import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { checkMapping } from './check-mapping.ts'
import { enqueue } from './enqueue.ts'
import type { Mapping } from './profiles/profile.ts'
import { profileById } from './profiles/profiles.ts'
import { getImportRow } from './queries.ts'
import { rememberChoices } from './survey-deals.ts'
import { tellScreens } from './tell-screens.ts'

type Start = { mapping?: Mapping | undefined; saveProfileAs?: string | undefined }

/** Puts an import in the queue, from its beginning. One that failed, was cancelled or was undone may be run again. */
export async function startImport(
  ctx: Context,
  importId: string,
  { mapping, saveProfileAs }: Start,
  userId: string,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await queueImport(tx, importId, mapping)
    const row = await getImportRow(tx, importId)
    if (saveProfileAs !== undefined && row.mapping) await saveProfile(ctx, tx, saveProfileAs, row.mapping, userId)
    if (row.mapping && profileById(row.profile)?.hasDeals === true) await rememberChoices(tx, row.profile, row.mapping)
    await enqueue(tx, 'run-import', importId)
    await tellScreens(tx, importId)
  })
}

/** Clears what an earlier run left and marks the import as waiting, with its mapping checked. */
export async function queueImport(db: Queryable, importId: string, mapping: Mapping | undefined): Promise<void> {
  const row = await getImportRow(db, importId)
  const chosen = mapping ?? row.mapping
  if (profileById(row.profile)?.proposeMapping) checkMapping(chosen)
  const { rowCount } = await db.query(
    `update imports set status = 'queued', mapping = $2, progress = '{}', options = '{}', result = null, error = null, started_at = null, finished_at = null
     where import_id = $1 and status in ('uploaded', 'failed', 'cancelled', 'undone')`,
    [importId, chosen === null ? null : JSON.stringify(chosen)],
  )
  if (rowCount === 1) return
  throw new Problem('conflict', `This import is ${row.status}; it cannot be started.`, {
    mend: 'Undo it first, or upload the file again.',
  })
}

async function saveProfile(ctx: Context, tx: Queryable, name: string, mapping: Mapping, userId: string): Promise<void> {
  await tx.query(
    `insert into import_profiles (profile_id, name, mapping, created_by) values ($1, $2, $3, $4)
     on conflict (name) do update set mapping = excluded.mapping, updated_at = now()`,
    [newId(ctx.now()), name, JSON.stringify(mapping), userId],
  )
}
