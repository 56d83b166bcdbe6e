import { closeSync, openSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDovecot } from '../../test/find-dovecot.ts'
import { type ImapServer, startImapServer } from '../../test/imap-server.ts'
import { countFolders } from './completeness.ts'
import { type MailHouse, openMailHouse, type Someone } from './fixtures/mail-house.ts'
import { makeMail } from './fixtures/make-mail.ts'
import { syncMailbox } from './sync-mailbox.ts'

const dovecot = await findDovecot()
/** ENSEMBLE_TEST_MAILS=5000 for the full run. */
const MAILS = Number(process.env.ENSEMBLE_TEST_MAILS ?? 600)
const ATTACHMENT_MB = 1_024
const MB = 1024 ** 2

let house: MailHouse
let server: ImapServer
let seller: Someone

/** What the heap and the buffers of this process took at most while something ran. */
async function mostMemoryMb(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return Math.round((most - before) / MB)
}

async function folderOf(mailboxId: string) {
  return (await countFolders(house.ctx.db, [mailboxId])).get(mailboxId)?.[0]
}

describe.skipIf(!dovecot.ok)(
  `large mailboxes at a real server${dovecot.ok ? '' : ` (left out: ${dovecot.why})`}`,
  () => {
    beforeAll(async () => {
      if (!dovecot.ok) return
      server = await startImapServer(dovecot.root)
      house = await openMailHouse(server)
      seller = await house.as('seller')
    }, 120_000)

    afterAll(async () => {
      await house?.close()
      await server?.stop()
    })

    it(`accounts for every one of ${MAILS} mails, and fetches none twice`, async () => {
      const people = 50
      for (let index = 0; index < people; index++) await house.known(`p${index}@client.example`, `Person ${index}`)
      server.deliver(
        'large',
        Array.from({ length: MAILS }, (_, index) =>
          makeMail({
            from: index % 2 === 0 ? `P <p${index % people}@client.example>` : `Stranger <s${index}@crowd.example>`,
            id: index % 9 === 0 ? null : `<v${index}@client.example>`,
            subject: `Subject ${index}`,
            body: `Mail ${index}. ${'A sentence of a mail. '.repeat(20)}`,
            date: new Date(Date.now() - (MAILS - index) * 60_000),
          }),
        ),
      )
      const mailboxId = await house.connect(seller, 'large')
      const startedAt = performance.now()
      const memoryMb = await mostMemoryMb(() => syncMailbox(house.ctx, mailboxId))
      const perSecond = Math.round(MAILS / ((performance.now() - startedAt) / 1_000))
      console.log(`${MAILS} mails: ${perSecond} a second, ${memoryMb} MB more memory at most`)
      const folder = await folderOf(mailboxId)
      expect(folder).toMatchObject({ onServer: MAILS, stored: MAILS / 2, headers: MAILS / 2, failed: 0, unseen: 0 })
      const replies = async (): Promise<number> =>
        (await house.ctx.db.query(`select count(*)::int as n from facts where kind = 'email.replied'`)).rows[0].n
      expect(await replies()).toBe(MAILS / 2)
      // Nothing but what came since: a rerun asks for nothing and writes nothing.
      const written = async (): Promise<string> =>
        (await house.ctx.db.query(`select max(xmin::text::bigint)::text as last from mail_seen`)).rows[0].last
      const [before, asked] = [await written(), server.textsGiven()]
      expect(asked).toBeGreaterThan(0)
      await house.ctx.db.query(`update mail_folders set highest_modseq = null, compared_at = null`)
      await syncMailbox(house.ctx, mailboxId)
      expect(await written()).toBe(before)
      expect(await replies()).toBe(MAILS / 2)
      expect(server.textsGiven() - asked).toBe(0)
    }, 600_000)

    it(`keeps a mail with a file of ${ATTACHMENT_MB} MB, names the file, and fetches none of it`, async () => {
      const ana = await house.known('ana@client.example', 'Ana Costa')
      const path = join(tmpdir(), `ensemble-large-${process.pid}`)
      const file = openSync(path, 'w')
      writeSync(
        file,
        makeMail({
          subject: 'The film',
          headers: 'Content-Type: multipart/mixed; boundary="L"',
          body: '--L\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHere is the film.\r\n--L\r\nContent-Type: video/mp4; name="film.mp4"\r\nContent-Disposition: attachment; filename="film.mp4"\r\nContent-Transfer-Encoding: base64\r\n\r\n',
        }),
      )
      const line = `${'QUJD'.repeat(19)}\r\n`
      const piece = line.repeat(Math.ceil(MB / line.length))
      for (let written = 0; written < ATTACHMENT_MB * MB; written += piece.length) writeSync(file, piece)
      writeSync(file, '--L--\r\n')
      closeSync(file)
      server.place('film', path)
      const mailboxId = await house.connect(seller, 'film')
      const memoryMb = await mostMemoryMb(() => syncMailbox(house.ctx, mailboxId))
      console.log(`a file of ${ATTACHMENT_MB} MB: ${memoryMb} MB more memory at most`)
      expect(memoryMb).toBeLessThan(100)
      expect(await folderOf(mailboxId)).toMatchObject({ onServer: 1, stored: 1, failed: 0, unseen: 0 })
      const { threads } = (await seller.ask({ url: `/api/mail-threads?personId=${ana}` })).json()
      const { messages } = (await seller.ask({ url: `/api/mail-threads/${threads[0].id}` })).json()
      expect(messages[0].text.trim()).toBe('Here is the film.')
      expect(messages[0].attachments).toMatchObject([{ name: 'film.mp4', type: 'video/mp4' }])
      expect(messages[0].attachments[0].sizeBytes).toBeGreaterThan(ATTACHMENT_MB * MB)
    }, 600_000)

    it('keeps a mail that is one text of many megabytes as far as a text goes', async () => {
      const bo = await house.known('bo@client.example', 'Bo')
      server.deliver('talk', [
        makeMail({ from: 'Bo <bo@client.example>', subject: 'All of it', body: 'Word after word. '.repeat(2 * MB) }),
      ])
      const mailboxId = await house.connect(seller, 'talk')
      const memoryMb = await mostMemoryMb(() => syncMailbox(house.ctx, mailboxId))
      expect(memoryMb).toBeLessThan(100)
      expect(await folderOf(mailboxId)).toMatchObject({ onServer: 1, stored: 1, failed: 0 })
      const { rows } = await house.ctx.db.query(
        `select length(text) as n from mail_messages where subject = 'All of it'`,
      )
      expect(rows[0].n).toBeGreaterThan(100_000)
      expect((await house.factsOf(bo)).map((each) => each.kind)).toContain('email.replied')
    }, 600_000)
  },
)
