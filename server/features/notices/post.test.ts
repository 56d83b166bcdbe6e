import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { type HeldContext, heldContext, hireSellers } from '../../test/held-context.ts'
import { headerOf, type MailServer, partsOf, startMailServer } from '../../test/mail-server.ts'
import { strikeDueClocks } from '../clocks/strike-due-clocks.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { sendDueMails } from '../mail/send-due-mails.ts'
import { gatherNotices } from './gather-notices.ts'
import { DEFAULT_WAYS, type NoticeKind } from './kinds.ts'
import { savePreferences } from './preferences.ts'
import { planSummaries, sendSummaries } from './send-summaries.ts'
import { tell } from './tell.ts'

/** A Tuesday, ten in the morning in Paris. */
const TUESDAY_10 = Date.parse('2026-11-24T09:00:00Z')
const MINUTE = 60_000

let database: TestDatabase
let ctx: HeldContext
let server: MailServer
let seller = ''

beforeAll(async () => {
  database = await testDatabase()
  seller = (await hireSellers(database, 1))[0] ?? ''
  ctx = await heldContext(database, TUESDAY_10)
  server = await startMailServer()
  ctx.outside = { smtpUrl: `smtp://127.0.0.1:${server.port}`, mailFrom: 'notices@lume.example', canHookLoopback: false }
})
beforeEach(() => {
  ctx.clock.nowMs = TUESDAY_10
})
afterEach(async () => {
  server.mails.length = 0
  await forgetPeopleAndPost()
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

async function forgetPeopleAndPost(): Promise<void> {
  for (const table of ['notice_posts', 'mails', 'summaries', 'notice_preferences', 'absences'])
    await database.pool.query(`delete from ${table}`)
  await database.pool.query('delete from notices')
  await database.pool.query('delete from turns')
  for (const table of ['people', 'identities', 'facts', 'decisions', 'leads', 'clocks', 'deals', 'hand_offs'])
    await database.pool.query(`delete from ${table}`)
}

/** One round of the post office. */
async function post(): Promise<void> {
  await gatherNotices(ctx)
  await sendDueMails(ctx)
}
const later = (ms: number) => {
  ctx.clock.nowMs += ms
}

let count = 0
function fact(kind: string, email: string, data: object, extra: Partial<IncomingFact> = {}): IncomingFact {
  const messageId = `n${++count}`
  return {
    kind,
    at: ctx.now(),
    messageId,
    source: 'test',
    actor: null,
    isHistory: false,
    who: { email },
    touch: null,
    data,
    ...extra,
  }
}
/** Somebody who fits, asks to be called and is a lead of grade A. */
const arrive = (name: string) => {
  const email = `${name.toLowerCase()}@firm.example`
  const person = { email, name, phone: '+33140000000', role: 'owner' }
  return recordFacts(ctx, [
    fact('person.identified', email, { person, account: { name: 'Firm', employees: 80, domain: 'firm.example' } }),
    fact('form.submitted', email, { name: 'price list', wantsCall: true }),
  ])
}
const subjects = () => server.mails.map(({ raw }) => headerOf(raw, 'Subject'))
const textOf = (index: number) => partsOf(server.mails[index]?.raw ?? '').text
const prefer = (
  ways: Partial<Record<NoticeKind, 'off' | 'app' | 'now' | 'digest'>>,
  rest: { hasSummary?: boolean; isQuiet?: boolean } = {},
) =>
  savePreferences(database.pool, seller, {
    ways: { ...DEFAULT_WAYS, ...ways },
    hasSummary: true,
    isQuiet: true,
    ...rest,
  })

describe('a lead that is routed', () => {
  it('is mailed to its owner at once, with what is due by when in their own zone, and the way there', async () => {
    await arrive('Vera')
    await post()
    expect(subjects()).toEqual(['Yours: Vera (A2), first contact by 12:00'])
    const raw = server.mails[0]?.raw ?? ''
    expect(headerOf(raw, 'To')).toBe('seller1@x.example')
    expect(headerOf(raw, 'List-Unsubscribe')).toBe('<http://ensemble.example/settings>')
    expect(textOf(0)).toContain('http://ensemble.example/people/')
    expect(partsOf(raw).html).toContain('<a href="http://ensemble.example/people/')
  })

  it('is not mailed when it was worked before the mail went out', async () => {
    await prefer({}, { isQuiet: true })
    ctx.clock.nowMs = Date.parse('2026-11-24T20:00:00Z')
    await arrive('Vera')
    await post()
    const email = 'vera@firm.example'
    await recordFacts(ctx, [fact('call.made', email, { outcome: 'connected' }, { actor: seller })])
    ctx.clock.nowMs = Date.parse('2026-11-25T08:01:00Z')
    await post()
    expect(server.mails).toHaveLength(0)
    const { rows } = await database.pool.query('select outcome from notice_posts')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ outcome }) => outcome === 'dropped')).toBe(true)
  })

  it('is not mailed when it was read in the app', async () => {
    ctx.clock.nowMs = Date.parse('2026-11-24T20:00:00Z')
    await arrive('Vera')
    await database.pool.query('update notices set read_at = now()')
    ctx.clock.nowMs = Date.parse('2026-11-25T08:01:00Z')
    await post()
    expect(server.mails).toHaveLength(0)
  })

  it('is left out when the mail server was away until the call was made', async () => {
    ctx.outside = { ...ctx.outside, smtpUrl: 'smtp://127.0.0.1:1', mailFrom: undefined, canHookLoopback: false }
    await arrive('Vera')
    await post()
    await recordFacts(ctx, [fact('call.made', 'vera@firm.example', { outcome: 'connected' }, { actor: seller })])
    ctx.outside = { ...ctx.outside, smtpUrl: `smtp://127.0.0.1:${server.port}` }
    later(5 * MINUTE)
    await post()
    expect(server.mails).toHaveLength(0)
    expect((await database.pool.query('select status from mails')).rows).toEqual([{ status: 'dropped' }])
  })
})

