import type { Pool } from 'pg'

const LOCK = 6_720_934

/** Runs `work` while no other process makes the demo; null when one does. The lock ends with a killed process. */
export async function withDemoLock<T>(db: Pool, work: () => Promise<T>): Promise<T | null> {
  const client = await db.connect()
  let isBroken = false
  const onError = (): void => {
    isBroken = true
  }
  client.on('error', onError)
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [LOCK])
    if (rows[0]?.got !== true) return null
    try {
      return await work()
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(onError)
    }
  } finally {
    client.off('error', onError)
    client.release(isBroken)
  }
}
