import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { importView } from './contract.ts'
import { getNamedImport } from './queries.ts'

export type ImportView = z.input<typeof importView>

export function viewOf({ row, createdByName, issues }: Awaited<ReturnType<typeof getNamedImport>>): ImportView {
  const isMoving = row.status === 'queued' || row.status === 'running' || row.status === 'undoing'
  return {
    id: row.import_id,
    profile: row.profile,
    title: row.title,
    status: row.status,
    files: row.files.map((file) => ({
      name: file.name,
      role: file.role ?? 'not used',
      bytes: file.bytes,
      encoding: file.encoding,
      separator: file.separator,
      rows: file.rows,
      columns: file.columns,
    })),
    mapping: row.mapping,
    progress: isMoving ? { done: row.progress.done, total: row.progress.total, stage: row.progress.stage } : null,
    result: row.result,
    issues,
    error: row.error,
    createdBy: row.created_by === null ? null : { id: row.created_by, name: createdByName ?? '' },
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

export async function readImportView(db: Queryable, importId: string): Promise<ImportView> {
  return viewOf(await getNamedImport(db, importId))
}
