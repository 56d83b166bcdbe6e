import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDovecot } from '../../test/find-dovecot.ts'
import { type ImapServer, startImapServer } from '../../test/imap-server.ts'
import { countFolders } from './completeness.ts'
import { type MailHouse, openMailHouse, type Someone } from './fixtures/mail-house.ts'
import { makeMail } from './fixtures/make-mail.ts'
import { syncMailbox } from './sync-mailbox.ts'
import { watchMailbox } from './watch-mailbox.ts'

const dovecot = await findDovecot()

let house: MailHouse
let server: ImapServer
let seller: Someone
let ana: string

describe.skipIf(!dovecot.ok)(`mailboxes at a real server${dovecot.ok ? '' : ` (left out: ${dovecot.why})`}`, () => {
  beforeAll(async () => {
    if (!dovecot.ok) return
    server = await startImapServer(dovecot.root)
    house = await openMailHouse(server)
    seller = await house.as('seller')
    ana = await house.known('ana@client.example', 'Ana Costa')
  }, 120_000)

  afterAll(async () => {
    await house?.close()
    await server?.stop()
  })

  it('says what each server answered, and what is wrong', async () => {
    const right = await seller.ask({ method: 'POST', url: '/api/mailbox-tests', body: house.access('probe') })
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
      body: { ...house.access('probe'), password: 'no' },
    })
    expect(wrong.json()).toMatchObject({ imap: { isOk: false, trouble: { code: 'password' } }, smtp: { isOk: false } })
    const tls = { ...house.access('probe'), imap: { ...house.access('probe').imap, security: 'tls' }, smtp: null }
    expect((await seller.ask({ method: 'POST', url: '/api/mailbox-tests', body: tls })).json().imap.trouble.code).toBe(
      'encryption',
    )
    const start = {
      ...house.access('probe'),
      imap: { ...house.access('probe').imap, security: 'starttls' },
      smtp: null,
    }
    expect(
      (await seller.ask({ method: 'POST', url: '/api/mailbox-tests', body: start })).json().imap.trouble.code,
    ).toBe('encryption')
    const closed = { ...house.access('probe'), imap: { host: '127.0.0.1', port: 1, security: 'none' }, smtp: null }
    expect(
      (await seller.ask({ method: 'POST', url: '/api/mailbox-tests', body: closed })).json().imap.trouble.code,
    ).toBe('closed port')
    const refused = await seller.ask({
      method: 'POST',
      url: '/api/mailboxes',
      body: { ...house.access('probe'), password: 'no', address: 'probe@mail.example' },
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.json().errors[0].where).toBe('body.password')
  })

  it('keeps mail with people who are known, in threads and in their stories, and marks nothing as read', async () => {
    server.deliver('sam', [
      makeMail({ id: '<first@client.example>', subject: 'An offer?', body: 'Could you make us an offer?' }),
      makeMail({ from: 'Bo <bo@stranger.example>', subject: 'Private', body: 'A secret.' }),
      makeMail({
        from: 'News <news@list.example>',
        headers: 'List-Unsubscribe: <https://list.example/u>',
        body: 'Buy!',
      }),
    ])
    server.deliver(
      'sam',
      [
        makeMail({
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
    const mailboxId = await house.connect(seller, 'sam')
    await syncMailbox(house.ctx, mailboxId)
    const facts = await house.factsOf(ana)
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
    expect((await house.factsOf(met.json().personId)).map((each) => each.kind)).toContain('email.replied')
    expect((await seller.ask({ url: '/api/unknown-senders' })).json().senders).toEqual([])
    expect(
      (await colleague.ask({ url: `/api/mails-kept/${senders[0].messageId}/thread` })).json().messages[0].text,
    ).toBe('A secret.')
  })

  it('counts one mail in two mailboxes once', async () => {
    const other = await house.as('seller')
    server.deliver('tom', [
      makeMail({ id: '<first@client.example>', subject: 'An offer?', to: 'sam@mail.example, tom@mail.example' }),
    ])
    await syncMailbox(house.ctx, await house.connect(other, 'tom'))
    expect((await house.factsOf(ana)).filter((each) => each.kind === 'email.replied')).toHaveLength(1)
  })

  it('tells answers of programs and bounces apart from replies', async () => {
    const { rows } = await house.ctx.db.query(`select mailbox_id from mailboxes where address = 'sam@mail.example'`)
    server.deliver('sam', [
      makeMail({ subject: 'Absence du bureau : Re: offre', body: 'De retour lundi.' }),
      makeMail({ subject: 'Re: offer', headers: 'Auto-Submitted: auto-replied' }),
      makeMail({
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
    const kinds = (await house.factsOf(ana)).map((each) => each.kind)
    expect(kinds.filter((kind) => kind === 'email.auto_replied')).toHaveLength(2)
    expect(kinds.filter((kind) => kind === 'email.replied')).toHaveLength(1)
    const bounced = (await house.factsOf(ana)).find((each) => each.kind === 'email.bounced')
    expect(bounced?.data).toMatchObject({
      how: 'hard',
      address: 'ana@client.example',
      why: '550 5.1.1 no such user here',
      subject: 'Re: An offer?',
    })
    const sent = await house.ctx.db.query(`select bounced from mail_messages where message_key = 'second@mail.example'`)
    expect(sent.rows).toEqual([{ bounced: 'hard' }])
  })

  it('hears of news while it watches', async () => {
    const { rows } = await house.ctx.db.query(`select mailbox_id from mailboxes where address = 'sam@mail.example'`)
    const watching = new AbortController()
    const watched = watchMailbox(house.ctx, rows[0].mailbox_id, ana, watching.signal)
    const status = async () =>
      (await house.ctx.db.query('select status from mailboxes where mailbox_id = $1', [rows[0].mailbox_id])).rows[0]
        .status
    await expect.poll(status, { timeout: 10_000 }).toBe('watching')
    server.deliver('sam', [
      makeMail({ id: '<news@client.example>', subject: 'News', body: 'Just now', date: new Date() }),
    ])
    await expect
      .poll(async () => (await house.factsOf(ana)).some((each) => each.data.subject === 'News' && !each.is_history), {
        timeout: 15_000,
      })
      .toBe(true)
    watching.abort()
    await watched
  })

  it('reads a folder anew when its numbers mean other mails, and says when a server is away', async () => {
    const { rows } = await house.ctx.db.query(`select mailbox_id from mailboxes where address = 'sam@mail.example'`)
    const mailboxId = rows[0].mailbox_id
    await house.ctx.db.query(`update mail_folders set uid_validity = 1, highest_modseq = null where mailbox_id = $1`, [
      mailboxId,
    ])
    const before = (await house.factsOf(ana)).length
    await syncMailbox(house.ctx, mailboxId)
    expect((await house.factsOf(ana)).length).toBe(before)
    await house.ctx.db.query(`update mailboxes set imap_port = 1 where mailbox_id = $1`, [mailboxId])
    await watchMailbox(house.ctx, mailboxId, ana, new AbortController().signal)
    const { mailboxes } = (await seller.ask({ url: '/api/mailboxes' })).json()
    expect(mailboxes.find((each: { id: string }) => each.id === mailboxId)).toMatchObject({
      status: 'waiting',
      trouble: { code: 'closed port' },
    })
  })
})
