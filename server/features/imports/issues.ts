import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { csvLine, harmless } from './csv-line.ts'
import type { Severity } from './finding.ts'

export type StoredIssue = {
  issue: number
  file: string
  row: number
  field: string | null
  severity: Severity
  code: string
  message: string
  raw: string | null
}

/** A page of issues in the order in which they were found. */
export async function issuesAfter(
  db: Queryable,
  importId: string,
  after: number,
  limit: number,
): Promise<StoredIssue[]> {
  const { rows } = await db.query<StoredIssue>(
    `select issue, file, row_number as row, field, severity, code, message, raw from import_issues
     where import_id = $1 and issue > $2 order by issue limit $3`,
    [importId, after, limit],
  )
  return rows
}

export async function listIssues(db: Queryable, importId: string, after: string | undefined, limit: number) {
  const from = after === undefined ? -1 : Number(after)
  if (!Number.isInteger(from))
    throw new Problem('bad-request', 'This cursor is not one of ours.', { mend: 'Start from the first page.' })
  const found = await issuesAfter(db, importId, from, limit + 1)
  const page = found.slice(0, limit)
  return {
    issues: page.map(({ file, row, field, severity, code, message }) => ({
      file,
      row,
      field,
      severity,
      code,
      message,
    })),
    next: found.length > limit ? String(page.at(-1)?.issue) : null,
  }
}

const PAGE = 2_000

/** Every issue as CSV, a page at a time. The byte order mark makes spreadsheets read it as UTF-8. */
export async function* issuesCsv(db: Queryable, importId: string): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(['file', 'row', 'field', 'severity', 'code', 'message', 'original row'])}\r\n`
  let after = -1
  for (;;) {
    const page = await issuesAfter(db, importId, after, PAGE)
    if (page.length > 0)
      yield page
        .map((one) =>
          csvLine([
            harmless(one.file),
            String(one.row),
            harmless(one.field ?? ''),
            one.severity,
            one.code,
            harmless(one.message),
            harmless(one.raw ?? ''),
          ]),
        )
        .join('\r\n')
        .concat('\r\n')
    if (page.length < PAGE) return
    after = page.at(-1)?.issue ?? after
  }
}

/** How many issues of each code each file has. */
export async function countIssues(
  db: Queryable,
  importId: string,
): Promise<{ file: string; severity: Severity; code: string; n: number }[]> {
  const { rows } = await db.query<{ file: string; severity: Severity; code: string; n: number }>(
    `select file, severity, code, count(*)::int as n from import_issues where import_id = $1
     group by file, severity, code order by file, severity, code`,
    [importId],
  )
  return rows
}
