import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { makePdf } from '../documents/make-pdf.ts'
import { ENDPOINTS as documents } from '../documents/routes.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS as facts } from '../facts/routes.ts'
import { ENDPOINTS } from './routes.ts'

type Person = Awaited<ReturnType<House['as']>>
let house: House
let seller: Person
let boss: Person
let viewer: Person
let person = ''
const PIPELINES = `
pipelines:
  New business:
    because: a win is a win once it is signed
    stages:
      Discovery: { owner: sales, exit: [need, next step], probability: 20 % }
      Offer: { owner: sales, known_as: Proposal, exit: [amount, close date, offer sent], exit_when: 'deal.amount_cents >= 10000', probability: 50 % }
      Contract: { owner: sales, exit: [decision maker], probability: 80 % }
    win_needs: contract
  Renewals:
    stages: { Talk: { owner: sales, probability: 70 % } }
    win_needs: nothing
`

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...documents, ...facts])
  house.ctx.home = mkdtempSync(join(tmpdir(), 'ensemble-deals-'))
  const sales = randomUUID()
  await house.ctx.db.query(
    `insert into teams (team_id, name, side) values ($1, 'Sales', 'sales'), ($2, 'Marketing', 'marketing')`,
    [sales, randomUUID()],
  )
  await house.ctx.db.query('update agreements set document = document || $1', [PIPELINES])
  await house.ctx.agreements.refresh()
  seller = await house.as('seller', sales)
  // With one seller the lead is theirs.
  person = await newLead('vera@x.example')
  boss = await house.as('manager', sales)
  viewer = await house.as('viewer')
})
afterAll(async () => {
  rmSync(house.ctx.home, { recursive: true, force: true })
  await house.close()
})

async function newLead(email: string): Promise<string> {
  const [recorded] = await recordFacts(house.ctx, [
    {
      kind: 'form.submitted',
      at: house.ctx.now() - 60_000,
      messageId: randomUUID(),
      source: 'test',
      actor: null,
      isHistory: false,
      who: { email },
      touch: null,
      data: { name: 'demo', wantsCall: true },
    },
  ])
  return recorded?.personId ?? ''
}
const tell = (who: Person, kind: string, data: object, personId = person) =>
  who.ask({ method: 'POST', url: '/api/facts', body: { facts: [{ kind, who: { personId }, data }] } })
const deal = async (id: string, who = seller, personId = person) =>
  (await who.ask({ url: `/api/people/${personId}/deals/${id}` })).json()

type Part = { fields?: Record<string, string | string[]>; name?: string; content: Buffer }
function upload(who: Person, id: string, { fields = {}, name = 'contract.pdf', content }: Part, personId = person) {
  const line = (field: string, value: string): string =>
    `--b\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`
  const head = Object.entries(fields).flatMap(([field, values]) => [values].flat().map((value) => line(field, value)))
  return house.app.inject({
    method: 'POST',
    url: `/api/people/${personId}/deals/${id}/documents`,
    headers: { host: 'ensemble.example', 'content-type': 'multipart/form-data; boundary=b', cookie: who.cookie },
    payload: Buffer.concat([
      Buffer.from(
        `${head.join('')}--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`,
      ),
      content,
      Buffer.from('\r\n--b--\r\n'),
    ]),
  })
}
const SIGNED = { kind: 'contract', signedOn: '2026-01-10', signatories: ['Vera Lume', 'Ana Reis'] }

