import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDovecot } from '../../test/find-dovecot.ts'
import { type ImapServer, startImapServer } from '../../test/imap-server.ts'
import { countFolders, listGaps } from './completeness.ts'
import { type MailHouse, openMailHouse, type Someone } from './fixtures/mail-house.ts'
import { makeMail } from './fixtures/make-mail.ts'
import { syncMailbox } from './sync-mailbox.ts'

const dovecot = await findDovecot()

let house: MailHouse
let server: ImapServer
let seller: Someone

describe.skipIf(!dovecot.ok)(
  `a mailbox full of dirt at a real server${dovecot.ok ? '' : ` (left out: ${dovecot.why})`}`,
  () => {
    beforeAll(async () => {
      if (!dovecot.ok) return
      server = await startImapServer(dovecot.root)
      house = await openMailHouse(server)
      seller = await house.as('seller')
      await house.known('ana@client.example', 'Ana Costa')
    }, 120_000)

    afterAll(async () => {
      await house?.close()
      await server?.stop()
    })

    it('takes in a folder full of dirt: every mail is stored or named, also after it was broken off', async () => {
      const many = Array.from({ length: 10_000 }, (_, index) => `p${index}@crowd.example`).join(',\r\n ')
      const hand = [
        makeMail({ id: null, subject: 'No id' }),
        makeMail({ id: null, subject: 'No id' }),
        makeMail({ to: `sam@mail.example,\r\n ${many}`, subject: 'Ten thousand' }),
        makeMail({ headers: 'Content-Type: text/plain; charset=x-klingon', body: 'qapla\xff' }),
        makeMail({ headers: 'Content-Type: multipart/mixed; boundary="never"', body: '--other\r\n\r\nlost' }),
        makeMail({ headers: 'Content-Type: multipart/mixed', body: 'no boundary' }),
        makeMail({
          headers: 'Content-Transfer-Encoding: base64\r\nContent-Type: text/plain',
          body: '!!!not base64###',
        }),
        makeMail({ subject: '=?utf-8?B?4pi', body: 'cut word' }),
        makeMail({ subject: '\u0000NUL\u0000', body: 'a\u0000b' }),
        Buffer.from([0, 1, 2, 255, 254, 13, 10, 13, 10, 0]),
        Buffer.alloc(0),
        'no header at all',
        makeMail({ from: '', subject: 'From nobody' }),
        makeMail({
          from: '"<script>alert(1)</script>" <ana@client.example>',
          headers: 'Content-Type: text/html',
          body: '<script>alert(1)</script><p onclick="x()">Hi<img src=https://spy.example/p.gif>',
        }),
        makeMail({ date: new Date('1970-01-01'), subject: 'Long ago' }),
        makeMail({ headers: `X-Long: ${'x'.repeat(200_000)}\r\nContent-Type: text/plain`, subject: 'Long header' }),
        Buffer.concat([
          Buffer.from(
            makeMail({
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
        makeMail({
          from: index % 3 === 0 ? 'Ana Costa <ana@client.example>' : `S${index} <s${index % 40}@crowd.example>`,
          id: index % 7 === 0 ? null : `<g${index % 390}@crowd.example>`,
          subject: `Mail ${index}`,
          headers: index % 11 === 0 ? 'Precedence: bulk' : 'Content-Type: text/plain; charset=iso-8859-1',
          body: `Text ${index} ${'é'.repeat(index % 50)}`,
        }),
      )
      server.deliver('dirt', [...hand, ...generated])
      const mailboxId = await house.connect(seller, 'dirt')
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
  },
)
