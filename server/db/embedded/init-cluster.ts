import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, chownSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ExplainedError } from '../../explained-error.ts'
import { type Account, exists } from './account.ts'
import type { ClusterPaths } from './cluster-paths.ts'
import { explainFailure } from './explain-failure.ts'
import { freeMegabytes } from './free-space.ts'
import { processesIn } from './postmaster.ts'
import type { Programs } from './programs.ts'

export const clusterUser = 'ensemble'
const neededMegabytes = 200

/** Makes the data directory when there is none: built beside its place, then renamed, so that a killed first start leaves nothing half-made. */
export async function initCluster(paths: ClusterPaths, programs: Programs, account: Account): Promise<boolean> {
  removeDrafts(paths.root)
  if (exists(join(paths.dataDir, 'PG_VERSION'))) return false
  refuseLittleSpace(paths.root)
  writePassword(paths.passwordFile, account)
  const draft = join(paths.root, `data.new-${randomBytes(4).toString('hex')}`)
  const result = await runInitdb(draft, paths, programs, account)
  if (result.code !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw explainFailure('The database could not be created', result.output, paths.root)
  }
  // Included last, so that what an administrator adds below it wins.
  appendFileSync(
    join(draft, 'postgresql.conf'),
    "\ninclude_if_exists = '../ensemble.conf'\n# Your own settings go below this line.\n",
  )
  rmSync(paths.dataDir, { recursive: true, force: true })
  renameSync(draft, paths.dataDir)
  return true
}

/** A killed first start leaves its draft, and perhaps an initdb that still writes to it. */
function removeDrafts(root: string): void {
  for (const name of readdirSync(root).filter((each) => each.startsWith('data.new'))) {
    const draft = join(root, name)
    for (const pid of [...processesIn(root), ...processesIn(draft)]) endProcess(pid)
    rmSync(draft, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}

function refuseLittleSpace(root: string): void {
  const free = freeMegabytes(root)
  if (free >= neededMegabytes) return
  throw new ExplainedError(
    `The disk that holds ${root} has ${free} MB free; a new database needs ${neededMegabytes} MB. Free some space, or set ENSEMBLE_HOME to a folder on another disk.`,
  )
}

function writePassword(file: string, account: Account): void {
  if (exists(file)) return
  writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
  if (account) chownSync(file, account.uid, account.gid)
}

function runInitdb(
  draft: string,
  paths: ClusterPaths,
  programs: Programs,
  account: Account,
): Promise<{ code: number; output: string }> {
  const locale =
    programs.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  const args = [
    '-D',
    draft,
    '-U',
    clusterUser,
    '-E',
    'UTF8',
    ...locale,
    '-k',
    '-A',
    'scram-sha-256',
    `--pwfile=${paths.passwordFile}`,
  ]
  return new Promise((resolve) => {
    const child = spawn(join(programs.binDir, 'initdb'), args, {
      cwd: paths.root,
      env: fixedEnvironment(),
      uid: account?.uid,
      gid: account?.gid,
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', (error) => resolve({ code: 1, output: output + error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Encoding, time zone and messages must not follow the environment of whoever starts first. */
export function fixedEnvironment(): NodeJS.ProcessEnv {
  const windows = { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP, TMP: process.env.TMP }
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...(process.platform === 'win32' ? windows : {}) }
}