it('goes from stage to stage by its evidence, and is won by the signed contract', async () => {
  await tell(seller, 'deal.opened', { deal: 'd1', name: 'Vera’s order', currency: 'EUR' })
  expect(await deal('d1')).toMatchObject({ stage: 'Discovery', pipeline: 'New business', probability: 0.2 })

  const refused = await tell(seller, 'deal.moved', { deal: 'd1', stage: 'Offer' })
  expect(refused.statusCode).toBe(422)
  expect(refused.json().errors).toMatchObject([
    { where: 'facts.0.kind', what: 'evidence missing' },
    { where: 'stages.Discovery.need', what: 'a need they stated', mend: expect.any(String) },
    { where: 'stages.Discovery.next step', mend: 'Say what happens next, and when.' },
  ])
  await tell(seller, 'need.stated', { need: 'one tool', isKnown: true })
  const nextStepAt = new Date(house.ctx.now() + 86_400_000).toISOString()
  expect((await tell(seller, 'deal.changed', { deal: 'd1', nextStep: 'Send the offer', nextStepAt })).statusCode).toBe(
    201,
  )
  expect((await tell(seller, 'deal.moved', { deal: 'd1', stage: 'Offer' })).statusCode).toBe(201)

  await tell(seller, 'deal.changed', { deal: 'd1', amountCents: 5000, closeDate: '2026-12-31', offerSent: true })
  const small = await tell(seller, 'deal.moved', { deal: 'd1', stage: 'Contract' })
  expect(small.json().errors.at(-1)).toMatchObject({ where: 'stages.Offer.condition' })
  await tell(seller, 'deal.changed', {
    deal: 'd1',
    amountCents: 250_000,
    products: [{ name: 'Licence', quantity: 5, unitCents: 50_000 }],
    competitors: ['Rival'],
    people: [
      { person, role: 'champion' },
      { name: 'Ugo', role: 'decision maker' },
    ],
  })
  expect((await tell(seller, 'deal.moved', { deal: 'd1', stage: 'Contract' })).statusCode).toBe(201)

  const unproven = await tell(seller, 'deal.won', { deal: 'd1', proof: 'contract' })
  expect(unproven.statusCode).toBe(422)
  expect(unproven.json().errors).toMatchObject([{ what: 'proof missing' }, { where: 'win.contract' }])
  const bare = await tell(seller, 'contract.signed', { deal: 'd1' })
  expect(bare.json().errors).toMatchObject([{ what: 'document needed' }])

  const signed = await upload(seller, 'd1', { fields: SIGNED, content: makePdf(['Contract', 'between us and Vera']) })
  expect(signed.statusCode).toBe(201)
  expect(signed.json().document).toMatchObject({ kind: 'contract', pages: 1, signedOn: '2026-01-10', mayRemove: true })
  const won = await deal('d1')
  expect(won).toMatchObject({
    status: 'won',
    proof: 'contract',
    productsCents: 250_000,
    contracts: [{ signedOn: '2026-01-10', signatories: ['Vera Lume', 'Ana Reis'] }],
    people: [{ role: 'champion' }, { name: 'Ugo', role: 'decision maker' }],
  })
  expect(won.history[0].kind).toBe('contract.signed')

  const file = await seller.ask({ url: `/api/documents/${signed.json().document.id}` })
  expect(file.rawPayload.equals(makePdf(['Contract', 'between us and Vera']))).toBe(true)
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringMatching(/^attachment; filename="contract.pdf"/),
  })
  expect((await viewer.ask({ url: `/api/documents/${signed.json().document.id}` })).statusCode).toBe(403)

  expect(
    (
      await seller.ask({
        method: 'POST',
        url: '/api/facts',
        body: { facts: [{ kind: 'fact.retracted', who: { personId: person }, data: { fact: signed.json().factId } }] },
      })
    ).statusCode,
  ).toBe(201)
  expect(await deal('d1')).toMatchObject({ status: 'open', stage: 'Contract', proof: 'none' })
})

it('moves without evidence by the word of a manager only, which stays in the history', async () => {
  await tell(seller, 'deal.opened', { deal: 'd2' })
  const told = { deal: 'd2', stage: 'Contract', override: 'they signed with our partner' }
  expect((await tell(seller, 'deal.moved', told)).statusCode).toBe(403)
  expect((await tell(boss, 'deal.moved', told)).statusCode).toBe(201)
  const { history, may } = await deal('d2')
  expect(history[0].data.override).toBe('they signed with our partner')
  expect(may.override.isAllowed).toBe(false)
  await tell(boss, 'deal.lost', { deal: 'd2', reason: 'PRICE_VALUE' })
})

