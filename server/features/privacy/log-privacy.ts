import { newId } from '../../db/new-id.ts'
import type { Queryable } from '../../db/queryable.ts'

export type PrivacyAct =
  | 'exported'
  | 'erased'
  | 'erased again'
  | 'retention changed'
  | 'retention applied'
  | 'purpose changed'

/** Writes down who did what with personal data, and never the data. */
export async function logPrivacy(
  db: Queryable,
  entry: { what: PrivacyAct; who: string | null; personId?: string | null; data?: object; nowMs: number },
): Promise<void> {
  await db.query('insert into privacy_log (entry_id, at, what, who, person_id, data) values ($1, $2, $3, $4, $5, $6)', [
    newId(entry.nowMs),
    new Date(entry.nowMs),
    entry.what,
    entry.who,
    entry.personId ?? null,
    JSON.stringify(entry.data ?? {}),
  ])
}
