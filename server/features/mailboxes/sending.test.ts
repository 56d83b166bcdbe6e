import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDovecot } from '../../test/find-dovecot.ts'
import { type ImapServer, startImapServer } from '../../test/imap-server.ts'
import { type MailHouse, openMailHouse, type Someone } from './fixtures/mail-house.ts'
import { makeMail } from './fixtures/make-mail.ts'
import { sendDueOutgoing } from './send-due-outgoing.ts'
import { syncMailbox } from './sync-mailbox.ts'
import { watchMailbox } from './watch-mailbox.ts'

const dovecot = await findDovecot()

let house: MailHouse
let server: ImapServer
let seller: Someone

describe.skipIf(!dovecot.ok)(
  `mail written here at a real server${dovecot.ok ? '' : ` (left out: ${dovecot.why})`}`,
  () => {
    beforeAll(async () => {
      if (!dovecot.ok) return
      server = await startImapServer(dovecot.root)
      house = await openMailHouse(server)
      seller = await house.as('seller')
      await house.connect(seller, 'sam')
    }, 120_000)

    afterAll(async () => {
      await house?.close()
      await server?.stop()
    })

    it('sends a reply in its thread once, and lays its copy into the folder of sent mail', async () => {
      const { rows } = await house.ctx.db.query(`select mailbox_id from mailboxes where address = 'sam@mail.example'`)
      const mailboxId = rows[0].mailbox_id
      const eva = await house.known('eva@mail.example', 'Eva Lind')
      server.deliver('sam', [
        makeMail({ from: 'Eva Lind <eva@mail.example>', id: '<q@eva>', subject: 'Prices', body: 'What is the price?' }),
      ])
      await syncMailbox(house.ctx, mailboxId)
      const question = (await house.factsOf(eva)).find((each) => each.kind === 'email.replied')
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
      expect((await house.factsOf(eva)).map((each) => each.kind)).toContain('email.sent')
      await house.ctx.db.query(`update mail_outgoing set sent_at = sent_at - interval '10 seconds'`)
      const watching = new AbortController()
      const watched = watchMailbox(house.ctx, mailboxId, eva, watching.signal)
      await expect.poll(() => server.read('sam', 'Sent').length, { timeout: 10_000 }).toBe(1)
      watching.abort()
      await watched
      await syncMailbox(house.ctx, mailboxId)
      expect((await house.factsOf(eva)).filter((each) => each.kind === 'email.sent')).toHaveLength(1)
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
  },
)