it('keeps who says why it was lost, tells no decision apart, and is taken up again', async () => {
  await tell(seller, 'deal.opened', { deal: 'd3', amountCents: 100_00, currency: 'USD' })
  await tell(seller, 'deal.lost', { deal: 'd3', reason: 'PRICE_VALUE', also: ['TIMING'], competitor: 'Rival' })
  await tell(seller, 'deal.explained', { deal: 'd3', reason: 'SLOW_RESPONSE', saidBy: 'buyer' })
  expect(await deal('d3')).toMatchObject({
    status: 'lost',
    reasons: ['PRICE_VALUE', 'TIMING'],
    competitors: ['Rival'],
    said: [{ saidBy: 'seller' }, { saidBy: 'buyer', reasons: ['SLOW_RESPONSE'] }],
  })
  await tell(seller, 'deal.opened', { deal: 'd4' })
  await tell(seller, 'deal.undecided', { deal: 'd4', reason: 'NO_DECISION_PRIORITY' })
  const report = (await seller.ask({ url: '/api/win-loss' })).json()
  expect(report).toMatchObject({ won: 0, lost: 2, undecided: 1 })
  expect(report.winRate).toMatchObject({ n: 2, k: 0 })
  expect(report.winRateWithUndecided).toMatchObject({ n: 3 })
  expect(report.competitors).toMatchObject([{ competitor: 'Rival', lost: 1, open: 1, isSmall: true }])
  expect(report.gap.map((each: { code: string }) => each.code).sort()).toEqual([
    'NO_DECISION_PRIORITY',
    'PRICE_VALUE',
    'SLOW_RESPONSE',
  ])
  expect((await tell(seller, 'deal.reopened', { deal: 'd3' })).statusCode).toBe(201)
  expect(await deal('d3')).toMatchObject({ status: 'open', stage: 'Discovery', reasons: [], said: [] })
})

it('is on the board and in the list, with sums by currency that are never added up', async () => {
  await tell(seller, 'deal.opened', { deal: 'd5', pipeline: 'Renewals', amountCents: 700_00, currency: 'EUR' })
  const board = (await seller.ask({ url: '/api/deal-board?limit=1' })).json()
  expect(board.pipeline).toBe('New business')
  expect(board.columns.map((each: { stage: string }) => each.stage)).toEqual(['Discovery', 'Offer', 'Contract'])
  expect(board.columns[0]).toMatchObject({ deals: 1, sums: [{ currency: 'USD', amountCents: 100_00 }] })
  const renewals = (await seller.ask({ url: '/api/deal-board?pipeline=Renewals' })).json()
  expect(renewals.columns).toMatchObject([{ stage: 'Talk', deals: 1, cards: [{ id: 'd5' }] }])

  const seen: string[] = []
  for (const sort of ['newest', 'closing', 'largest', 'stalest', 'closed']) {
    let after = ''
    const ids: string[] = []
    do {
      const page = (await seller.ask({ url: `/api/deals?sort=${sort}&limit=1${after}` })).json()
      ids.push(...page.deals.map((each: { id: string }) => each.id))
      after = page.next === null ? '' : `&after=${page.next}`
    } while (after !== '')
    expect(new Set(ids).size).toBe(ids.length)
    seen.push(`${sort}: ${ids.length}`)
  }
  expect(seen).toEqual(['newest: 5', 'closing: 5', 'largest: 5', 'stalest: 3', 'closed: 2'])
  const ids = async (query: string): Promise<string[]> =>
    (await seller.ask({ url: `/api/deals?${query}` }))
      .json()
      .deals.map((each: { id: string }) => each.id)
      .sort()
  expect(await ids('text=vera%E2%80%99s')).toEqual(['d1'])
  expect(await ids('product=Licence')).toEqual(['d1'])
  expect(await ids('competitor=Rival&status=open')).toEqual(['d1', 'd3'])
  expect(await ids('pipeline=Renewals')).toEqual(['d5'])
  expect(await ids('pipeline=New+business&status=open')).toEqual(['d1', 'd3'])
  expect(await ids('closeFrom=2026-12-01&closeTo=2027-01-01')).toEqual(['d1'])
  expect(await ids('minCents=50000&currency=EUR')).toEqual(['d1', 'd5'])
  expect(await ids('reason=PRICE_VALUE')).toEqual(['d2'])
  expect(await ids('status=undecided')).toEqual(['d4'])
  expect(await ids(`owner=${seller.id}&status=open`)).toEqual(['d1', 'd3', 'd5'])
  const sums = (await seller.ask({ url: '/api/deal-sums?status=open' })).json()
  expect(sums).toMatchObject({ deals: 3, sums: [{ currency: 'EUR', amountCents: 320_000 }, { currency: 'USD' }] })
})

