import type { Pool } from 'pg'

/**
 * Runs `work` while nobody else runs work of the same name, across processes. The lock belongs to a connection, so it ends with a
 * killed process. Waits for its turn, or answers null at once with `shouldWait: false`.
 */
export async function withLock<T>(
  db: Pool,
  name: string,
  work: () => Promise<T>,
  options: { shouldWait?: boolean } = {},
): Promise<T | null> {
  const client = await db.connect()
  let isBroken = false
  const onError = (): void => {
    isBroken = true
  }
  client.on('error', onError)
  try {
    if (options.shouldWait === false) {
      const { rows } = await client.query<{ got: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
        [name],
      )
      if (rows[0]?.got !== true) return null
    } else await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    try {
      return await work()
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(onError)
    }
  } finally {
    client.off('error', onError)
    client.release(isBroken)
  }
}
