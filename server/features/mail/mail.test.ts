import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { headerOf, type MailServer, partsOf, startMailServer } from '../../test/mail-server.ts'
import { ENDPOINTS as USERS } from '../users/routes.ts'
import { queueMail } from './queue-mail.ts'
import { ENDPOINTS } from './routes.ts'
import { sendDueMails } from './send-due-mails.ts'

let house: House
let admin: Awaited<ReturnType<House['as']>>
let nowMs = Date.now()
const servers: { close(): unknown }[] = []

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...USERS])
  house.ctx.now = () => nowMs
  admin = await house.as('admin')
})
beforeEach(() => {
  nowMs = Date.now()
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  house.ctx.outside = { smtpUrl: undefined, mailFrom: undefined, canHookLoopback: false }
  for (const table of ['mails', 'refused_addresses', 'notices']) await house.ctx.db.query(`delete from ${table}`)
  await house.ctx.db.query(`delete from settings where key = 'mail'`)
})
afterAll(() => house.close())

function use(port: number): void {
  house.ctx.outside = {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'Lume <notices@lume.example>',
    canHookLoopback: false,
  }
}

async function serve(...options: Parameters<typeof startMailServer>): Promise<MailServer> {
  const server = await startMailServer(...options)
  servers.push(server)
  use(server.port)
  return server
}

const letter = { subject: 'Yours: Vera', text: 'Hello', html: '<p>Hello</p>' }
const queue = (address = 'ana@x.example') =>
  queueMail(house.ctx.db, house.ctx, { userId: admin.id, address, kind: 'invitation', letter })

type Stored = { status: string; tries: number; error: string | null; content: string | null; next_try_at: Date }
async function stored(mailId: string): Promise<Stored> {
  const { rows } = await house.ctx.db.query<Stored>(
    'select status, tries, error, content, next_try_at from mails where mail_id = $1',
    [mailId],
  )
  const [row] = rows
  if (row === undefined) throw new Error('no such mail')
  return row
}

