import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../project-root.ts'
import { type House, openHouse } from '../../test/house.ts'
import { cleanHtml } from '../mailboxes/clean-html.ts'
import { findMailHost } from '../mailboxes/find-mail-host.ts'
import { askForTokens } from '../mailboxes/oauth/ask-for-tokens.ts'
import type { Provider } from '../mailboxes/oauth/provider.ts'
import { saveProvider } from '../mailboxes/oauth/save-provider.ts'
import { openImap } from '../mailboxes/open-imap.ts'
import { openSmtp } from '../mailboxes/open-smtp.ts'
import { fetchCalendar } from '../meetings/fetch-calendar.ts'
import { HOSTS, NAMES, URLS } from './fixtures/inside.ts'
import { type Door, postOnce } from './post-once.ts'

const PUBLIC = '93.184.216.34'

/** Whatever is dialled inside comes to the trap; whatever is dialled outside comes to a server that leads inside. */
let trap: Server
let leading: Server
let leadsTo = ''
let house: House
let port = 0
let caught = 0
const dialled: string[] = []
const portOf = (server: Server): number => (server.address() as AddressInfo).port

beforeAll(async () => {
  trap = createServer((_request, response) => response.end('BEGIN:VCALENDAR\r\nEND:VCALENDAR'))
  trap.on('connection', () => caught++)
  leading = createServer((_request, response) => response.writeHead(307, { location: leadsTo }).end())
  await Promise.all([trap, leading].map((server) => new Promise<void>((done) => server.listen(0, '::', done))))
  port = portOf(trap)
  house = await openHouse([])
})
afterAll(async () => {
  trap.close()
  leading.close()
  await house.close()
})

const door: Door = {
  canHookLoopback: false,
  timeoutMs: 2_000,
  resolve: async (host) => (host === 'good.example' ? [{ address: PUBLIC, family: 4 }] : (NAMES[host] ?? [])),
  dial: ({ lookup }) => {
    let at = ''
    lookup?.('', {}, (_error, address) => {
      at = String(address)
    })
    dialled.push(at)
    return connect(portOf(at === PUBLIC ? leading : trap), '127.0.0.1')
  },
}

const provider = (tokenUrl: string): Provider => ({
  name: 'other',
  label: 'Provider',
  clientId: 'x',
  clientSecret: null,
  authorizeUrl: 'https://good.example/',
  tokenUrl,
  scopes: '',
  extra: {},
  imap: { host: 'good.example', port: 993, security: 'tls' },
  smtp: null,
  keepsCopies: false,
})

/** Every way by which the product asks something of a server that people name, but webhooks, which have a test of their own. */
const DOORS: Record<string, (url: string) => Promise<boolean>> = {
  'a calendar that says when somebody is busy': async (url) => (await fetchCalendar(door, url)).ok,
  'where tokens for a mailbox come from': async (url) => (await askForTokens(house.ctx, provider(url), {}, door)).ok,
  'a provider, when it is entered': async (url) => {
    const other = { ...provider(url), provider: 'other' as const, tenant: '', domains: [] }
    const kept = await saveProvider(house.ctx, other, door).then(
      () => true,
      () => false,
    )
    return kept
  },
}

describe.each(Object.entries(DOORS))('%s', (_name, knock) => {
  it.each(URLS)('%s is not reached', async (written) => {
    const url = written.replaceAll('PORT', String(port))
    const before = [caught, dialled.length]
    expect(await knock(url)).toBe(false)
    expect([caught, dialled.length]).toEqual(before)
  })
})

describe('redirects that lead inside', () => {
  it.each(HOSTS)('to %s are not followed', async (host) => {
    // As it stands in a header: bytes of UTF-8.
    leadsTo = Buffer.from(`https://${host}:${port}/inside`).toString('latin1')
    const before = [caught, dialled.length]
    expect((await fetchCalendar(door, 'https://good.example/feed.ics')).ok).toBe(false)
    expect((await askForTokens(house.ctx, provider('https://good.example/token'), {}, door)).ok).toBe(false)
    expect((await postOnce(door, 'https://good.example/hook', {}, '{}')).statusCode).toBe(307)
    expect(caught).toBe(before[0])
    expect(dialled.slice(before[1])).toEqual([PUBLIC, PUBLIC, PUBLIC])
  })
})

describe('servers of mail', () => {
  it.each(HOSTS)('%s is not reached', async (host) => {
    for (const at of [993, 143, 465, 587, 25, port]) {
      const found = await findMailHost(house.ctx, { host, port: at }, door.resolve)
      expect(found.ok, `port ${at}`).toBe(false)
    }
  })

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', '169.254.169.254', '192.168.0.1', 'fd00::1', 'fe80::1'])(
    'nothing is said to %s',
    async (host) => {
      const server = { host, port: 993, security: 'tls' as const }
      const opening = { login: 'x', password: 'x' }
      const refused = { trouble: { code: 'private' } }
      await expect(openImap(house.ctx, { ...opening, imap: server })).rejects.toMatchObject(refused)
      await expect(openSmtp(house.ctx, { ...opening, smtp: server })).rejects.toMatchObject(refused)
    },
  )

  it('a name that changes its mind is asked once, and its first answer is where the line goes', async () => {
    let asked = 0
    const found = await findMailHost(house.ctx, { host: 'changing.example', port: 993 }, async () => [
      { address: asked++ === 0 ? PUBLIC : '127.0.0.1', family: 4 },
    ])
    expect(found).toEqual({ ok: true, address: PUBLIC })
    expect(asked).toBe(1)
  })
})

it('pictures and links of mails are never fetched by the server, and not shown until asked for', () => {
  const html = HOSTS.map(
    (host) => `<img src="https://${host}/x.png"><link rel="stylesheet" href="https://${host}/x.css">`,
  )
  const cleaned = cleanHtml(html.join(''), { hasPictures: false }).html
  for (const host of HOSTS.filter((each) => each.length > 1)) expect(cleaned).not.toContain(`//${host}/`)
})

it('there is no other door: whatever opens a connection is one of those tried here', () => {
  // Types alone open nothing, nor does looking at what an address is.
  const opens =
    /^import (?!type )(?!\{ (?:isIP|isIPv4|isIPv6|BlockList|, )+ \}).* from '(?:node:)?(?:https?|http2|net|tls|dgram|undici|nodemailer|imapflow)'|(?<![.\w])fetch\(/m
  const root = join(projectRoot, 'server', 'features')
  const doors = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/fixtures/') && opens.test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file))
  expect(doors.sort()).toEqual([
    // The mail server of the house: administrators name it, and it may stand in their network.
    'mail/send-by-smtp.ts',
    'mailboxes/open-imap.ts',
    'mailboxes/open-smtp.ts',
    // Certificates only.
    'mailboxes/trusted.ts',
    'meetings/fetch-calendar.ts',
    'webhooks/post-once.ts',
  ])
})
