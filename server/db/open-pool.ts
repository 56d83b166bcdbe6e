import { Pool, type PoolConfig } from 'pg'

/**
 * Connections to the database that may break without ending the process: an idle one is replaced, and one at work tells its
 * query. Every pool of a running house is opened here; `onLost` hears what was said of a connection that was lost.
 */
export function openPool(config: PoolConfig, onLost: (what: string) => void): Pool {
  const pool = new Pool(config)
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', (error) => onLost(error.message))
  return pool
}