describe('several notices', () => {
  it('that wait for one person are one mail, what runs out first in front', async () => {
    for (const name of ['Vera', 'Otto', 'Ines']) await arrive(name)
    await post()
    expect(subjects()).toEqual([expect.stringMatching(/^Yours: .*, and 2 more$/)])
    for (const name of ['Vera', 'Otto', 'Ines']) expect(textOf(0)).toContain(name)
  })

  it('within ten minutes of a mail wait for the next, unless something runs out soon', async () => {
    await arrive('Vera')
    await post()
    later(MINUTE)
    await arrive('Otto')
    await post()
    later(MINUTE)
    await arrive('Ines')
    await post()
    expect(server.mails).toHaveLength(1)
    later(9 * MINUTE)
    await post()
    expect(subjects()[1]).toMatch(/, and 1 more$/)
    await post()
    expect(server.mails).toHaveLength(2)
  })

  it('about one lead are told once: the newest', async () => {
    ctx.clock.nowMs = Date.parse('2026-11-24T06:30:00Z')
    await arrive('Vera')
    await post()
    expect(server.mails).toHaveLength(0)
    ctx.clock.nowMs = Date.parse('2026-11-24T09:00:00Z')
    await strikeDueClocks(ctx, ctx.now())
    await post()
    expect(server.mails).toHaveLength(1)
    expect(textOf(0).match(/Vera/g)).toHaveLength(1)
    expect(textOf(0)).toContain('Half the time is gone: Vera')
  })
})

describe('somebody', () => {
  it('is written to in their language', async () => {
    await database.pool.query(`update users set locale = 'fr' where id = $1`, [seller])
    await arrive('Vera')
    await post()
    await database.pool.query('update users set locale = null where id = $1', [seller])
    expect(textOf(0)).toContain('Bonjour Seller 1')
    expect(textOf(0)).toContain('premier contact avant 12:00')
  })

  it('is left in peace at night and while away, and told on the first working morning', async () => {
    ctx.clock.nowMs = Date.parse('2026-11-24T18:00:00Z')
    await database.pool.query(
      `insert into absences (absence_id, user_id, starts_at, ends_at) values (gen_random_uuid(), $1, '2026-11-24T23:00:00Z', '2026-11-26T23:00:00Z')`,
      [seller],
    )
    await arrive('Vera')
    for (const at of ['2026-11-24T18:01:00Z', '2026-11-25T09:00:00Z', '2026-11-26T09:00:00Z', '2026-11-27T07:59:00Z']) {
      ctx.clock.nowMs = Date.parse(at)
      await post()
      expect([at, server.mails.length]).toEqual([at, 0])
    }
    ctx.clock.nowMs = Date.parse('2026-11-27T08:00:10Z')
    await post()
    expect(server.mails).toHaveLength(1)
  })

  it('who wants it always is written to in the evening', async () => {
    ctx.clock.nowMs = Date.parse('2026-11-24T19:00:00Z')
    await prefer({}, { isQuiet: false })
    await arrive('Vera')
    await post()
    expect(server.mails).toHaveLength(1)
  })

  it('who turned a kind off is not told, and who wants it in the app only is not mailed', async () => {
    await prefer({ routed: 'off' })
    await arrive('Vera')
    expect((await database.pool.query(`select 1 from notices where kind = 'routed'`)).rowCount).toBe(0)
    await prefer({ routed: 'app' })
    await arrive('Otto')
    await post()
    expect((await database.pool.query(`select 1 from notices where kind = 'routed'`)).rowCount).toBe(1)
    expect(server.mails).toHaveLength(0)
  })
})

