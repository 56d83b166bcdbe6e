import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { openTable } from '../imports/tables/open-table.ts'
import { UnreadableFile } from '../imports/tables/unreadable-file.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { compareCosts } from './compare-costs.ts'
import type { CostImportRow, Options } from './cost-imports.ts'
import { type CostFile, type CostsRead, readCostFiles } from './read-cost-files.ts'

/** Reads the files of an import with these options. */
export async function readImportFiles(ctx: Context, row: CostImportRow, options: Options): Promise<CostsRead> {
  try {
    const files: CostFile[] = []
    for (const { name, path, skippedRows } of row.files)
      files.push({ name, skippedRows, ...(await openTable(path, name)) })
    const house = await readHouseSettings(ctx.db)
    return await readCostFiles(files, { ...options, currency: options.currency ?? house.currency }, ctx.now())
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Problem('wrong-kind-of-file', error.message, { mend: error.mend })
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Problem('not-found', 'The files of this import are no longer there.', { mend: 'Upload them again.' })
    throw error
  }
}

/** Says what an import that has not run would do, and keeps that beside it. */
export async function previewCosts(ctx: Context, row: CostImportRow, options: Options): Promise<void> {
  if (row.status !== 'uploaded')
    throw new Problem('conflict', 'This import has run already.', { mend: 'Undo it, or upload the files again.' })
  const read = await readImportFiles(ctx, row, options)
  const { effect } = await compareCosts(ctx.db, read)
  await ctx.db.query(
    `update cost_imports set options = $2, source = $3, result = $4, issues = $5 where import_id = $1 and status = 'uploaded'`,
    [row.id, JSON.stringify(options), read.source, JSON.stringify(effect), JSON.stringify(read.issues)],
  )
}
