import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClusterPaths } from './cluster-paths.ts'
import { findPostmaster, processesIn } from './postmaster.ts'
import type { Programs } from './programs.ts'

const patienceMs = 60_000

/** Stops PostgreSQL in order (open transactions are rolled back, memory is written out) and waits until it is gone. */
export async function stopPostmaster(paths: ClusterPaths, programs: Programs): Promise<void> {
  const pid = findPostmaster(paths.dataDir)
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync(join(programs.binDir, 'pg_ctl.exe'), ['stop', '-m', 'fast', '-w', '-D', paths.dataDir])
    return
  }
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + patienceMs
  let isUrged = false
  while (processesIn(paths.dataDir).length > 0) {
    if (!isUrged && Date.now() > deadline) {
      isUrged = true
      if (findPostmaster(paths.dataDir) === pid) process.kill(pid, 'SIGQUIT')
    }
    await sleep(10)
  }
  removeFarSocketDir(paths)
}

/** A socket folder outside our own is made anew at the next start. */
function removeFarSocketDir(paths: ClusterPaths): void {
  if (!paths.socketDir.startsWith(paths.root)) rmSync(paths.socketDir, { recursive: true, force: true })
}
