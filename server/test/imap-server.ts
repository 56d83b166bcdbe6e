import { execFile, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
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
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SMTPServer } from 'smtp-server'

const run = promisify(execFile)

/** Where a Dovecot of Debian lies: `/` when it is installed, else the folder its packages were unpacked into. */
type Root = string
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

function linkModules(root: Root): void {
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

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address !== null ? address.port : 0
}

export type ImapServer = {
  imapPort: number
  smtpPort: number
  /** Every user may sign in with it. */
  password: string
  /** Mails handed over by SMTP, in order. */
  handed: { from: string; to: string[]; raw: string }[]
  /** Lays mails into a folder as a mail server would. */
  deliver(user: string, mails: readonly (string | Buffer)[], folder?: string): void
  /** What lies in a folder: each mail with its flags. */
  read(user: string, folder?: string): { flags: string; raw: string }[]
  pause(): Promise<void>
  stop(): Promise<void>
}

const NOBODY = 65_534

function configOf(home: string, root: Root, port: number, account: string, group: string): string {
  const lib = join(root, 'usr/lib/dovecot')
  const libraries = [
    join(root, 'usr/lib/x86_64-linux-gnu'),
    join(root, 'usr/lib/aarch64-linux-gnu'),
    lib,
    join(lib, 'modules'),
  ].join(':')
  return `base_dir = ${home}/run
state_dir = ${home}/state
libexec_dir = ${lib}
mail_plugin_dir = ${lib}/modules
login_plugin_dir = ${lib}/modules
log_path = ${home}/log
default_internal_user = ${account}
default_internal_group = ${group}
default_login_user = ${account}
first_valid_uid = 1
mail_location = maildir:${home}/mail/%u
import_environment = LD_LIBRARY_PATH=${libraries}
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_max_userip_connections = 50
maildir_very_dirty_syncs = no
passdb {
  driver = static
  args = password=geheim
}
userdb {
  driver = static
  args = uid=${account} gid=${group} home=${home}/mail/%u
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
  mailbox Archive {
    auto = create
    special_use = \\Archive
  }
}
`
}

/**
 * A real mail server of a test: Dovecot on a port of its own, as an ordinary user in a temporary folder, and beside it an SMTP
 * server that lays what it is handed into the mailboxes of `@mail.example`.
 */
export async function startImapServer(root: Root): Promise<ImapServer> {
  linkModules(root)
  const home = mkdtempSync(join(tmpdir(), 'ensemble-imap-'))
  const isRoot = process.getuid?.() === 0
  const account = isRoot ? 'nobody' : (process.env.USER ?? (await run('id', ['-un'])).stdout.trim())
  const group = (await run('id', ['-gn', account])).stdout.trim()
  const own = (path: string): void => {
    if (isRoot) chownSync(path, NOBODY, NOBODY)
  }
  for (const name of ['', 'run', 'state', 'mail']) {
    mkdirSync(join(home, name), { recursive: true })
    own(join(home, name))
  }
  const imapPort = await freePort()
  const config = join(home, 'dovecot.conf')
  writeFileSync(config, configOf(home, root, imapPort, account, group))
  const lib = join(root, 'usr/lib/dovecot')
  const env = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    LD_LIBRARY_PATH: [
      join(root, 'usr/lib/x86_64-linux-gnu'),
      join(root, 'usr/lib/aarch64-linux-gnu'),
      lib,
      join(lib, 'modules'),
    ].join(':'),
  }
  const start = async () => {
    // Dovecot looks for its reader of settings where Debian installs it: started by that reader, it need not look.
    const child = spawn(
      join(root, 'usr/bin/doveconf'),
      ['-f', 'service=master', '-c', config, '-m', 'master', '-e', join(root, 'usr/sbin/dovecot'), '-F', '-c', config],
      { env, stdio: 'ignore', ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}) },
    )
    for (let tries = 0; tries < 100; tries++) {
      await new Promise((later) => setTimeout(later, 50))
      if (child.exitCode !== null) break
      if (existsSync(join(home, 'run/master.pid'))) return child
    }
    child.kill('SIGKILL')
    throw new Error(
      `Dovecot does not start: ${existsSync(join(home, 'log')) ? readFileSync(join(home, 'log'), 'utf8') : 'no log'}`,
    )
  }
  let dovecot = await start()
  const folderOf = (user: string, folder: string): string =>
    folder === 'INBOX' ? join(home, 'mail', user) : join(home, 'mail', user, `.${folder}`)
  let count = 0
  const deliver: ImapServer['deliver'] = (user, mails, folder = 'INBOX') => {
    const path = folderOf(user, folder)
    for (const made of [join(home, 'mail', user), path, ...['new', 'cur', 'tmp'].map((name) => join(path, name))]) {
      if (existsSync(made)) continue
      mkdirSync(made, { recursive: true })
      own(made)
    }
    for (const mail of mails) {
      count++
      const file = join(path, 'tmp', `${1_700_000_000 + count}.M${count}P${process.pid}.test`)
      writeFileSync(file, mail)
      own(file)
      renameSync(file, file.replace('/tmp/17', '/new/17'))
    }
  }
  const handed: ImapServer['handed'] = []
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    size: 60 * 1024 ** 2,
    onAuth: ({ username, password }, _session, done) => {
      if (password === 'geheim') done(null, { user: username })
      else done(new Error('535 5.7.8 wrong password'))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        const to = session.envelope.rcptTo.map(({ address }) => address)
        handed.push({
          from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
          to,
          raw: raw.toString(),
        })
        for (const address of to)
          if (address.endsWith('@mail.example')) deliver(address.slice(0, address.lastIndexOf('@')), [raw])
        done()
      })
    },
  })
  smtp.on('error', () => undefined)
  await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', () => listening()))
  const bound = smtp.server.address()
  const end = async (): Promise<void> => {
    const over = new Promise((exited) => dovecot.once('exit', exited))
    dovecot.kill('SIGTERM')
    await Promise.race([over, new Promise((later) => setTimeout(later, 3_000))])
    if (dovecot.exitCode === null) dovecot.kill('SIGKILL')
  }
  return {
    imapPort,
    smtpPort: typeof bound === 'object' && bound !== null ? bound.port : 0,
    password: 'geheim',
    handed,
    deliver,
    read(user, folder = 'INBOX') {
      const path = folderOf(user, folder)
      return ['new', 'cur'].flatMap((part) =>
        existsSync(join(path, part))
          ? readdirSync(join(path, part)).map((name) => ({
              flags: part === 'new' ? '' : (name.split(':2,')[1] ?? ''),
              raw: readFileSync(join(path, part, name), 'utf8'),
            }))
          : [],
      )
    },
    async pause() {
      await end()
      rmSync(join(home, 'run/master.pid'), { force: true })
      dovecot = await start()
    },
    async stop() {
      await end()
      await new Promise<void>((closed) => smtp.close(() => closed()))
      rmSync(home, { recursive: true, force: true })
    },
  }
}
