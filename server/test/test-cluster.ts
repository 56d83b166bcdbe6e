import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedDatabase, startEmbedded } from '../db/embedded/start-embedded.ts'

/** One cluster for all test files of this checkout and user; it survives a run so that the next starts at once. */
export function testClusterHome(): string {
  const key = createHash('sha256')
    .update(`${import.meta.dirname} ${userInfo().uid}`)
    .digest('hex')
    .slice(0, 10)
  const home = join(tmpdir(), `ensemble-test-${key}`)
  mkdirSync(home, { recursive: true })
  chmodSync(home, 0o755)
  return home
}

/** Durability is off here: tests of crash safety start a database of their own. */
export function startTestCluster(): Promise<EmbeddedDatabase> {
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
    shared_buffers: '256MB',
    max_wal_size: '512MB',
  }
  return startEmbedded({ home: testClusterHome(), settings, log: () => undefined })
}