it('exports a table in which no cell is a formula', async () => {
  await tell(seller, 'deal.opened', { deal: '=1+1', name: '=HYPERLINK("http://x")', nextStep: '@SUM(A1)' })
  const csv = (await viewer.ask({ url: '/api/deals.csv?sort=newest' })).body
  expect(csv.split('\r\n')[0]).toContain('deal,name,person')
  const row = csv.split('\r\n').find((line: string) => line.includes('HYPERLINK')) ?? ''
  expect(row).toContain(`'=1+1,"'=HYPERLINK(""http://x"")"`)
  expect(row).toContain(`'@SUM(A1)`)
  await tell(seller, 'deal.lost', { deal: '=1+1', reason: 'TIMING' })
})

it('is foreseen in three ways, with what is behind each', async () => {
  const forecast = (await seller.ask({ url: '/api/forecast?from=2026-12&months=1' })).json()
  expect(forecast.months).toMatchObject([
    { month: '2026-12', currency: 'EUR', deals: 1, openCents: 250_000, byStage: { cents: 200_000 }, byHistory: null },
  ])
  expect(forecast.stages[0]).toMatchObject({ stage: 'Discovery', isSmall: true })
  expect(forecast.sellers).toMatchObject([{ owner: { id: seller.id }, saidCents: 250_000, past: { isSmall: true } }])
  expect(forecast.definitions.byHistory).toContain('Wilson')
  const before = (await seller.ask({ url: '/api/forecast?asOf=2020-01-01' })).json()
  expect(before.months).toEqual([])
  expect((await seller.ask({ url: '/api/forecast?asOf=2199-01-01' })).statusCode).toBe(400)
  expect((await seller.ask({ url: '/api/forecast/past?month=2026-01' })).json()).toEqual({ rows: [], isCut: false })
})

