import { execFile, spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SMTPServer } from 'smtp-server'
import { linkModules, type Root } from './find-dovecot.ts'

const run = promisify(execFile)

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** `tls`: files of a certificate and its key. `introspectionUrl`: where tokens are asked about (RFC 7662). `takesMs`: how long a mail handed over is pondered before it is taken. */
type Options = { tls?: { cert: string; key: string }; introspectionUrl?: string; takesMs?: number }

export type ImapServer = {
  imapPort: number
  /** With TLS from the first byte; only where a certificate was given. */
  imapsPort: number
  smtpsPort: number
  smtpPort: number
  /** Every user may sign in with it. */
  password: string
  /** Mails handed over by SMTP, in order. */
  handed: { from: string; to: string[]; raw: string }[]
  /** Lays mails into a folder as a mail server would. */
  deliver(user: string, mails: readonly (string | Buffer)[], folder?: string): void
  /** Moves a file into the inbox, as it is. */
  place(user: string, file: string): void
  /** How many headers and texts of mails were given out so far, as Dovecot logs it when somebody leaves. */
  textsGiven(): number
  /** What lies in a folder: each mail with its flags. */
  read(user: string, folder?: string): { flags: string; raw: string }[]
  pause(): Promise<void>
  stop(): Promise<void>
}

const NOBODY = 65_534

async function isGood(introspectionUrl: string | undefined, token: string, user: string): Promise<boolean> {
  if (introspectionUrl === undefined) return false
  const answer = await fetch(introspectionUrl, { method: 'POST', body: new URLSearchParams({ token }) })
  const said: unknown = await answer.json()
  return JSON.stringify(said) === JSON.stringify({ active: true, username: user })
}

/** Takes what a client hands over, and lays it into the mailboxes of `@mail.example`. */
function smtpServer(
  options: Options & { isSecure?: true },
  handed: ImapServer['handed'],
  deliver: ImapServer['deliver'],
): SMTPServer {
  const { tls, introspectionUrl, takesMs = 0 } = options
  const server = new SMTPServer({
    ...(tls === undefined
      ? { disabledCommands: ['STARTTLS'] }
      : { cert: readFileSync(tls.cert), key: readFileSync(tls.key), secure: options.isSecure === true }),
    allowInsecureAuth: true,
    authMethods: introspectionUrl === undefined ? ['PLAIN', 'LOGIN'] : ['PLAIN', 'LOGIN', 'XOAUTH2'],
    size: 60 * 1024 ** 2,
    onAuth: ({ username, password, accessToken }, _session, done) => {
      const refused = () => done(new Error('535 5.7.8 wrong password or token'))
      if (accessToken === undefined) return password === 'geheim' ? done(null, { user: username ?? '' }) : refused()
      isGood(introspectionUrl, accessToken, username ?? '')
        .then((isLetIn) => (isLetIn ? done(null, { user: username ?? '' }) : refused()))
        .catch(refused)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        const to = session.envelope.rcptTo.map(({ address }) => address)
        const { mailFrom } = session.envelope
        handed.push({ from: mailFrom === false ? '' : mailFrom.address, to, raw: raw.toString() })
        for (const address of to)
          if (address.endsWith('@mail.example')) deliver(address.slice(0, address.lastIndexOf('@')), [raw])
        setTimeout(done, takesMs)
      })
    },
  })
  server.on('error', () => undefined)
  return server
}

async function portOf(server: SMTPServer): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const bound = server.server.address()
  return typeof bound === 'object' && bound !== null ? bound.port : 0
}

function tlsOf(tls: Options['tls']): string {
  if (tls === undefined) return 'ssl = no'
  return `ssl = yes
ssl_cert = <${tls.cert}
ssl_key = <${tls.key}`
}

function tokensOf(home: string, url: string | undefined): string {
  if (url === undefined) return ''
  return `auth_mechanisms = plain login xoauth2
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${home}/oauth2.conf
}
`
}

type Account = { account: string; group: string }

function configOf(
  home: string,
  root: Root,
  ports: { imap: number; imaps: number },
  who: Account,
  options: Options,
): string {
  const { account, group } = who
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
${tlsOf(options.tls)}
disable_plaintext_auth = no
mail_max_userip_connections = 50
maildir_very_dirty_syncs = no
${tokensOf(home, options.introspectionUrl)}passdb {
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
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
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
export async function startImapServer(root: Root, options: Options = {}): Promise<ImapServer> {
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
  const imapsPort = options.tls === undefined ? 0 : await freePort()
  const config = join(home, 'dovecot.conf')
  writeFileSync(config, configOf(home, root, { imap: imapPort, imaps: imapsPort }, { account, group }, options))
  writeFileSync(
    join(home, 'oauth2.conf'),
    `introspection_mode = post
introspection_url = ${options.introspectionUrl ?? ''}
username_attribute = username
active_attribute = active
active_value = true
`,
  )
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
  const smtp = smtpServer(options, handed, deliver)
  const smtps = options.tls === undefined ? null : smtpServer({ ...options, isSecure: true }, handed, deliver)
  const smtpPort = await portOf(smtp)
  const smtpsPort = smtps === null ? 0 : await portOf(smtps)
  const end = async (): Promise<void> => {
    const over = new Promise((exited) => dovecot.once('exit', exited))
    dovecot.kill('SIGTERM')
    await Promise.race([over, new Promise((later) => setTimeout(later, 3_000))])
    if (dovecot.exitCode === null) dovecot.kill('SIGKILL')
  }
  const place = (user: string, file: string): void => {
    deliver(user, [])
    count++
    const path = join(folderOf(user, 'INBOX'), 'new', `${1_700_000_000 + count}.M${count}P${process.pid}.test`)
    renameSync(file, path)
    own(path)
  }
  // At the end of each connection: `body_count=3`, the mails whose text somebody was given.
  const textsGiven = (): number =>
    [...readFileSync(join(home, 'log'), 'utf8').matchAll(/\b(?:hdr|body)_count=(\d+)/g)].reduce(
      (sum, [, n]) => sum + Number(n),
      0,
    )
  return {
    place,
    textsGiven,
    imapPort,
    imapsPort,
    smtpPort,
    smtpsPort,
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
      for (const each of [smtp, smtps])
        await new Promise<void>((closed) => (each === null ? closed() : each.close(closed)))
      rmSync(home, { recursive: true, force: true })
    },
  }
}
