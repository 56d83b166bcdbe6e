import { randomBytes } from 'node:crypto'
import { Client, Pool } from 'pg'
import { templateDatabase, urlOfDatabase } from './template-database.ts'
import { startTestCluster } from './test-cluster.ts'

export type TestDatabase = { pool: Pool; url: string; drop(): Promise<void> }

let cluster: Promise<string> | undefined

/**
 * A database of its own for a test file, with this build's schema (none with `{ isEmpty: true }`), on the shared test cluster,
 * or on the server TEST_DATABASE_URL names (its user must be allowed to create databases). Call `drop` in afterAll.
 */
export async function testDatabase(options: { isEmpty?: boolean } = {}): Promise<TestDatabase> {
  cluster ??= process.env.TEST_DATABASE_URL
    ? Promise.resolve(process.env.TEST_DATABASE_URL)
    : startTestCluster().then((started) => started.url)
  const adminUrl = await cluster
  const name = `ensemble_test_${process.pid}_${randomBytes(5).toString('hex')}`
  await withAdmin(adminUrl, async (admin) => {
    const template = options.isEmpty ? 'template0' : await templateDatabase(admin, adminUrl)
    await admin.query(`create database ${name} template ${template}`)
  })
  const url = urlOfDatabase(adminUrl, name)
  const pool = new Pool({ connectionString: url, max: 10 })
  pool.on('error', () => undefined)
  return {
    pool,
    url,
    drop: async () => {
      if (!pool.ended) await pool.end()
      await withAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`))
    },
  }
}

async function withAdmin(url: string, work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: url })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