describe('what is no contract', () => {
  const pdf = makePdf(['x'])
  const text = pdf.toString('latin1')
  test.each<[string, Buffer, number, string]>([
    ['an empty file', Buffer.alloc(0), 415, 'empty'],
    ['a Word document under the name of a PDF', Buffer.from('PK\u0003\u0004word'), 415, 'ZIP, Word'],
    ['a web page', Buffer.from('<html>%PDF-1.4</html>'), 415, 'web page'],
    ['a cut off file', pdf.subarray(0, pdf.length - 100), 415, 'end is missing'],
    ['a header with nothing behind it', Buffer.from('%PDF-1.7\n%%EOF\n'), 415, 'table of contents'],
    ['a table outside the file', Buffer.from(text.replace(/startxref\n\d+/, 'startxref\n999999')), 415, 'outside'],
    ['an encrypted file', Buffer.from(text.replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R')), 415, 'encrypted'],
    ['more than 25 MB', Buffer.concat([pdf, Buffer.alloc(25 * 1024 ** 2)]), 413, 'larger than 25 MB'],
  ])('%s is refused, and nothing stays', async (_what, content, status, detail) => {
    const answer = await upload(seller, 'd1', { fields: SIGNED, content })
    expect(answer.statusCode).toBe(status)
    expect(answer.json().detail).toContain(detail)
    expect(answer.json().mend).toBeTruthy()
    expect((await house.ctx.db.query('select 1 from documents where bytes = $1', [content.length])).rowCount).toBe(0)
  })

  it('a contract nobody signed, or signed tomorrow, is refused with the field', async () => {
    const unsigned = await upload(seller, 'd1', { fields: { kind: 'contract' }, content: pdf })
    expect(unsigned.json().errors.map((each: { where: string }) => each.where)).toEqual([
      'body.signedOn',
      'body.signatories',
    ])
    const tomorrow = await upload(seller, 'd1', { fields: { ...SIGNED, signedOn: '2199-01-01' }, content: pdf })
    expect(tomorrow.json().errors[0]).toMatchObject({ where: 'body.signedOn' })
    const money = await upload(seller, 'd1', { fields: { ...SIGNED, amountCents: '1e400' }, content: pdf })
    expect(money.json().errors[0]).toMatchObject({ where: 'body.amountCents' })
  })

  it('an offer counts as sent, and goes with its fact when it is removed', async () => {
    await tell(boss, 'deal.opened', { deal: 'd6' })
    const offer = await upload(boss, 'd6', { fields: { kind: 'offer' }, name: '../../Ça.pdf', content: pdf })
    expect(offer.json().document).toMatchObject({ kind: 'offer', name: 'Ça.pdf' })
    const offerLine = async () =>
      (await deal('d6')).stages[1].exit.find((each: { evidence: string }) => each.evidence === 'offer sent')
    expect((await offerLine()).isThere).toBe(true)
    const url = `/api/documents/${offer.json().document.id}`
    expect((await seller.ask({ method: 'DELETE', url })).statusCode).toBe(403)
    expect((await boss.ask({ method: 'DELETE', url })).statusCode).toBe(204)
    expect((await offerLine()).isThere).toBe(false)
    expect((await boss.ask({ url })).statusCode).toBe(404)
  })
})

test.each<[string, object, string]>([
  ['a negative amount', { deal: 'x', amountCents: -1 }, 'amountCents'],
  ['an amount no number holds', { deal: 'x', amountCents: 1e300 }, 'amountCents'],
  ['a broken cent', { deal: 'x', amountCents: 0.5 }, 'amountCents'],
  ['an unknown currency', { deal: 'x', amountCents: 1, currency: 'XQZ' }, 'currency'],
  ['a day that is none', { deal: 'x', closeDate: '2026-02-30' }, 'closeDate'],
  ['a colleague who is none', { deal: 'x', closer: '00000000-0000-4000-8000-000000000000' }, 'closer'],
  [
    'a person who is none',
    { deal: 'x', people: [{ person: '00000000-0000-4000-8000-000000000000', role: 'user' }] },
    'people',
  ],
  ['a role that is none', { deal: 'x', people: [{ name: 'U', role: 'king' }] }, 'people'],
])('%s is refused with the field', async (_what, data, field) => {
  const answer = await tell(seller, 'deal.opened', data)
  expect(answer.statusCode).toBe(400)
  expect(JSON.stringify(answer.json().errors)).toContain(field)
})

test.each([
  '/api/deals?minCents=1e400',
  '/api/deals?minCents=-1',
  '/api/deals?currency=euro',
  '/api/deals?after=abc',
  '/api/deals?closeFrom=2026-13-01',
  '/api/forecast?from=2026-13',
])('%s is refused', async (url) => {
  expect((await seller.ask({ url })).statusCode).toBe(400)
})

it('refuses a stage, a pipeline and a deal that do not exist', async () => {
  await tell(seller, 'deal.opened', { deal: 'd7' })
  expect((await tell(seller, 'deal.moved', { deal: 'd7', stage: 'Nowhere' })).json().errors[0].what).toBe(
    'unknown stage',
  )
  expect((await tell(seller, 'deal.changed', { deal: 'd7', pipeline: 'None' })).json().errors[0].what).toBe(
    'unknown pipeline',
  )
  expect((await tell(seller, 'deal.changed', { deal: 'none' })).json().errors[0].what).toBe('unknown deal')
  expect((await seller.ask({ url: `/api/people/${person}/deals/none` })).statusCode).toBe(404)
  expect((await tell(viewer, 'deal.changed', { deal: 'd7', amountCents: 1 })).statusCode).toBe(403)
})
