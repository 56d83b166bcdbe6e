import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDovecot } from '../../../test/find-dovecot.ts'
import { type ImapServer, startImapServer } from '../../../test/imap-server.ts'
import { type SignInServer, startSignInServer } from '../../../test/sign-in-server.ts'
import { type MailHouse, openMailHouse, type Someone } from '../fixtures/mail-house.ts'
import { makeMail } from '../fixtures/make-mail.ts'
import { readMailbox } from '../mailbox.ts'
import { openImap } from '../open-imap.ts'
import { sendDueOutgoing } from '../send-due-outgoing.ts'
import { syncMailbox } from '../sync-mailbox.ts'
import { watchMailbox } from '../watch-mailbox.ts'
import { addressIn } from './finish-sign-in.ts'

const dovecot = await findDovecot()
const OLGA = 'olga@mail.example'

let provider: SignInServer
let server: ImapServer
let house: MailHouse
let admin: Someone
let seller: Someone
let mailboxId: string

const secretOf = async (): Promise<string> =>
  (await house.ctx.db.query('select secret from mailboxes where mailbox_id = $1', [mailboxId])).rows[0].secret
const begin = (who: Someone, body: object) => who.ask({ method: 'POST', url: '/api/mailbox-sign-ins', body })
const finish = (who: Someone, body: object) => who.ask({ method: 'POST', url: '/api/mailbox-sign-ins/answers', body })

