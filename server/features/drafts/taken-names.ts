import { clauseNamesIn } from '@ensemble/engine/agreement/clause-names.ts'
import type { Queryable } from '../../db/queryable.ts'

/** Every clause name of any version, so that none is given twice. */
export async function takenNames(db: Queryable): Promise<Set<string>> {
  const { rows } = await db.query<{ document: string }>('select document from agreements')
  const decided = await db.query<{ clause: string }>(
    `select distinct clause from agreement_threads where clause ~ '^[A-Z][A-Za-z]?[0-9]{1,4}$'`,
  )
  const names = new Set(decided.rows.map(({ clause }) => clause))
  for (const { document } of rows) for (const name of clauseNamesIn(document)) names.add(name)
  return names
}