describe('a mail in the outbox', () => {
  it('is sent once, as text and HTML, with who it is from and a name of its own', async () => {
    const server = await serve()
    const mailId = await queue()
    await Promise.all([sendDueMails(house.ctx), sendDueMails(house.ctx)])
    await sendDueMails(house.ctx)
    expect(server.mails).toHaveLength(1)
    const raw = server.mails[0]?.raw ?? ''
    expect(headerOf(raw, 'From')).toBe('Lume <notices@lume.example>')
    expect(headerOf(raw, 'Message-ID')).toBe(`<${mailId}@ensemble.example>`)
    expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated')
    expect(partsOf(raw)).toEqual({
      text: expect.stringContaining('Hello'),
      html: expect.stringContaining('<p>Hello</p>'),
    })
    expect(await stored(mailId)).toMatchObject({ status: 'sent', tries: 1, error: null, content: null })
  })

  it('is not readable where it lies, and not kept once it is sent', async () => {
    const mailId = await queue()
    expect((await stored(mailId)).content).not.toContain('Hello')
  })

  it('waits while nobody says how to send, and goes when somebody does', async () => {
    const mailId = await queue()
    await sendDueMails(house.ctx)
    expect(await stored(mailId)).toMatchObject({ status: 'waiting', tries: 0 })
    const server = await serve()
    await sendDueMails(house.ctx)
    expect(server.mails).toHaveLength(1)
  })

  it('is tried again later when nobody listens, with the reason in words', async () => {
    const server = await startMailServer()
    await server.close()
    use(server.port)
    const mailId = await queue()
    await sendDueMails(house.ctx)
    const row = await stored(mailId)
    expect(row).toMatchObject({
      status: 'waiting',
      tries: 1,
      error: expect.stringContaining(`No mail server answers at 127.0.0.1, port ${server.port}.`),
    })
    expect(row.next_try_at.getTime()).toBeGreaterThan(nowMs + 50_000)
    await serve({}, server.port)
    nowMs += 120_000
    await sendDueMails(house.ctx)
    expect(await stored(mailId)).toMatchObject({ status: 'sent', tries: 2 })
  })

  it('is tried again when it is greylisted (4xx), until it is let through', async () => {
    let asked = 0
    const server = await serve({
      onRcptTo(_address, _session, done) {
        asked++
        done(asked < 3 ? Object.assign(new Error('greylisted, come back'), { responseCode: 451 }) : null)
      },
    })
    const mailId = await queue()
    for (const minutes of [0, 3, 6]) {
      nowMs += minutes * 60_000
      await sendDueMails(house.ctx)
    }
    expect(server.mails).toHaveLength(1)
    expect(await stored(mailId)).toMatchObject({ status: 'sent', tries: 3 })
  })

  it('is given up at once when its address is refused for good (5xx): the address is marked and the administrators hear of it', async () => {
    let asked = 0
    await serve({
      onRcptTo({ address }, _session, done) {
        if (address === 'nobody@x.example') asked++
        done(address === 'nobody@x.example' ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null)
      },
    })
    const mailId = await queue('nobody@x.example')
    const other = await queue('somebody@x.example')
    await sendDueMails(house.ctx)
    expect(await stored(mailId)).toMatchObject({
      status: 'refused',
      tries: 1,
      error: expect.stringContaining('no such user'),
    })
    expect(await stored(other)).toMatchObject({ status: 'sent' })
    const { rows } = await house.ctx.db.query(`select data from notices where user_id = $1 and kind = 'mail_refused'`, [
      admin.id,
    ])
    expect(rows).toMatchObject([{ data: { address: 'nobody@x.example', status: 'refused' } }])

    const again = await queue('nobody@x.example')
    await sendDueMails(house.ctx)
    expect(await stored(again)).toMatchObject({ status: 'refused' })
    expect(asked).toBe(1)
    expect(
      (await admin.ask({ method: 'POST', url: '/api/mail/allowed-addresses', body: { address: 'nobody@x.example' } }))
        .statusCode,
    ).toBe(204)
    await queue('nobody@x.example')
    await sendDueMails(house.ctx)
    expect(asked).toBe(2)
  })

  it('that the server will not have for its text is given up, and the address is not blamed', async () => {
    await serve({
      onData(stream, _session, done) {
        stream.resume()
        stream.on('end', () => done(Object.assign(new Error('looks like spam'), { responseCode: 554 })))
      },
    })
    const mailId = await queue()
    await sendDueMails(house.ctx)
    expect(await stored(mailId)).toMatchObject({ status: 'failed', error: expect.stringContaining('looks like spam') })
    expect((await house.ctx.db.query('select 1 from refused_addresses')).rowCount).toBe(0)
  })

  it('is handed over again under the same Message-ID when the server dies after the text', async () => {
    const ids: string[] = []
    let dies = true
    const server = await serve({
      onData(stream, _session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          ids.push(headerOf(Buffer.concat(chunks).toString(), 'Message-ID'))
          if (!dies) return done()
          // The mail is taken, the word for it never comes.
          server.cut()
        })
      },
    })
    const mailId = await queue()
    await sendDueMails(house.ctx)
    expect(await stored(mailId)).toMatchObject({ status: 'waiting', tries: 1, error: expect.stringContaining('broke') })
    dies = false
    nowMs += 120_000
    await sendDueMails(house.ctx)
    expect(await stored(mailId)).toMatchObject({ status: 'sent', tries: 2 })
    expect(ids).toEqual([`<${mailId}@ensemble.example>`, `<${mailId}@ensemble.example>`])
  })

  it('is tried again after a server that says nothing', async () => {
    const sockets: Socket[] = []
    const mute = createServer((socket) => sockets.push(socket))
    await new Promise<void>((done) => mute.listen(0, '127.0.0.1', done))
    servers.push({
      close: () => {
        for (const socket of sockets) socket.destroy()
        mute.close()
      },
    })
    use((mute.address() as AddressInfo).port)
    const mailId = await queue()
    await sendDueMails(house.ctx)
    expect(await stored(mailId)).toMatchObject({
      status: 'waiting',
      tries: 1,
      error: expect.stringContaining('does not answer in time'),
    })
  }, 20_000)

  it('is taken up by another process when the one at it was killed', async () => {
    const server = await serve()
    const mailId = await queue()
    await house.ctx.db.query(`update mails set claimed_until = $1`, [new Date(nowMs + 120_000)])
    expect(await sendDueMails(house.ctx)).toBe(0)
    nowMs += 121_000
    expect(await sendDueMails(house.ctx)).toBe(1)
    expect(server.mails).toHaveLength(1)
    expect(await stored(mailId)).toMatchObject({ status: 'sent' })
  })

  it('tells the administrators once a day that the server has been in trouble for a while', async () => {
    const server = await startMailServer()
    await server.close()
    use(server.port)
    for (const name of ['a', 'b', 'c']) await queue(`${name}@x.example`)
    for (const minutes of [0, 3, 4, 8, 16, 20]) {
      nowMs += minutes * 60_000
      await sendDueMails(house.ctx)
    }
    const { rows } = await house.ctx.db.query(`select data from notices where user_id = $1 and kind = 'mail_refused'`, [
      admin.id,
    ])
    expect(rows).toMatchObject([{ data: { status: 'waiting' } }])
  })
})