describe('the summary of a morning', () => {
  const morning = async (at: string) => {
    ctx.clock.nowMs = Date.parse(at)
    await sendSummaries(ctx)
    await sendDueMails(ctx)
  }

  it('says what runs out today and what was to come in the morning, once, on working days, not while away', async () => {
    await prefer({ routed: 'digest' })
    await planSummaries(ctx)
    await arrive('Vera')
    await post()
    await morning('2026-11-24T20:00:00Z')
    expect(server.mails).toHaveLength(0)
    await morning('2026-11-25T08:00:30Z')
    await morning('2026-11-25T08:01:30Z')
    expect(subjects()).toEqual(['Wednesday 25 November: 1 promise runs out and 1 notice'])
    expect(textOf(0)).toContain('RUNS OUT TODAY')
    expect(textOf(0)).toContain('first contact was due Tuesday 12:00')
    server.mails.length = 0
    await database.pool.query(
      `insert into absences (absence_id, user_id, starts_at, ends_at) values (gen_random_uuid(), $1, '2026-11-25T23:00:00Z', '2026-11-26T23:00:00Z')`,
      [seller],
    )
    await morning('2026-11-26T08:00:30Z')
    expect(server.mails).toHaveLength(0)
    await morning('2026-11-28T08:00:30Z')
    expect(server.mails).toHaveLength(0)
  })

  it('is not sent when there is nothing to say', async () => {
    await planSummaries(ctx)
    await morning('2026-11-25T08:00:30Z')
    expect(server.mails).toHaveLength(0)
  })
})

it('a name from outside writes no header, no line and no markup into a mail', async () => {
  const email = 'evil@firm.example'
  const name = 'Eve\r\nBcc: all@x.example\r\n\r\n<script>alert(1)</script>'
  await recordFacts(ctx, [
    fact('person.identified', email, {
      person: { email, name, phone: '+33140000000', role: 'owner' },
      account: { employees: 80, domain: 'firm.example' },
    }),
    fact('form.submitted', email, { name: 'price list', wantsCall: true }),
  ])
  await post()
  const raw = server.mails[0]?.raw ?? ''
  expect(server.mails[0]?.to).toEqual(['seller1@x.example'])
  expect(headerOf(raw, 'Bcc')).toBe('')
  expect(partsOf(raw).html).not.toContain('<script')
})

it('without a mail server notices stay in the app, and none waits for ever', async () => {
  const { outside } = ctx
  ctx.outside = { smtpUrl: undefined, mailFrom: undefined, canHookLoopback: false }
  await arrive('Vera')
  await post()
  ctx.outside = outside ?? ctx.outside
  await post()
  expect(server.mails).toHaveLength(0)
  expect((await database.pool.query(`select 1 from notices where kind = 'routed'`)).rowCount).toBe(1)
  expect((await database.pool.query('select 1 from notice_posts where settled_at is null')).rowCount).toBe(0)
})

it('a notice told inside a transaction that is undone was never told', async () => {
  const tx = await database.pool.connect()
  await tx.query('begin')
  await tell(tx, [{ userId: seller, kind: 'import_done', personId: null, data: {} }], ctx.now())
  await tx.query('rollback')
  tx.release()
  expect((await database.pool.query('select 1 from notices')).rowCount).toBe(0)
})
