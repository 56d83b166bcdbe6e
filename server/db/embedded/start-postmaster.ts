import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, closeSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ExplainedError } from '../../explained-error.ts'
import type { Account } from './account.ts'
import type { ClusterPaths } from './cluster-paths.ts'
import { explainFailure, readServerLog } from './explain-failure.ts'
import { fixedEnvironment } from './init-cluster.ts'
import { findPostmaster, processesIn, readPidFile } from './postmaster.ts'
import type { Programs } from './programs.ts'

const pollMs = 20
const survivorsMs = 30_000

/** Starts PostgreSQL on the data directory, or finds it running, and waits until it takes connections. Call under the start lock. */
export async function startPostmaster(
  paths: ClusterPaths,
  programs: Programs,
  account: Account,
  log: (line: string) => void,
): Promise<'adopted' | 'started'> {
  const running = findPostmaster(paths.dataDir)
  if (running !== undefined && readPidFile(paths.dataDir)?.status !== 'stopping') {
    await waitUntilReady(paths, log)
    return 'adopted'
  }
  await waitForSurvivors(paths.dataDir)
  refuseOtherMajor(paths.dataDir, programs)
  removeStaleFiles(paths)
  const child = launch(paths, programs, account)
  await waitUntilReady(paths, log, child)
  return 'started'
}

function refuseOtherMajor(dataDir: string, programs: Programs): void {
  const dataMajor = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim()
  if (dataMajor === String(programs.major)) return
  throw new ExplainedError(
    `The data in ${dataDir} was written by PostgreSQL ${dataMajor}, and the programs here are PostgreSQL ${programs.version}. ` +
      `Make a backup with the version of Ensemble that used PostgreSQL ${dataMajor} (\`ensemble backup\`), move the folder away, and restore it here; ` +
      `or set ENSEMBLE_PG_BIN to the folder of PostgreSQL ${dataMajor}'s programs.`,
  )
}

/** Children outlive a killed postmaster for a moment, and PostgreSQL does not start beside them. */
async function waitForSurvivors(dataDir: string): Promise<void> {
  const deadline = Date.now() + survivorsMs
  while (processesIn(dataDir).length > 0) {
    if (Date.now() > deadline) {
      throw new ExplainedError(
        `Processes of an earlier PostgreSQL still work in ${dataDir} (pid ${processesIn(dataDir).join(', ')}). End them and start again.`,
      )
    }
    await sleep(pollMs)
  }
}

/** Nobody lives in the data directory now, so a pid file or socket lock is a leftover, whoever has that pid today. */
function removeStaleFiles(paths: ClusterPaths): void {
  rmSync(join(paths.dataDir, 'postmaster.pid'), { force: true })
  for (const name of readdirSync(paths.socketDir)) {
    if (name.startsWith('.s.PGSQL.')) rmSync(join(paths.socketDir, name), { force: true })
  }
}

function launch(paths: ClusterPaths, programs: Programs, account: Account): ChildProcess {
  const output = openSync(paths.startupLog, 'w', 0o644)
  chmodSync(paths.startupLog, 0o644)
  // Node has no Unix sockets on Windows: there, the loopback address and the password.
  const network =
    process.platform === 'win32'
      ? [
          '-c',
          'listen_addresses=127.0.0.1',
          '-c',
          'unix_socket_directories=',
          '-p',
          String(20_000 + Math.floor(Math.random() * 20_000)),
        ]
      : [
          '-c',
          'listen_addresses=',
          '-c',
          `unix_socket_directories=${paths.socketDir}`,
          '-c',
          'unix_socket_permissions=0700',
          '-p',
          '5432',
        ]
  const child = spawn(join(programs.binDir, 'postgres'), ['-D', paths.dataDir, ...network], {
    cwd: paths.root,
    env: fixedEnvironment(),
    stdio: ['ignore', output, output],
    detached: true,
    uid: account?.uid,
    gid: account?.gid,
  })
  closeSync(output)
  child.unref()
  return child
}

/** Crash recovery takes as long as it takes; only the end of the process is a failure. */
async function waitUntilReady(paths: ClusterPaths, log: (line: string) => void, child?: ChildProcess): Promise<void> {
  let spawnError: Error | undefined
  child?.on('error', (error) => {
    spawnError = error
  })
  const startedAt = Date.now()
  let hasSpoken = false
  for (;;) {
    if (readPidFile(paths.dataDir)?.status === 'ready') return
    const isGone = child
      ? child.exitCode !== null || child.signalCode !== null
      : findPostmaster(paths.dataDir) === undefined
    if (spawnError || isGone) {
      const output = `${spawnError?.message ?? ''}\n${readServerLog(paths.startupLog, paths.dataDir)}`
      throw explainFailure('The database did not start', output, paths.dataDir)
    }
    if (!hasSpoken && Date.now() - startedAt > 3000) {
      hasSpoken = true
      log('The database is recovering from a sudden end; this can take a while.')
    }
    await sleep(pollMs)
  }
}
