import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { createImport, type PlacedFile } from './create-import.ts'
import type { ImportRow } from './import-row.ts'
import type { Mapping } from './profiles/profile.ts'
import { getImportRow } from './queries.ts'
import { runImport } from './run-import.ts'
import { queueImport } from './start-import.ts'
import { undoImport } from './undo-import.ts'

export type FilesToImport = {
  files: readonly PlacedFile[]
  profileId: string
  /** Parts of a mapping laid over the proposed one. */
  mapping?: Partial<Mapping> | undefined
  userId: string | null
  /** Stops the import and takes back what it wrote. */
  signal?: AbortSignal | undefined
}

/** Imports files in this process, from beginning to end, without a worker. The answer tells how it ended. */
export async function importFiles(
  ctx: Context,
  { files, profileId, mapping, userId, signal }: FilesToImport,
): Promise<ImportRow> {
  const importId = newId(ctx.now())
  const { mapping: proposed } = await createImport(ctx, { importId, files, userId, profileId })
  await queueImport(ctx.db, importId, proposed === null ? undefined : { ...proposed, ...mapping })
  const stop = (): void => {
    ctx.db
      .query(
        `update imports set status = 'undoing', options = '{"endsAs": "cancelled"}' where import_id = $1 and status in ('queued', 'running')`,
        [importId],
      )
      .catch((error) => ctx.log.error({ err: error }, 'the import could not be stopped'))
  }
  signal?.addEventListener('abort', stop)
  await runImport(ctx, importId)
  signal?.removeEventListener('abort', stop)
  await undoImport(ctx, importId)
  return getImportRow(ctx.db, importId)
}
