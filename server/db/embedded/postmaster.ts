import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/** What PostgreSQL's own pid file says; `status` is absent while the file is being written. */
export type PidFile = { pid: number; port: number; socketDir: string; status: string }

export function readPidFile(dataDir: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0) return undefined
    return { pid, port: Number(lines[3]), socketDir: lines[4] ?? '', status: (lines[7] ?? '').trim() }
  } catch {
    return undefined
  }
}

/** The pid of the live postmaster of this data directory. A zombie, or a reused pid, is not mistaken for it. */
export function findPostmaster(dataDir: string): number | undefined {
  const pid = readPidFile(dataDir)?.pid
  return pid !== undefined && livesIn(pid, dataDir) ? pid : undefined
}

/** The processes that work in this data directory: the postmaster and its children, also after the postmaster died. */
export function processesIn(dataDir: string): number[] {
  if (process.platform !== 'linux') {
    const pid = findPostmaster(dataDir)
    return pid === undefined ? [] : [pid]
  }
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name)
    return Number.isInteger(pid) && livesIn(pid, dataDir) ? [pid] : []
  })
}

/** PostgreSQL's processes have the data directory as working directory; a zombie has none. */
function livesIn(pid: number, dataDir: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
    } catch {
      return false
    }
  }
  if (process.platform === 'win32') return isAlive(pid)
  const listing = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  return !listing.startsWith('Z') && listing.includes(dataDir)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