describe('the mail server', () => {
  const settings = { security: 'none', user: null, from: 'Lume <notices@lume.example>' }

  it('is set by an administrator, its password encrypted and never shown, and tried out', async () => {
    let seen = ''
    const server = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        seen = `${username}:${password}`
        done(null, { user: username ?? '' })
      },
    })
    servers.push(server)
    const body = { ...settings, host: '127.0.0.1', port: server.port, user: 'lume', password: 'a mail password' }
    const set = await admin.ask({ method: 'PUT', url: '/api/mail', body })
    expect(set.json()).toMatchObject({ source: 'house', host: '127.0.0.1', user: 'lume', hasPassword: true })
    expect(set.body).not.toContain('a mail password')
    const { rows } = await house.ctx.db.query(`select value::text as value from settings where key = 'mail'`)
    expect(rows[0]?.value).not.toContain('a mail password')
    expect((await admin.ask({ method: 'POST', url: '/api/mail/tests' })).json()).toMatchObject({ to: admin.email })
    expect(seen).toBe('lume:a mail password')
    expect(server.mails[0]?.to).toEqual([admin.email])

    // Another host is not given the password of this one.
    const { password: _, ...without } = body
    expect((await admin.ask({ method: 'PUT', url: '/api/mail', body: without })).statusCode).toBe(200)
    const moved = await admin.ask({ method: 'PUT', url: '/api/mail', body: { ...without, host: 'elsewhere.example' } })
    expect(moved.json()).toMatchObject({ status: 400, errors: [{ where: 'body.password' }] })
  })

  it('says in words what is wrong when a test fails', async () => {
    const refusing = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(Object.assign(new Error('go away'), { responseCode: 535 })),
    })
    servers.push(refusing)
    const body = { ...settings, host: '127.0.0.1', port: refusing.port, user: 'lume', password: 'wrong' }
    await admin.ask({ method: 'PUT', url: '/api/mail', body })
    const answer = await admin.ask({ method: 'POST', url: '/api/mail/tests' })
    expect(answer.json()).toMatchObject({
      status: 422,
      detail: expect.stringContaining('does not accept the user or the password'),
      mend: expect.any(String),
    })
    expect(answer.body).not.toContain('wrong"')
  })

  it('of the environment is not changed in the web', async () => {
    await serve()
    const answer = await admin.ask({
      method: 'PUT',
      url: '/api/mail',
      body: { ...settings, host: 'x.example', port: 25 },
    })
    expect(answer.json()).toMatchObject({ status: 422, detail: expect.stringContaining('SMTP_URL') })
  })

  it('takes no sender that would write headers of its own', async () => {
    const from = 'Lume <a@x.example>\r\nBcc: all@x.example'
    const answer = await admin.ask({
      method: 'PUT',
      url: '/api/mail',
      body: { ...settings, host: 'x.example', port: 25, from },
    })
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ where: 'body.from' }] })
  })
})

describe('an invitation', () => {
  it('is mailed to the colleague in their language, and its link opens the door', async () => {
    const server = await serve()
    const body = { name: 'Zoé', email: 'zoe@x.example', role: 'seller', teamId: null, locale: 'fr' }
    const answer = await admin.ask({ method: 'POST', url: '/api/users', body })
    expect(answer.json()).toMatchObject({ mailedTo: 'zoe@x.example' })
    await sendDueMails(house.ctx)
    const { text } = partsOf(server.mails[0]?.raw ?? '')
    expect(text).toContain('Bonjour Zoé')
    const token = /token=([\w-]+)/.exec(text)?.[1] ?? ''
    const entered = await house.ask({
      method: 'POST',
      url: '/api/invitations',
      body: { token, password: 'a long enough one' },
    })
    expect(entered.statusCode).toBe(201)
  })

  it('is a link to hand over when no mail leaves the house', async () => {
    const body = { name: 'Yves', email: 'yves@x.example', role: 'seller', teamId: null }
    expect((await admin.ask({ method: 'POST', url: '/api/users', body })).json()).toMatchObject({
      mailedTo: null,
      invitation: expect.any(String),
    })
    expect((await house.ctx.db.query('select 1 from mails')).rowCount).toBe(0)
  })
})

describe('a forgotten password', () => {
  const forget = (email: string) => house.ask({ method: 'POST', url: '/api/password-resets', body: { email } })

  it('is replaced by a link in the mail, once, and nobody learns whether the address is known', async () => {
    const server = await serve()
    const seller = await house.as('seller')
    expect((await forget('stranger@x.example')).statusCode).toBe(204)
    expect((await forget(seller.email)).statusCode).toBe(204)
    await expect.poll(async () => (await house.ctx.db.query('select 1 from mails')).rowCount).toBe(1)
    await sendDueMails(house.ctx)
    expect(server.mails.map(({ to }) => to)).toEqual([[seller.email]])
    const token = /token=([\w-]+)/.exec(partsOf(server.mails[0]?.raw ?? '').text)?.[1] ?? ''
    const use = () =>
      house.ask({ method: 'POST', url: '/api/invitations', body: { token, password: 'another long one' } })
    expect((await use()).statusCode).toBe(201)
    expect((await use()).statusCode).toBe(422)
  })

  it('is a matter for an administrator when no mail leaves the house', async () => {
    expect((await forget('a@x.example')).json()).toMatchObject({
      status: 422,
      mend: expect.stringContaining('administrator'),
    })
  })
})
