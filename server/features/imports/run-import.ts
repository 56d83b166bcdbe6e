import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { withLock } from '../../db/with-lock.ts'
import { Problem } from '../../http/problem.ts'
import { tell } from '../notices/tell.ts'
import { mapping } from './contract.ts'
import { countResult } from './count-result.ts'
import { blankProgress, type ImportRow, type Progress } from './import-row.ts'
import { isPassing } from './is-passing.ts'
import { oneAhead } from './one-ahead.ts'
import { openFiles } from './open-files.ts'
import type { ImportFile, Mapping, RowOutcome } from './profiles/profile.ts'
import { profileById } from './profiles/profiles.ts'
import { getImportRow } from './queries.ts'
import { recordBatch } from './record-batch.ts'
import { saveProgress } from './save-progress.ts'
import { UnreadableFile } from './tables/unreadable-file.ts'
import { tellScreens } from './tell-screens.ts'
import { takeBack } from './undo-import.ts'
import { openUserDirectory } from './user-directory.ts'

const BATCH_ROWS = 500
const TELL_EVERY_MS = 500

/** For profiles that need none. */
const NO_MAPPING: Mapping = mapping.parse({ columns: {} })

/**
 * Runs an import to its end: reads every file once to be sure that it can be read, then records batch by batch. Killed
 * and run again, it goes on after the last stored batch. Failing, it takes back what it had written.
 */
export async function runImport(ctx: Context, importId: string): Promise<void> {
  await withLock(ctx.db, importId, async () => {
    await ctx.db.query(
      `update imports set status = 'running', started_at = coalesce(started_at, $2) where import_id = $1 and status = 'queued'`,
      [importId, new Date(ctx.now())],
    )
    const row = await getImportRow(ctx.db, importId)
    if (row.status !== 'running') return
    try {
      await finish(ctx, row)
    } catch (error) {
      if (isPassing(error)) throw error
      ctx.log.warn({ err: error, importId }, 'an import failed and is taken back')
      await ctx.db.query(
        `update imports set status = 'undoing', error = $2, options = options || '{"endsAs": "failed"}' where import_id = $1 and status = 'running'`,
        [importId, explain(error)],
      )
      await takeBack(ctx, importId)
    }
  })
}

async function finish(ctx: Context, row: ImportRow): Promise<void> {
  const files = await openFiles(row.files)
  const progress = row.progress.stage === 'recording' ? row.progress : await check(ctx, row, files)
  if (progress === null) return
  const isComplete = await record(ctx, row, files, progress)
  if (!isComplete) return
  const result = await countResult(ctx.db, row.import_id, {
    read: progress.total ?? progress.done,
    unchanged: progress.unchanged,
  })
  await inTransaction(ctx.db, async (tx) => {
    const { rowCount } = await tx.query(
      `update imports set status = 'done', result = $2, finished_at = $3 where import_id = $1 and status = 'running'`,
      [row.import_id, JSON.stringify(result), new Date(ctx.now())],
    )
    if (rowCount === 1 && row.created_by !== null) {
      const data = { importId: row.import_id, title: row.title }
      await tell(tx, [{ userId: row.created_by, kind: 'import_done', personId: null, data }], ctx.now())
    }
  })
  await tellScreens(ctx.db, row.import_id)
}

/** Reads every row of every file before anything is written. Null when the import was cancelled meanwhile. */
async function check(ctx: Context, row: ImportRow, files: readonly ImportFile[]): Promise<Progress | null> {
  await ctx.db.query('delete from import_issues where import_id = $1', [row.import_id])
  const progress = blankProgress('checking')
  const tell = teller(ctx, row.import_id)
  let total = 0
  const rowsOf = new Map<string, number>()
  for (const file of files) {
    const before = total
    for await (const _ of file.table.rows()) {
      total++
      if (total % BATCH_ROWS !== 0) continue
      if (tell.isDue() && !(await saveProgress(ctx.db, row.import_id, { ...progress, done: total }, []))) return null
      await tell.now()
    }
    rowsOf.set(file.path, total - before)
  }
  const counted = row.files.map((file) => ({ ...file, rows: rowsOf.get(file.path) ?? null }))
  await ctx.db.query('update imports set files = $2 where import_id = $1', [row.import_id, JSON.stringify(counted)])
  if (total === 0)
    throw new UnreadableFile(
      'The files have a header but no rows.',
      'Export the table again and check that it has rows.',
    )
  const checked = { ...blankProgress('recording'), total }
  return (await saveProgress(ctx.db, row.import_id, checked, [])) ? checked : null
}

/** False when the import was cancelled meanwhile. Keeps `progress` up to date. */
async function record(
  ctx: Context,
  row: ImportRow,
  files: readonly ImportFile[],
  progress: Progress,
): Promise<boolean> {
  const profile = profileById(row.profile)
  if (profile === null) throw new Problem('refused', `This version knows no profile "${row.profile}".`)
  const chosen = row.mapping ?? NO_MAPPING
  const rules = {
    importId: row.import_id,
    shouldSkipKnown: chosen.duplicates === 'skip',
    shouldNotify: chosen.treatAs === 'new leads',
    arrivedAtMs: row.created_at.getTime(),
  }
  const users = await openUserDirectory(ctx, row.import_id)
  const outcomes = profile.outcomes({
    importId: row.import_id,
    files,
    mapping: chosen,
    arrivedAtMs: row.created_at.getTime(),
    users,
  })
  const tell = teller(ctx, row.import_id)
  const first = row.progress.stage === 'recording' ? progress.batches + 1 : 0
  let batches = 0
  for await (const batch of oneAhead(inBatches(outcomes))) {
    batches++
    if (batches <= progress.batches) continue
    const recorded = await recordBatch(ctx, batch, rules, batches === first)
    progress.batches = batches
    progress.done += recorded.rows
    progress.issues += recorded.issues.length
    progress.unchanged += recorded.unchanged
    if (!(await saveProgress(ctx.db, row.import_id, progress, recorded.issues))) return false
    await tell.now()
  }
  return true
}

async function* inBatches(outcomes: AsyncGenerator<RowOutcome>): AsyncGenerator<RowOutcome[]> {
  let batch: RowOutcome[] = []
  for await (const outcome of outcomes) {
    batch.push(outcome)
    if (batch.length < BATCH_ROWS) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Tells the screens at most twice a second. */
function teller(ctx: Context, importId: string): { isDue(): boolean; now(): Promise<void> } {
  let nextMs = 0
  const isDue = (): boolean => performance.now() >= nextMs
  return {
    isDue,
    async now() {
      if (!isDue()) return
      nextMs = performance.now() + TELL_EVERY_MS
      await tellScreens(ctx.db, importId)
    },
  }
}

function explain(error: unknown): string {
  if (error instanceof UnreadableFile) return `${error.message} ${error.mend}`
  if (error instanceof Problem) return [error.message, error.mend].filter((part) => part !== undefined).join(' ')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '53100' || code === 'ENOSPC')
    return 'The disk of the database is full. Free space on it and run the import again.'
  return 'Ensemble failed here; the log says more. What had been written was taken back.'
}