describe.skipIf(!dovecot.ok)(`mailboxes that are signed in${dovecot.ok ? '' : ` (left out: ${dovecot.why})`}`, () => {
  beforeAll(async () => {
    if (!dovecot.ok) return
    provider = await startSignInServer()
    server = await startImapServer(dovecot.root, { introspectionUrl: provider.introspectionUrl })
    house = await openMailHouse(server)
    house.ctx.outside = { smtpUrl: undefined, mailFrom: undefined, canHookLoopback: true }
    admin = await house.as('admin')
    seller = await house.as('seller')
  }, 120_000)

  afterAll(async () => {
    await house?.close()
    await server?.stop()
    await provider?.close()
  })

  it('an administrator enters the provider; its secret is encrypted and never shown', async () => {
    expect((await begin(seller, { provider: 'other', address: OLGA })).statusCode).toBe(422)
    const body = {
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      label: 'Mail of the house',
      domains: ['mail.example'],
      authorizeUrl: provider.authorizeUrl,
      tokenUrl: provider.tokenUrl,
      scopes: 'openid email mail',
      imap: { host: '127.0.0.1', port: server.imapPort, security: 'none' },
      smtp: { host: '127.0.0.1', port: server.smtpPort, security: 'none' },
    }
    const put = (who: Someone, change: object = {}) =>
      who.ask({ method: 'PUT', url: '/api/mailbox-providers/other', body: { ...body, ...change } })
    expect((await put(seller)).statusCode).toBe(403)
    const inside = await put(admin, { tokenUrl: 'https://10.0.0.7/token' })
    expect(inside.statusCode).toBe(422)
    expect(inside.json().errors[0].where).toBe('body.tokenUrl')
    expect((await put(admin)).statusCode).toBe(204)
    const { redirectUrl, providers } = (await admin.ask({ url: '/api/mailbox-providers' })).json()
    expect(redirectUrl).toBe('http://ensemble.example/settings/mailboxes/signed-in')
    expect(providers).toMatchObject([{ provider: 'other', label: 'Mail of the house', hasSecret: true }])
    const { rows } = await house.ctx.db.query(`select value::text from settings where key = 'mailbox sign-in'`)
    expect(rows[0].value).not.toContain(provider.clientSecret)
    const preset = (await seller.ask({ url: `/api/mailbox-presets?address=${OLGA}` })).json()
    expect(preset.signIn).toEqual({ provider: 'other', label: 'Mail of the house' })
  })

  it('the code is good with its proof, once, and only for whoever began', async () => {
    const { url } = (await begin(seller, { provider: 'other', address: OLGA, policy: 'all' })).json()
    const asked = new URL(url).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('login_hint')).toBe(OLGA)
    const back = await provider.agree(url, OLGA)
    const colleague = await house.as('seller')
    expect((await finish(colleague, back)).statusCode).toBe(422)
    expect((await finish(seller, { ...back, state: 'another' })).statusCode).toBe(422)
    const connected = await finish(seller, back)
    expect(connected.statusCode, connected.body).toBe(201)
    expect(connected.json()).toMatchObject({ address: OLGA, login: OLGA, signIn: 'other', policy: 'all' })
    mailboxId = connected.json().id
    expect((await finish(seller, back)).json().detail).toContain('was not begun here')
    expect(await secretOf()).not.toContain('access')
  })

  it('reads and sends with the token, which the real server asks the provider about', async () => {
    const ana = await house.known('ana@client.example', 'Ana Costa')
    server.deliver(OLGA, [makeMail({ subject: 'Signed in', to: OLGA })])
    await syncMailbox(house.ctx, mailboxId)
    expect((await house.factsOf(ana)).map((each) => each.kind)).toContain('email.replied')
    const body = { mailboxId, recipients: [{ address: 'ana@client.example' }], subject: 'Yes', body: 'Gladly.' }
    expect((await seller.ask({ method: 'POST', url: '/api/outgoing-mails', body })).statusCode).toBe(201)
    await house.hurry()
    await sendDueOutgoing(house.ctx, new AbortController().signal)
    expect(server.handed).toHaveLength(1)
  })

  it('asks for a new token before the old one ends: once, however many want one', async () => {
    provider.lifeS = 60
    provider.revoke({ andRefresh: false })
    const mailbox = await readMailbox(house.ctx.db, house.ctx.secret, mailboxId)
    const before = provider.asked.length
    // The stored token looks good for an hour, and is not: the server refuses it, and a new one is asked for.
    await (await openImap(house.ctx, mailbox)).logout()
    expect(provider.asked.slice(before).map((each) => each.grant_type)).toEqual(['refresh_token'])
    // A token of a minute ends soon: whoever wants one asks, and they ask once together.
    provider.lifeS = 3_600
    const clients = await Promise.all(Array.from({ length: 8 }, () => openImap(house.ctx, mailbox)))
    for (const client of clients) await client.logout()
    expect(provider.asked.slice(before)).toHaveLength(2)
    expect(new Set(provider.asked.slice(before).map((each) => each.refresh_token)).size).toBe(2)
  }, 60_000)

  it('waits for a process that was killed while it asked', async () => {
    const mailbox = await readMailbox(house.ctx.db, house.ctx.secret, mailboxId)
    provider.revoke({ andRefresh: false })
    await house.ctx.db.query(
      `update mailboxes set refreshing_until = now() + interval '1 second' where mailbox_id = $1`,
      [mailboxId],
    )
    await (await openImap(house.ctx, mailbox)).logout()
  }, 60_000)

  it('says so when access was taken back, tries rarely, and is signed in anew', async () => {
    provider.revoke({ andRefresh: true })
    await watchMailbox(house.ctx, mailboxId, crypto.randomUUID(), new AbortController().signal)
    const view = async () =>
      (await seller.ask({ url: '/api/mailboxes' }))
        .json()
        .mailboxes.find((each: { id: string }) => each.id === mailboxId)
    expect(await view()).toMatchObject({
      status: 'waiting',
      trouble: { code: 'signed out', what: expect.stringContaining('Mail of the house no longer lets us in') },
    })
    const { url } = (await begin(seller, { mailboxId })).json()
    const other = await finish(seller, await provider.agree(url, 'somebody@mail.example'))
    expect(other.json().detail).toBe(`You signed in as somebody@mail.example; this mailbox is ${OLGA}.`)
    const again = (await begin(seller, { mailboxId })).json()
    expect((await finish(seller, await provider.agree(again.url, OLGA))).statusCode).toBe(201)
    expect(await view()).toMatchObject({ status: 'new', trouble: null, signIn: 'other' })
    await syncMailbox(house.ctx, mailboxId)
  })

  it('never sends the token to a server the provider was not entered with', async () => {
    const moved = await seller.ask({
      method: 'PATCH',
      url: `/api/mailboxes/${mailboxId}`,
      body: { imap: { host: 'localhost', port: server.imapPort, security: 'none' } },
    })
    expect(moved.statusCode).toBe(400)
    expect(moved.json().errors[0].where).toBe('body.password')
  })

  it('a wrong client secret is told to whoever can mend it', async () => {
    const { providers } = (await admin.ask({ url: '/api/mailbox-providers' })).json()
    const { provider: _name, hasSecret: _secret, ...kept } = providers[0]
    await admin.ask({ method: 'PUT', url: '/api/mailbox-providers/other', body: { ...kept, clientSecret: 'wrong' } })
    const { url } = (await begin(seller, { mailboxId })).json()
    const refused = await finish(seller, await provider.agree(url, OLGA))
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ detail: expect.stringContaining('invalid_client') })
    expect((await admin.ask({ method: 'DELETE', url: '/api/mailbox-providers/other' })).statusCode).toBe(204)
    expect((await seller.ask({ url: '/api/mailboxes' })).json().signIns).toEqual([])
  })
})

it.each([
  [`x.${Buffer.from('{"email":"A@B.example"}').toString('base64url')}.y`, 'a@b.example'],
  [`x.${Buffer.from('{"preferred_username":"c@d.example"}').toString('base64url')}.`, 'c@d.example'],
  ['nonsense', null],
  ['a.b.c', null],
  [null, null],
])('reads who signed in from %s', (token, address) => expect(addressIn(token)).toBe(address))
