import type { Pool, PoolClient } from 'pg'
import { inOnePiece, isPipelined } from './together.ts'

/** Runs `work` in one transaction: stored whole when it returns, not at all when it throws. */
export async function inTransaction<T>(db: Pool, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await db.connect()
  let isBroken = false
  try {
    const result = isPipelined(tx) ? await begunWith(tx, work) : await begun(tx, work)
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

async function begun<T>(tx: PoolClient, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  await tx.query('begin')
  return work(tx)
}

/** The begin travels with the first statement of the work. */
async function begunWith<T>(tx: PoolClient, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const [begin, working] = inOnePiece(tx, () => [tx.query('begin'), work(tx)] as const)
  begin.catch(() => undefined)
  const result = await working
  await begin
  return result
}
