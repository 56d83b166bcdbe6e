import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDovecot } from '../../test/find-dovecot.ts'
import { type House, openHouse } from '../../test/house.ts'
import { type ImapServer, startImapServer } from '../../test/imap-server.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { countFolders, listGaps } from './completeness.ts'
import { saveHouseRule } from './find-mail-host.ts'
import { ENDPOINTS } from './routes.ts'
import { sendDueOutgoing } from './send-due-outgoing.ts'
import { syncMailbox } from './sync-mailbox.ts'
import { watchMailbox } from './watch-mailbox.ts'

const dovecot = await findDovecot()
const DAY_MS = 86_400_000

let house: House
let server: ImapServer
type Someone = Awaited<ReturnType<House['as']>>
let seller: Someone
let ana: string

const access = (user: string) => ({
  login: user,
  password: 'geheim',
  imap: { host: '127.0.0.1', port: server.imapPort, security: 'none' },
  smtp: { host: '127.0.0.1', port: server.smtpPort, security: 'none' },
})

async function connect(who: Someone, user: string, extra: object = {}): Promise<string> {
  const answer = await who.ask({
    method: 'POST',
    url: '/api/mailboxes',
    body: {
      ...access(user),
      address: `${user}@mail.example`,
      since: new Date(Date.now() - 3_650 * DAY_MS).toISOString(),
      ...extra,
    },
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}

async function known(email: string, name: string): Promise<string> {
  const [recorded] = await recordFacts(house.ctx, [
    {
      kind: 'person.identified',
      at: Date.now(),
      messageId: `who ${email}`,
      source: 'test',
      actor: null,
      isHistory: false,
      who: { email },
      touch: null,
      data: { person: { name, email } },
    },
  ])
  return recorded?.personId ?? ''
}

async function factsOf(
  personId: string,
): Promise<{ kind: string; data: Record<string, unknown>; is_history: boolean; actor: string | null }[]> {
  const { rows } = await house.ctx.db.query(
    'select kind, data, is_history, actor from facts where person_id = $1 order by occurred_at, kind',
    [personId],
  )
  return rows
}

let mails = 0
function mail(options: {
  from?: string
  to?: string
  subject?: string
  id?: string | null
  headers?: string
  body?: string
  date?: Date
}): string {
  mails++
  const id = options.id === undefined ? `<m${mails}@elsewhere.example>` : options.id
  return [
    `From: ${options.from ?? 'Ana Costa <ana@client.example>'}`,
    `To: ${options.to ?? 'sam@mail.example'}`,
    `Subject: ${options.subject ?? 'Hello'}`,
    `Date: ${(options.date ?? new Date(Date.now() - 60_000)).toUTCString()}`,
    ...(id === null ? [] : [`Message-ID: ${id}`]),
    'MIME-Version: 1.0',
    ...(options.headers === undefined ? ['Content-Type: text/plain; charset=utf-8'] : [options.headers]),
    '',
    options.body ?? 'Good morning, how are you?',
  ].join('\r\n')
}

describe.skipIf(!dovecot.ok)(`mailboxes at a real server${dovecot.ok ? '' : ` (left out: ${dovecot.why})`}`, () => {
  beforeAll(async () => {
    if (!dovecot.ok) return
    server = await startImapServer(dovecot.root)
    house = await openHouse(ENDPOINTS)
    await saveHouseRule(house.ctx.db, { canUseOwnNetwork: true })
    seller = await house.as('seller')
    ana = await known('ana@client.example', 'Ana Costa')
  }, 120_000)

  afterAll(async () => {
    await house?.close()
    await server?.stop()
  })

  it('says what each server answered, and what is wrong', async () => {
    const right = await seller.ask({ method: 'POST', url: '/api/mailbox-tests', body: access('probe') })
    expect(right.json()).toMatchObject({
      imap: { isOk: true, encryption: null, tellsNews: true, messages: 0, trouble: null },
      smtp: { isOk: true, trouble: null },
    })
    expect(
      right
        .json()
        .imap.folders.map((each: { role: string }) => each.role)
        .sort(),
    ).toEqual(['archive', 'inbox', 'sent'])
    const wrong = await seller.ask({
      method: 'POST',
      url: '/api/mailbox-tests',
      body: { ...access('probe'), password: 'no' },
    })
    expect(wrong.json()).toMatchObject({ imap: { isOk: false, trouble: { code: 'password' } }, smtp: { isOk: false } })
    const tls = { ...access('probe'), imap: { ...access('probe').imap, security: 'tls' }, smtp: null }
    expect((await seller.ask({ method: 'POST', url: '/api/mailbox-tests', body: tls })).json().imap.trouble.code).toBe(
      'encryption',
    )
    const start = { ...access('probe'), imap: { ...access('probe').imap, security: 'starttls' }, smtp: null }
    expect(
      (await seller.ask({ method: 'POST', url: '/api/mailbox-tests', body: start })).json().imap.trouble.code,
    ).toBe('encryption')
    const closed = { ...access('probe'), imap: { host: '127.0.0.1', port: 1, security: 'none' }, smtp: null }
    expect(
      (await seller.ask({ method: 'POST', url: '/api/mailbox-tests', body: closed })).json().imap.trouble.code,
    ).toBe('closed port')
    const refused = await seller.ask({
      method: 'POST',
      url: '/api/mailboxes',
      body: { ...access('probe'), password: 'no', address: 'probe@mail.example' },
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.json().errors[0].where).toBe('body.password')
  })

  it('keeps mail with people who are known, in threads and in their stories, and marks nothing as read', async () => {
    server.deliver('sam', [
      mail({ id: '<first@client.example>', subject: 'An offer?', body: 'Could you make us an offer?' }),
      mail({ from: 'Bo <bo@stranger.example>', subject: 'Private', body: 'A secret.' }),
      mail({ from: 'News <news@list.example>', headers: 'List-Unsubscribe: <https://list.example/u>', body: 'Buy!' }),
    ])
    server.deliver(
      'sam',
      [
        mail({
          from: 'Sam <sam@mail.example>',
          to: 'ana@client.example',
          id: '<second@mail.example>',
          subject: 'Re: An offer?',
          headers: 'In-Reply-To: <first@client.example>\r\nReferences: <first@client.example>',
          body: 'Yes, gladly: here it is.\r\n\r\nOn Monday Ana Costa wrote:\r\n> Could you make us an offer?',
          date: new Date(Date.now() - 30_000),
        }),
      ],
      'Sent',
    )
    const mailboxId = await connect(seller, 'sam')
    await syncMailbox(house.ctx, mailboxId)
    const facts = await factsOf(ana)
    expect(
      facts.filter((each) => each.kind.startsWith('email.')).map((each) => [each.kind, each.is_history, each.actor]),
    ).toEqual([
      ['email.replied', true, null],
      ['email.sent', true, seller.id],
    ])
    const { threads } = (await seller.ask({ url: `/api/mail-threads?personId=${ana}` })).json()
    expect(threads).toHaveLength(1)
    expect(threads[0]).toMatchObject({
      subject: 'An offer?',
      messages: 2,
      wordsProspect: 6,
      wordsCompany: 5,
      isOurTurn: false,
    })
    const whole = (
      await seller.ask({
        url: `/api/mails-kept/${facts.findLast((each) => each.kind === 'email.sent')?.data.mail}/thread`,
      })
    ).json()
    expect(whole.messages.map((each: { text: string }) => each.text)).toEqual([
      'Could you make us an offer?',
      'Yes, gladly: here it is.',
    ])
    expect(whole.messages[1].quoted).toContain('> Could you')
    expect(whole.answerFrom).toBe(mailboxId)
    expect(server.read('sam').every((each) => !each.flags.includes('S'))).toBe(true)
    const folders = (await countFolders(house.ctx.db, [mailboxId])).get(mailboxId)
    expect(folders?.map((each) => [each.role, each.onServer, each.stored, each.headers, each.unseen])).toEqual([
      ['inbox', 3, 1, 2, 0],
      ['sent', 1, 1, 0, 0],
      ['archive', 0, 0, 0, 0],
    ])
    const stored = await house.ctx.db.query(`select text from mail_messages where from_address = 'bo@stranger.example'`)
    expect(stored.rows).toEqual([{ text: null }])
  })

  it('shows who is not known yet, and makes a person of them with their mail', async () => {
    const { senders } = (await seller.ask({ url: '/api/unknown-senders' })).json()
    expect(senders.map((each: { address: string }) => each.address)).toEqual(['bo@stranger.example'])
    const colleague = await house.as('seller')
    expect((await colleague.ask({ url: '/api/unknown-senders' })).json().senders).toEqual([])
    const message = await colleague.ask({ url: `/api/mails-kept/${senders[0].messageId}/thread` })
    expect(message.statusCode).toBe(404)
    const met = await seller.ask({
      method: 'POST',
      url: '/api/unknown-senders/people',
      body: { address: 'bo@stranger.example', name: 'Bo' },
    })
    const { rows } = await house.ctx.db.query(`select mailbox_id from mailboxes where address = 'sam@mail.example'`)
    await syncMailbox(house.ctx, rows[0].mailbox_id)
    expect((await factsOf(met.json().personId)).map((each) => each.kind)).toContain('email.replied')
    expect((await seller.ask({ url: '/api/unknown-senders' })).json().senders).toEqual([])
    expect(
      (await colleague.ask({ url: `/api/mails-kept/${senders[0].messageId}/thread` })).json().messages[0].text,
    ).toBe('A secret.')
  })

  it('counts one mail in two mailboxes once', async () => {
    const other = await house.as('seller')
    server.deliver('tom', [
      mail({ id: '<first@client.example>', subject: 'An offer?', to: 'sam@mail.example, tom@mail.example' }),
    ])
    await syncMailbox(house.ctx, await connect(other, 'tom'))
    expect((await factsOf(ana)).filter((each) => each.kind === 'email.replied')).toHaveLength(1)
  })

  it('tells answers of programs and bounces apart from replies', async () => {
    const { rows } = await house.ctx.db.query(`select mailbox_id from mailboxes where address = 'sam@mail.example'`)
    server.deliver('sam', [
      mail({ subject: 'Absence du bureau : Re: offre', body: 'De retour lundi.' }),
      mail({ subject: 'Re: offer', headers: 'Auto-Submitted: auto-replied' }),
      mail({
        from: 'Mail Delivery System <mailer-daemon@mail.example>',
        subject: 'Undelivered Mail Returned to Sender',
        headers: 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        body: [
          '--b',
          'Content-Type: text/plain',
          '',
          'Your mail could not be delivered.',
          '--b',
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mail.example',
          '',
          'Final-Recipient: rfc822; ana@client.example',
          'Action: failed',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550 5.1.1 no such user here',
          '--b',
          'Content-Type: text/rfc822-headers',
          '',
          'Message-ID: <second@mail.example>',
          'Subject: Re: An offer?',
          '--b--',
        ].join('\r\n'),
      }),
    ])
    await syncMailbox(house.ctx, rows[0].mailbox_id)
    const kinds = (await factsOf(ana)).map((each) => each.kind)
    expect(kinds.filter((kind) => kind === 'email.auto_replied')).toHaveLength(2)
    expect(kinds.filter((kind) => kind === 'email.replied')).toHaveLength(1)
    const bounced = (await factsOf(ana)).find((each) => each.kind === 'email.bounced')
    expect(bounced?.data).toMatchObject({
      how: 'hard',
      address: 'ana@client.example',
      why: '550 5.1.1 no such user here',
      subject: 'Re: An offer?',
    })
    const sent = await house.ctx.db.query(`select bounced from mail_messages where message_key = 'second@mail.example'`)
    expect(sent.rows).toEqual([{ bounced: 'hard' }])
  })

  it('sends a reply in its thread once, and lays its copy into the folder of sent mail', async () => {
    const { rows } = await house.ctx.db.query(`select mailbox_id from mailboxes where address = 'sam@mail.example'`)
    const mailboxId = rows[0].mailbox_id
    const eva = await known('eva@mail.example', 'Eva Lind')
    server.deliver('sam', [
      mail({ from: 'Eva Lind <eva@mail.example>', id: '<q@eva>', subject: 'Prices', body: 'What is the price?' }),
    ])
    await syncMailbox(house.ctx, mailboxId)
    const question = (await factsOf(eva)).find((each) => each.kind === 'email.replied')
    const lacking = await seller.ask({
      method: 'POST',
      url: '/api/outgoing-mails',
      body: {
        mailboxId,
        personId: eva,
        recipients: [{ address: 'eva@mail.example' }],
        subject: 'x',
        body: 'In {{person.city}}',
      },
    })
    expect(lacking.statusCode).toBe(422)
    expect(lacking.json().detail).toContain('{{person.city}}')
    const answer = await seller.ask({
      method: 'POST',
      url: '/api/outgoing-mails',
      body: {
        mailboxId,
        personId: eva,
        recipients: [{ address: 'eva@mail.example', name: 'Eva\r\nBcc: spy@evil.example' }],
        subject: '',
        body: 'Hello {{person.firstName}}, it is 10 euros.',
        replyTo: question?.data.mail,
      },
    })
    expect(answer.statusCode, answer.body).toBe(201)
    expect(answer.json()).toMatchObject({ status: 'waiting', canCancel: true, subject: 'Re: Prices' })
    const signal = new AbortController().signal
    expect(await sendDueOutgoing(house.ctx, signal)).toBe(0)
    await house.ctx.db.query(`update mail_outgoing set next_try_at = now() - interval '1 second'`)
    expect(await sendDueOutgoing(house.ctx, signal)).toBe(1)
    expect(await sendDueOutgoing(house.ctx, signal)).toBe(0)
    expect(server.handed).toHaveLength(1)
    expect(server.handed[0]?.to).toEqual(['eva@mail.example'])
    expect(server.handed[0]?.raw).toContain('In-Reply-To: <q@eva>')
    expect(server.handed[0]?.raw).toContain('Hello Eva, it is 10 euros.')
    expect(server.handed[0]?.raw).not.toMatch(/^Bcc:/im)
    expect((await factsOf(eva)).map((each) => each.kind)).toContain('email.sent')
    await house.ctx.db.query(`update mail_outgoing set sent_at = sent_at - interval '10 seconds'`)
    const watching = new AbortController()
    const watched = watchMailbox(house.ctx, mailboxId, eva, watching.signal)
    await expect.poll(() => server.read('sam', 'Sent').length, { timeout: 10_000 }).toBe(2)
    watching.abort()
    await watched
    await syncMailbox(house.ctx, mailboxId)
    expect((await factsOf(eva)).filter((each) => each.kind === 'email.sent')).toHaveLength(1)
    expect(server.read('eva')).toHaveLength(1)
  })

  it('does not send again what a killed process may have handed over', async () => {
    const { rows } = await house.ctx.db.query(`select mailbox_id from mailboxes where address = 'sam@mail.example'`)
    const write = async (body: string) =>
      (
        await seller.ask({
          method: 'POST',
          url: '/api/outgoing-mails',
          body: {
            mailboxId: rows[0].mailbox_id,
            recipients: [{ address: 'eva@mail.example' }],
            subject: 'Twice?',
            body,
          },
        })
      ).json().id
    const [lost, before] = [await write('lost'), await write('before')]
    const past = `next_try_at = now() - interval '1 second', claimed_until = now() - interval '1 second'`
    await house.ctx.db.query(
      `update mail_outgoing set status = 'handing', sent_at = now(), ${past} where outgoing_id = $1`,
      [lost],
    )
    await house.ctx.db.query(`update mail_outgoing set status = 'claimed', ${past} where outgoing_id = $1`, [before])
    const handed = server.handed.length
    await sendDueOutgoing(house.ctx, new AbortController().signal)
    expect(server.handed.slice(handed).map((each) => each.raw.includes('before'))).toEqual([true])
    const { mails: open } = (await seller.ask({ url: '/api/outgoing-mails?which=open' })).json()
    expect(open).toMatchObject([{ id: lost, status: 'unsure' }])
  })

  it('hears of news while it watches', async () => {
    const { rows } = await house.ctx.db.query(`select mailbox_id from mailboxes where address = 'sam@mail.example'`)
    const watching = new AbortController()
    const watched = watchMailbox(house.ctx, rows[0].mailbox_id, ana, watching.signal)
    const status = async () =>
      (await house.ctx.db.query('select status from mailboxes where mailbox_id = $1', [rows[0].mailbox_id])).rows[0]
        .status
    await expect.poll(status, { timeout: 10_000 }).toBe('watching')
    server.deliver('sam', [mail({ id: '<news@client.example>', subject: 'News', body: 'Just now', date: new Date() })])
    await expect
      .poll(async () => (await factsOf(ana)).some((each) => each.data.subject === 'News' && !each.is_history), {
        timeout: 15_000,
      })
      .toBe(true)
    watching.abort()
    await watched
  })

  it('takes in a folder full of dirt: every mail is stored or named, also after it was broken off', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `p${index}@crowd.example`).join(',\r\n ')
    const hand = [
      mail({ id: null, subject: 'No id' }),
      mail({ id: null, subject: 'No id' }),
      mail({ to: `sam@mail.example,\r\n ${many}`, subject: 'Ten thousand' }),
      mail({ headers: 'Content-Type: text/plain; charset=x-klingon', body: 'qapla\xff' }),
      mail({ headers: 'Content-Type: multipart/mixed; boundary="never"', body: '--other\r\n\r\nlost' }),
      mail({ headers: 'Content-Type: multipart/mixed', body: 'no boundary' }),
      mail({ headers: 'Content-Transfer-Encoding: base64\r\nContent-Type: text/plain', body: '!!!not base64###' }),
      mail({ subject: '=?utf-8?B?4pi', body: 'cut word' }),
      mail({ subject: '\u0000NUL\u0000', body: 'a\u0000b' }),
      Buffer.from([0, 1, 2, 255, 254, 13, 10, 13, 10, 0]),
      Buffer.alloc(0),
      'no header at all',
      mail({ from: '', subject: 'From nobody' }),
      mail({
        from: '"<script>alert(1)</script>" <ana@client.example>',
        headers: 'Content-Type: text/html',
        body: '<script>alert(1)</script><p onclick="x()">Hi<img src=https://spy.example/p.gif>',
      }),
      mail({ date: new Date('1970-01-01'), subject: 'Long ago' }),
      mail({ headers: `X-Long: ${'x'.repeat(200_000)}\r\nContent-Type: text/plain`, subject: 'Long header' }),
      Buffer.concat([
        Buffer.from(
          mail({
            subject: 'Large',
            headers: 'Content-Type: multipart/mixed; boundary="L"',
            body: '--L\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe text of a large mail\r\n--L\r\nContent-Type: application/pdf; name="plan.pdf"\r\nContent-Disposition: attachment; filename="plan.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n',
          }),
        ),
        Buffer.alloc(30 * 1024 ** 2, 'QUJD'),
        Buffer.from('\r\n--L--\r\n'),
      ]),
    ]
    const generated = Array.from({ length: 400 }, (_, index) =>
      mail({
        from: index % 3 === 0 ? 'Ana Costa <ana@client.example>' : `S${index} <s${index % 40}@crowd.example>`,
        id: index % 7 === 0 ? null : `<g${index % 390}@crowd.example>`,
        subject: `Mail ${index}`,
        headers: index % 11 === 0 ? 'Precedence: bulk' : 'Content-Type: text/plain; charset=iso-8859-1',
        body: `Text ${index} ${'é'.repeat(index % 50)}`,
      }),
    )
    server.deliver('dirt', [...hand, ...generated])
    const mailboxId = await connect(seller, 'dirt')
    const cut = new AbortController()
    setTimeout(() => cut.abort(), 300)
    await syncMailbox(house.ctx, mailboxId, cut.signal)
    const before = (await countFolders(house.ctx.db, [mailboxId])).get(mailboxId)?.[0]
    expect(before?.unseen).toBeGreaterThan(0)
    await syncMailbox(house.ctx, mailboxId)
    const [inbox] = (await countFolders(house.ctx.db, [mailboxId])).get(mailboxId) ?? []
    const gaps = await listGaps(house.ctx.db, mailboxId)
    expect(inbox?.onServer).toBe(hand.length + generated.length)
    expect(inbox?.unseen).toBe(0)
    expect((inbox?.stored ?? 0) + (inbox?.headers ?? 0) + (inbox?.counted ?? 0) + gaps.length).toBe(inbox?.onServer)
    expect(gaps).toEqual([])
    const large = await house.ctx.db.query(`select text, attachments from mail_messages where subject = 'Large'`)
    expect(large.rows[0].text.trim()).toBe('The text of a large mail')
    expect(large.rows[0].attachments[0]).toMatchObject({ name: 'plan.pdf' })
    const crowd = await house.ctx.db.query(`select recipients from mail_messages where subject = 'Ten thousand'`)
    expect(crowd.rows[0].recipients).toBe(10_001)
    const html = await house.ctx.db.query(`select message_id from mail_messages where html is not null limit 1`)
    const shown = (await seller.ask({ url: `/api/mails-kept/${html.rows[0].message_id}/html` })).json()
    expect(shown.html).not.toMatch(/script|onclick|spy\.example/)
    expect(shown.blocked).toBe(1)
    const replies = await house.ctx.db.query(
      `select count(*)::int as n, count(distinct message_id)::int as once from facts where kind = 'email.replied'`,
    )
    expect(replies.rows[0].n).toBe(replies.rows[0].once)
  }, 60_000)

  it('reads a folder anew when its numbers mean other mails, and says when a server is away', async () => {
    const { rows } = await house.ctx.db.query(`select mailbox_id from mailboxes where address = 'sam@mail.example'`)
    const mailboxId = rows[0].mailbox_id
    await house.ctx.db.query(`update mail_folders set uid_validity = 1, highest_modseq = null where mailbox_id = $1`, [
      mailboxId,
    ])
    const before = (await factsOf(ana)).length
    await syncMailbox(house.ctx, mailboxId)
    expect((await factsOf(ana)).length).toBe(before)
    await house.ctx.db.query(`update mailboxes set imap_port = 1 where mailbox_id = $1`, [mailboxId])
    await watchMailbox(house.ctx, mailboxId, ana, new AbortController().signal)
    const { mailboxes } = (await seller.ask({ url: '/api/mailboxes' })).json()
    expect(mailboxes.find((each: { id: string }) => each.id === mailboxId)).toMatchObject({
      status: 'waiting',
      trouble: { code: 'closed port' },
    })
  })
})
