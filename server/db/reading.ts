import type { Pool } from 'pg'
import type { Queryable } from './queryable.ts'
import { inOnePiece } from './together.ts'

/** Where pages read: the connections kept for that, else the pool. */
type Readers = { db: Pool; readingDb?: Pool }

/**
 * Reads rows by key for a page. Statements that `work` sends before it first waits go in one flight; each is to have a name
 * by `prepared`, so that it is planned once. Nothing that may take long belongs here: these connections are few.
 */
export async function reading<T>({ db, readingDb }: Readers, work: (db: Queryable) => Promise<T>): Promise<T> {
  if (readingDb === undefined) return work(db)
  const client = await readingDb.connect()
  try {
    return await inOnePiece(client, () => work(client))
  } finally {
    client.release()
  }
}
