import { execFile } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where a Dovecot of Debian lies: `/` when it is installed, else the folder its packages were unpacked into. */
export type Root = string
type Found = { ok: true; root: Root } | { ok: false; why: string }

const PACKAGES = [
  'dovecot-core',
  'dovecot-imapd',
  'libexttextcat-2.0-0',
  'libstemmer0d',
  'libsodium23',
  'liblua5.4-0',
  'libwrap0',
  'libtirpc3',
  'libapparmor1',
]

/** Where Debian's build looks for modules, and a path of the same length that an ordinary user may make. */
const BUILT_IN = '/usr/lib/dovecot/modules'
const INSTEAD = '/tmp/ensemble-dovecot-md'

/** The build finds some of its modules at a fixed path only: in our unpacked copy that path is another one, of the same length. */
function redirectModules(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    let isChanged = false
    for (let at = bytes.indexOf(BUILT_IN); at !== -1; at = bytes.indexOf(BUILT_IN, at + 1)) {
      bytes.write(INSTEAD, at, 'latin1')
      isChanged = true
    }
    if (isChanged) writeFileSync(path, bytes)
  }
}

/** Makes the path that a copied Dovecot looks for its modules at. */
export function linkModules(root: Root): void {
  if (root === '/') return
  rmSync(INSTEAD, { force: true })
  symlinkSync(join(root, 'usr/lib/dovecot/modules'), INSTEAD)
}

const isDovecot = (root: Root): boolean =>
  existsSync(join(root, 'usr/sbin/dovecot')) && existsSync(join(root, 'usr/lib/dovecot/imap'))

/** Unpacks Dovecot's packages into a folder of ours: nothing is installed, and no right is needed. */
async function unpack(cache: string): Promise<Found> {
  const draft = mkdtempSync(join(tmpdir(), 'ensemble-dovecot-'))
  try {
    chmodSync(draft, 0o777)
    for (const name of PACKAGES)
      await run('apt-get', ['download', name], { cwd: draft, timeout: 60_000 }).catch(() => undefined)
    const files = readdirSync(draft).filter((name) => name.endsWith('.deb'))
    for (const file of files) await run('dpkg', ['-x', join(draft, file), join(draft, 'root')], { timeout: 60_000 })
    redirectModules(join(draft, 'root/usr'))
    if (!isDovecot(join(draft, 'root'))) return { ok: false, why: 'the packages of Dovecot could not be downloaded' }
    mkdirSync(join(cache, '..'), { recursive: true })
    if (!existsSync(cache)) renameSync(join(draft, 'root'), cache)
    return { ok: true, root: cache }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** A Dovecot to test with: the machine's, one unpacked before, or one unpacked now where apt-get is. */
export async function findDovecot(): Promise<Found> {
  if (process.platform !== 'linux') return { ok: false, why: 'Dovecot is started on Linux only' }
  if (isDovecot('/')) return { ok: true, root: '/' }
  const cache = join(process.env.ENSEMBLE_TEST_CACHE ?? join(tmpdir(), 'ensemble-test-cache'), 'dovecot')
  if (isDovecot(cache)) return { ok: true, root: cache }
  if (!existsSync('/usr/bin/apt-get')) return { ok: false, why: 'there is neither Dovecot nor apt-get on this machine' }
  return unpack(cache)
}
