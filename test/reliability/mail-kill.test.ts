import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMail } from '../../server/features/mailboxes/fixtures/make-mail.ts'
import { findDovecot } from '../../server/test/find-dovecot.ts'
import { type ImapServer, startImapServer } from '../../server/test/imap-server.ts'
import { houseToKill } from './house-to-kill.ts'

const dovecot = await findDovecot()
/** ENSEMBLE_TEST_KILLS=20 for the full run. */
const KILLS = Number(process.env.ENSEMBLE_TEST_KILLS ?? 3)
const MAILS = 900
const SENT = 30

describe.skipIf(!dovecot.ok)(
  `kill -9 while mail is read and sent${dovecot.ok ? '' : ` (left out: ${dovecot.why})`}`,
  () => {
    const house = houseToKill()
    let server: ImapServer
    let cookie = ''
    let mailboxId = ''

    async function ask(path: string, body: object): Promise<{ status: number; said: Record<string, unknown> }> {
      const answer = await fetch(house.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: house.url, cookie },
        body: JSON.stringify(body),
      })
      cookie ||= answer.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ')
      const said: unknown = await answer.json()
      return { status: answer.status, said: typeof said === 'object' && said !== null ? { ...said } : {} }
    }
    const one = (db: Pool, sql: string): Promise<number> =>
      db.query<{ n: number }>(sql).then(({ rows }) => rows[0]?.n ?? 0)
    const look = (sql: string): Promise<number> => house.inDatabase((db) => one(db, sql))
    async function until(what: string, sql: string, wanted: number): Promise<void> {
      let now = 0
      for (const end = Date.now() + 240_000; Date.now() < end; await sleep(300)) {
        now = await look(sql)
        if (now >= wanted) return
      }
      throw new Error(`${what}: ${now} of ${wanted}`)
    }
    /** What a killed process held is free at once, not when its claim ends. */
    const release = (): Promise<void> =>
      house.inDatabase(async (db) => {
        await db.query(`update mailboxes set claimed_until = null, next_try_at = now()`)
        await db.query(`update mail_outgoing set claimed_until = null, next_try_at = least(next_try_at, now())`)
      })

    beforeAll(async () => {
      if (!dovecot.ok) return
      server = await startImapServer(dovecot.root, { takesMs: 250 })
      await house.start()
      const setup = {
        company: 'Kill',
        name: 'Ada',
        email: 'ada@x.example',
        password: 'a long enough password',
        zone: 'UTC',
      }
      expect((await ask('/api/setup', setup)).status).toBe(201)
      await house.inDatabase(async (db) => {
        await db.query(`insert into settings (key, value) values ('mailboxes', '{"canUseOwnNetwork": true}')`)
      })
    }, 240_000)

    afterAll(async () => {
      await house.end()
      await server?.stop()
    }, 60_000)

    it(`${KILLS} kills while ${MAILS} mails are fetched: each is accounted for, each told once`, async () => {
      const people = Array.from({ length: 30 }, (_, index) => ({
        kind: 'person.identified',
        who: { email: `p${index}@client.example` },
        data: { person: { name: `Person ${index}`, email: `p${index}@client.example` } },
      }))
      const made = await ask('/api/facts', { facts: people })
      expect(made.status, JSON.stringify(made.said)).toBe(201)
      server.deliver(
        'ada',
        Array.from({ length: MAILS }, (_, index) =>
          makeMail({
            from: index % 3 === 2 ? `S <s${index}@crowd.example>` : `P <p${index % 30}@client.example>`,
            id: index % 5 === 0 ? null : `<k${index}@client.example>`,
            subject: `Subject ${index}`,
            body: `Mail ${index}`,
            date: new Date(Date.now() - (MAILS - index) * 60_000),
          }),
        ),
      )
      const connected = await ask('/api/mailboxes', {
        address: 'ada@mail.example',
        login: 'ada',
        password: server.password,
        imap: { host: '127.0.0.1', port: server.imapPort, security: 'none' },
        smtp: { host: '127.0.0.1', port: server.smtpPort, security: 'none' },
      })
      expect(connected.status, JSON.stringify(connected.said)).toBe(201)
      mailboxId = String(connected.said.id)
      for (let kill = 1; kill <= KILLS; kill++) {
        await until(
          'mails are taken in',
          'select count(*)::int as n from mail_seen',
          Math.floor((MAILS * kill) / (KILLS + 2)),
        )
        await house.killServer()
        if (kill % 2 === 0) house.killDatabase()
        await house.start()
        await release()
      }
      await until('mails are taken in', 'select count(*)::int as n from mail_seen', MAILS)
      const outcomes = await house.inDatabase((db) =>
        db.query(`select outcome, count(*)::int as n from mail_seen group by 1 order by 1`).then(({ rows }) => rows),
      )
      expect(outcomes).toEqual([
        { outcome: 'headers', n: MAILS / 3 },
        { outcome: 'stored', n: (MAILS / 3) * 2 },
      ])
      expect(await look(`select count(*)::int as n from facts where kind = 'email.replied'`)).toBe((MAILS / 3) * 2)
      expect(await look(`select count(*)::int as n from mail_messages`)).toBe(MAILS)
    }, 600_000)

    it(`${KILLS} kills while ${SENT} mails are sent: none goes out twice, none is lost in silence`, async () => {
      for (let index = 0; index < SENT; index++) {
        const body = {
          mailboxId,
          recipients: [{ address: `to${index}@client.example` }],
          subject: `Sent ${index}`,
          body: 'Hello',
        }
        expect((await ask('/api/outgoing-mails', body)).status).toBe(201)
      }
      const settled = `select count(*)::int as n from mail_outgoing where status in ('sent', 'unsure')`
      await release()
      for (let kill = 1; kill <= KILLS; kill++) {
        await until('mails go out', settled, Math.floor((SENT * kill) / (KILLS + 2)))
        await house.killServer()
        await house.start()
        await release()
      }
      await until('mails go out', settled, SENT)
      const byAddress = new Map<string, number>()
      for (const { to } of server.handed) for (const each of to) byAddress.set(each, (byAddress.get(each) ?? 0) + 1)
      expect([...byAddress.values()].filter((n) => n > 1)).toEqual([])
      const { unsure, sent } = await house.inDatabase(async (db) => ({
        unsure: await one(db, `select count(*)::int as n from mail_outgoing where status = 'unsure'`),
        sent: await one(db, `select count(*)::int as n from mail_outgoing where status = 'sent'`),
      }))
      expect(sent + unsure).toBe(SENT)
      // Whoever is told “sent” has it; of the others nobody knows, and the colleague is asked.
      expect(byAddress.size).toBeGreaterThanOrEqual(sent)
      expect(unsure).toBeLessThanOrEqual(KILLS * 5)
      expect(await look(`select count(*)::int as n from facts where kind = 'email.sent'`)).toBe(0)
    }, 600_000)
  },
)
