import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { redirectsOf } from '../facts/resolve-people.ts'

/** Where somebody who was merged is now; null for an address that never was one. */
export async function addressOf(db: Queryable, personId: string): Promise<string | null> {
  return (await redirectsOf(db, [personId])).get(personId) ?? null
}

/** Does something for a person, and for whom they were merged into when there is nobody at this address any more. */
export async function followed<T>(db: Queryable, personId: string, work: (personId: string) => Promise<T>): Promise<T> {
  try {
    return await work(personId)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not-found') throw error
    const now = await addressOf(db, personId)
    if (now === null) throw error
    return work(now)
  }
}
