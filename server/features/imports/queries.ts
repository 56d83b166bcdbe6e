import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { IMPORT_COLUMNS, type ImportRow, parseImport } from './import-row.ts'

export async function findImport(db: Queryable, importId: string): Promise<ImportRow | null> {
  const { rows } = await db.query(`select ${IMPORT_COLUMNS} from imports where import_id = $1`, [importId])
  return rows[0] === undefined ? null : parseImport(rows[0])
}

export async function getImportRow(db: Queryable, importId: string): Promise<ImportRow> {
  const row = await findImport(db, importId)
  if (row) return row
  throw new Problem('not-found', 'There is no such import.', {
    mend: 'It may have been removed; look at the list of imports.',
  })
}

type Named = { row: ImportRow; createdByName: string | null; issues: number }

const NAMED = `select i.*, u.name as created_by_name,
  (select coalesce(max(x.issue) + 1, 0) from import_issues x where x.import_id = i.import_id) as issue_count
  from imports i left join users u on u.id = i.created_by`

export async function listImportRows(db: Queryable): Promise<Named[]> {
  const { rows } = await db.query(`${NAMED} order by i.created_at desc, i.import_id desc limit 200`)
  return rows.map(named)
}

export async function getNamedImport(db: Queryable, importId: string): Promise<Named> {
  const { rows } = await db.query(`${NAMED} where i.import_id = $1`, [importId])
  if (rows[0] !== undefined) return named(rows[0])
  throw new Problem('not-found', 'There is no such import.', {
    mend: 'It may have been removed; look at the list of imports.',
  })
}

function named(row: { created_by_name: string | null; issue_count: number }): Named {
  return { row: parseImport(row), createdByName: row.created_by_name, issues: row.issue_count }
}

/** Changes the status when it is one of `from`. False when it was not. */
export async function moveImport(
  db: Queryable,
  importId: string,
  from: readonly string[],
  to: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    'update imports set status = $3 where import_id = $1 and status = any($2::text[])',
    [importId, from, to],
  )
  return rowCount === 1
}

export async function unfinishedImports(db: Queryable): Promise<{ import_id: string; status: string }[]> {
  const { rows } = await db.query<{ import_id: string; status: string }>(
    `select import_id, status from imports where status in ('queued', 'running', 'undoing') order by created_at, import_id`,
  )
  return rows
}
