import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, linkSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { ExplainedError } from '../../explained-error.ts'
import { type Account, canReach, exists } from './account.ts'

/** Where one embedded cluster lives. */
export type ClusterPaths = {
  root: string
  dataDir: string
  socketDir: string
  passwordFile: string
  lockFile: string
  startupLog: string
  settingsFile: string
}

// The kernel holds 108 bytes with the final zero; PostgreSQL adds its own file name, the longest being the lock beside the socket.
const longestSocketDir = 107 - '/.s.PGSQL.5432.lock'.length

/** Picks the cluster's folder before the account is known: `home/postgres`, or what an earlier start chose for this home. */
export function clusterRoot(home: string): string {
  makeHome(home)
  const elsewhere = join(home, 'postgres-location')
  return exists(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : join(realpathSync(home), 'postgres')
}

/** A home that root makes can be entered by the account PostgreSQL runs under, whatever the umask; what lies in it stays private. */
function makeHome(home: string): void {
  const first = mkdirSync(home, { recursive: true })
  if (first === undefined || process.getuid?.() !== 0) return
  for (let at = resolve(home); at.startsWith(resolve(first)); at = dirname(at)) chmodSync(at, 0o711)
}

/** Makes the cluster's folder, in a place the account can reach, private to it. */
export function prepareRoot(home: string, root: string, account: Account, log: (line: string) => void): string {
  const chosen = exists(root) || canReach(account, root) ? root : moveAside(home, log)
  try {
    mkdirSync(chosen, { recursive: true, mode: 0o700 })
    if (account) chownSync(chosen, account.uid, account.gid)
    chmodSync(chosen, 0o700)
  } catch (error) {
    throw new ExplainedError(
      `The folder ${chosen} cannot be prepared for the database: ${error instanceof Error ? error.message : error}. ` +
        'It may belong to another user: start Ensemble as that user, or set ENSEMBLE_HOME to a folder of your own.',
    )
  }
  return chosen
}

/** Root may keep its home closed to everybody; the unprivileged account then needs its data elsewhere. */
function moveAside(home: string, log: (line: string) => void): string {
  const base = '/var/lib/ensemble'
  mkdirSync(base, { recursive: true })
  chmodSync(base, 0o755)
  const chosen = noteOnce(join(home, 'postgres-location'), join(base, randomBytes(6).toString('hex')))
  log(`The database cannot be kept in ${realpathSync(home)}, which only root may enter; it is kept in ${chosen}.`)
  return chosen
}

/** Writes `value` into the note, unless another process was first; returns what the note says. */
function noteOnce(note: string, value: string): string {
  const draft = `${note}.${process.pid}`
  writeFileSync(draft, `${value}\n`)
  try {
    linkSync(draft, note)
  } catch (error) {
    if (!exists(note)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(note, 'utf8').trim()
}

/** The paths inside a prepared root. */
export function clusterPaths(root: string, account: Account): ClusterPaths {
  return {
    root,
    dataDir: join(root, 'data'),
    socketDir: chooseSocketDir(root, account),
    passwordFile: join(root, 'password'),
    lockFile: join(root, 'start.lock'),
    startupLog: join(root, 'startup.log'),
    settingsFile: join(root, 'ensemble.conf'),
  }
}

function chooseSocketDir(root: string, account: Account): string {
  const near = join(root, 'socket')
  const chosen = Buffer.byteLength(near) <= longestSocketDir ? near : rememberedSocketDir(root)
  mkdirSync(chosen, { recursive: true, mode: 0o700 })
  if (account) chownSync(chosen, account.uid, account.gid)
  chmodSync(chosen, 0o700)
  return chosen
}

/** A path too long for a socket gets a short private folder, remembered so that every process of this home finds it. */
function rememberedSocketDir(root: string): string {
  const note = join(root, 'socket-location')
  if (exists(note)) return readFileSync(note, 'utf8').trim()
  const temporary = Buffer.byteLength(tmpdir()) < 40 ? tmpdir() : '/tmp'
  return noteOnce(note, join(temporary, `ensemble-${randomBytes(8).toString('hex')}`))
}
