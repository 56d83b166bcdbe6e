import { runMigrations } from 'graphile-worker'
import { Pool } from 'pg'

/** Makes the job queue's own tables, which a restored job is put into. */
export async function prepareJobs(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1, application_name: 'ensemble restore' })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    await pool.end()
  }
}
