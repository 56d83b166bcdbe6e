import type { Pool } from 'pg'
import type { ImportRow } from '../features/imports/import-row.ts'
import { countIssues, issuesAfter, type StoredIssue } from '../features/imports/issues.ts'

export type ImportReport = {
  importId: string
  profile: string
  status: ImportRow['status']
  error: string | null
  files: {
    name: string
    role: string
    rows: number | null
    bytes: number
    encoding: string
    separator: string | null
  }[]
  /** What was read, created, left as it was, and left out. */
  result: Record<string, number>
  /** What was said about rows, by file and code. */
  issueCounts: Awaited<ReturnType<typeof countIssues>>
  issues?: StoredIssue[]
}

export async function readReport(db: Pool, row: ImportRow, withIssues: boolean): Promise<ImportReport> {
  const report: ImportReport = {
    importId: row.import_id,
    profile: row.profile,
    status: row.status,
    error: row.error,
    files: row.files.map(({ name, role, rows, bytes, encoding, separator }) => ({
      name,
      role: role ?? 'not used',
      rows,
      bytes,
      encoding,
      separator,
    })),
    result: row.result ?? {},
    issueCounts: await countIssues(db, row.import_id),
  }
  if (withIssues) report.issues = await allIssues(db, row.import_id)
  return report
}

async function allIssues(db: Pool, importId: string): Promise<StoredIssue[]> {
  const all: StoredIssue[] = []
  for (;;) {
    const page = await issuesAfter(db, importId, all.at(-1)?.issue ?? -1, 5_000)
    all.push(...page)
    if (page.length < 5_000) return all
  }
}

export function printImport(report: ImportReport): void {
  for (const { name, role, rows, encoding } of report.files) {
    console.log(`${name}: ${rows === null ? 'not read' : `${rows} rows`} (${role}, ${encoding})`)
  }
  if (report.status !== 'done') {
    console.log(
      `\nThe import is ${report.status}.${report.error === null ? '' : ` ${report.error}`}\nNothing of it was kept.`,
    )
  } else {
    const {
      read = 0,
      unchanged = 0,
      dropped = 0,
      people = 0,
      updated = 0,
      leads = 0,
      deals = 0,
      won = 0,
      users = 0,
      accounts = 0,
      facts = 0,
    } = report.result
    console.log(`\nRead       ${read} rows`)
    console.log(
      `Created    ${people} people, ${leads} leads, ${deals} deals (${won} won), ${accounts} accounts, ${users} users, ${facts} facts`,
    )
    console.log(`Updated    ${updated} people`)
    console.log(`Unchanged  ${unchanged} rows that were imported before`)
    console.log(`Left out   ${dropped} rows`)
  }
  if (report.issueCounts.length > 0) console.log('\nWhat was found, by file:')
  for (const { file, severity, code, n } of report.issueCounts) console.log(`  ${file}: ${n} × ${code} (${severity})`)
  for (const { file, row, field, severity, message } of report.issues ?? []) {
    console.log(`  ${file} row ${row}${field === null ? '' : `, ${field}`} (${severity}): ${message}`)
  }
}
