import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { checkMapping } from './check-mapping.ts'
import { mapping as mappingSchema, type previewImport as promise } from './contract.ts'
import { describeFacts } from './describe-facts.ts'
import { openFiles } from './open-files.ts'
import type { ImportFile, Mapping } from './profiles/profile.ts'
import { profileById } from './profiles/profiles.ts'
import { getImportRow } from './queries.ts'
import { UnreadableFile } from './tables/unreadable-file.ts'
import { openUserDirectory } from './user-directory.ts'

const ROWS = 20
const SAMPLES = 3

type Preview = z.input<NonNullable<typeof promise.response>>

/** What the first rows would become. Nothing is written, and no more of the files is read than that. */
export async function previewImport(ctx: Context, importId: string, asked: Mapping | undefined): Promise<Preview> {
  const row = await getImportRow(ctx.db, importId)
  const profile = profileById(row.profile)
  if (!profile) throw new Problem('refused', `This version knows no profile "${row.profile}".`)
  const mapping = asked ?? row.mapping
  if (profile.proposeMapping) checkMapping(mapping)
  const chosen = mapping ?? mappingSchema.parse({ columns: {} })
  try {
    const files = await openFiles(row.files)
    const users = await openUserDirectory(ctx, null)
    const rows: Preview['rows'] = []
    const outcomes = profile.outcomes({
      importId,
      files,
      mapping: chosen,
      arrivedAtMs: row.created_at.getTime(),
      users,
    })
    for await (const outcome of outcomes) {
      rows.push({
        row: outcome.row,
        becomes: describeFacts(outcome.facts),
        problems: outcome.findings.map(({ field, severity, message }) => ({ field, severity, message })),
      })
      if (rows.filter((one) => one.row > 1).length === ROWS) break
    }
    return { columns: await sampleColumns(files, chosen), rows }
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Problem('wrong-kind-of-file', error.message, { mend: error.mend })
    throw error
  }
}

async function sampleColumns(files: readonly ImportFile[], mapping: Mapping): Promise<Preview['columns']> {
  const columns: Preview['columns'] = []
  for (const { table } of files) {
    const samples = table.columns.map(() => new Set<string>())
    let read = 0
    for await (const { cells } of table.rows()) {
      for (const [index, cell] of cells.entries()) {
        const kept = samples[index]
        if (kept && kept.size < SAMPLES && cell.trim() !== '') kept.add(cell.trim().slice(0, 100))
      }
      if (++read === ROWS) break
    }
    for (const [index, name] of table.columns.entries()) {
      if (!columns.some((column) => column.name === name))
        columns.push({ name, target: mapping.columns[name] ?? null, samples: [...(samples[index] ?? [])] })
    }
  }
  return columns
}
