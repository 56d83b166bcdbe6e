import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { Pool } from 'pg'
import { ExplainedError } from '../../explained-error.ts'
import { modelsFor } from '../models/stored-models.ts'
import type { AgreementBook } from './book.ts'
import { defaultDocument } from './default-document.ts'

/** Version 1 holds from the beginning of time, so that history is judged by something. */
const BEGINNING = '1970-01-01T00:00:00Z'

type Entry = { fromMs: number; document: string; agreement: CompiledAgreement }

async function ensureFirst(db: Pool): Promise<void> {
  const { rowCount } = await db.query('select 1 from agreements limit 1')
  if (rowCount !== 0) return
  const document = await defaultDocument()
  const compiled = compileAgreement(document, 1)
  if (!compiled.ok) throw new Error(`the default agreement has problems: ${JSON.stringify(compiled.problems)}`)
  await db.query(
    `insert into agreements (version, title, document, status, in_force_from, note)
     values (1, $1, $2, 'in force', $3, 'The agreement that Ensemble ships. Read it together, change what does not fit, and sign.')
     on conflict do nothing`,
    [compiled.agreement.document.title, document, BEGINNING],
  )
}

async function readEntries(db: Pool, known: ReadonlyMap<number, Entry>): Promise<Entry[]> {
  const { rows } = await db.query<{ version: number; document: string; in_force_from: Date }>(
    `select version, document, in_force_from from agreements
     where status in ('in force', 'superseded') and in_force_from is not null order by in_force_from, version`,
  )
  const models = await modelsFor(db, ...rows.map(({ document }) => document))
  return rows.map((row) => {
    const fromMs = row.in_force_from.getTime()
    const before = known.get(row.version)
    if (before?.document === row.document) return { ...before, fromMs }
    const compiled = compileAgreement(row.document, row.version, models)
    if (compiled.ok) return { fromMs, document: row.document, agreement: compiled.agreement }
    const first = compiled.problems[0]
    throw new ExplainedError(
      `Version ${row.version} of the agreement can no longer be read (line ${first?.line ?? 0}: ${first?.what ?? ''}). Start the version of Ensemble it was signed with.`,
    )
  })
}

/** Opens the book of agreements, with the default as version 1 when there is none yet. */
export async function readBook(db: Pool): Promise<AgreementBook> {
  await ensureFirst(db)
  let entries = await readEntries(db, new Map())
  return {
    at(atMs) {
      let found = entries[0]
      for (const entry of entries) if (entry.fromMs <= atMs) found = entry
      if (found === undefined) throw new Error('there is always a first agreement')
      return found.agreement
    },
    byVersion: (version) => entries.find((entry) => entry.agreement.version === version)?.agreement ?? null,
    async refresh() {
      entries = await readEntries(db, new Map(entries.map((entry) => [entry.agreement.version, entry])))
    },
  }
}
