import type { Pool, PoolClient } from 'pg'
import { isPipelined } from './together.ts'

/** Runs `work` in one transaction: stored whole when it returns, not at all when it throws. */
export async function inTransaction<T>(db: Pool, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await db.connect()
  let isBroken = false
  try {
    const begun = tx.query('begin')
    if (isPipelined(tx)) begun.catch(() => undefined)
    else await begun
    const result = await work(tx)
    await begun
    await tx.query('commit')
    return result
  } catch (error) {
    await tx.query('rollback').catch(() => {
      isBroken = true
    })
    throw error
  } finally {
    tx.release(isBroken)
  }
}
