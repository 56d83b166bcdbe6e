import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { dropOrphans } from './template-database.ts'
import { startTestCluster, testClusterHome } from './test-cluster.ts'

/** After the run: drops what killed test processes left, and stops the test cluster when no other run uses it. */
export async function teardown(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return
  if (!existsSync(join(testClusterHome(), 'postgres', 'data', 'postmaster.pid'))) return
  const cluster = await startTestCluster()
  const admin = new Client({ connectionString: cluster.url })
  await admin.connect()
  await dropOrphans(admin)
  await admin.end()
  await cluster.stop()
}
