import type { Pool } from 'pg'
import { inTransaction } from '../../db/in-transaction.ts'
import { insertRows, type Table } from '../../db/write-rows.ts'
import type { Issue } from './finding.ts'
import type { Progress } from './import-row.ts'

const ISSUES: Table = {
  name: 'import_issues',
  key: ['import_id', 'issue'],
  columns: {
    import_id: 'uuid',
    issue: 'integer',
    file: 'text',
    row_number: 'integer',
    field: 'text',
    severity: 'text',
    code: 'text',
    message: 'text',
    raw: 'text',
  },
}

/**
 * Stores how far a run has come, and what was found on the way, in one transaction. False when the import is no longer
 * running: it was cancelled, and whoever runs it must stop.
 */
export async function saveProgress(
  db: Pool,
  importId: string,
  progress: Progress,
  issues: readonly Issue[],
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { rowCount } = await tx.query(
      `update imports set progress = $2 where import_id = $1 and status = 'running'`,
      [importId, JSON.stringify(progress)],
    )
    if (rowCount !== 1) return false
    const first = progress.issues - issues.length
    await insertRows(
      tx,
      ISSUES,
      issues.map((issue, i) => [
        importId,
        first + i,
        issue.file,
        issue.row,
        issue.field,
        issue.severity,
        issue.code,
        issue.message.slice(0, 2_000).toWellFormed(),
        issue.raw,
      ]),
    )
    return true
  })
}
