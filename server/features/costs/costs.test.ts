import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as CAMPAIGNS } from '../campaigns/routes.ts'
import { ENDPOINTS } from './routes.ts'
import { spreadCents } from './spread-cents.ts'

const SHAPES = new URL('../../../../shared/data/connector-shapes/ad-platforms/', import.meta.url)
type Person = Awaited<ReturnType<House['as']>>
let house: House
let marketer: Person
let admin: Person
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...CAMPAIGNS])
  house.ctx.home = await mkdtemp(join(tmpdir(), 'costs-'))
  marketer = await house.as('marketer')
  admin = await house.as('admin')
})
afterAll(async () => {
  await rm(house.ctx.home, { recursive: true, force: true })
  await house.close()
})

async function upload(files: Record<string, string>) {
  const body = Object.entries(files).map(
    ([name, text]) =>
      `--b\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n`,
  )
  return marketer.ask({
    method: 'POST',
    url: '/api/cost-imports',
    body: `${body.join('')}--b--\r\n`,
    headers: { 'content-type': 'multipart/form-data; boundary=b', cookie: marketer.cookie },
  })
}
const post = (url: string, body: object = {}) => marketer.ask({ method: 'POST', url: `/api/${url}`, body })
async function bring(files: Record<string, string>, options = {}) {
  const uploaded = (await upload(files)).json()
  return (await post(`cost-imports/${uploaded.id}/runs`, options)).json()
}
const costs = async (query: string) => (await admin.ask({ url: `/api/costs?${query}` })).json().costs
const clear = async (): Promise<void> => {
  await house.ctx.db.query('delete from campaign_costs')
}

describe('an import of costs', () => {
  const table = 'day,campaign,cost,currency,clicks\n2026-01-01,Ads A,12.345,EUR,3\n2026-01-02,Ads A,1,EUR,\n'

  it('says what it would do, does it, changes nothing the second time, and is undone', async () => {
    const { id: campaign } = (await post('campaigns', { name: 'Ads A', tactic: 'advertising' })).json()
    const uploaded = await upload({ 'plain.csv': table })
    expect(uploaded.statusCode).toBe(201)
    expect(uploaded.json()).toMatchObject({
      status: 'uploaded',
      source: 'csv',
      effect: { rows: 2, added: 2, changed: 0, campaigns: 1, sums: [{ currency: 'EUR', cents: 1335 }], unclaimed: [] },
    })
    expect(await costs('by=campaign')).toEqual([])
    const done = (await post(`cost-imports/${uploaded.json().id}/runs`)).json()
    expect(done.status).toBe('done')
    expect(await costs('by=campaign')).toMatchObject([{ campaignId: campaign, costCents: 1335, clicks: 3 }])
    const again = await bring({ 'plain.csv': table })
    expect(again.effect).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
    const right = await bring({ 'plain.csv': table.replace('12.345', '20') })
    expect(right.effect).toMatchObject({ added: 0, changed: 1, changes: [{ before: 1235, after: 2000 }] })
    expect(await costs('by=campaign')).toMatchObject([{ costCents: 2100 }])
    await post(`cost-imports/${right.id}/undo`)
    expect(await costs('by=campaign')).toMatchObject([{ costCents: 1335 }])
    await post(`cost-imports/${done.id}/undo`)
    expect(await costs('by=campaign')).toEqual([])
  })

  it('undone out of order, nothing of what was undone comes back', async () => {
    const first = await bring({ 'a.csv': table })
    const second = await bring({ 'a.csv': table.replace('12.345', '20') })
    await post(`cost-imports/${first.id}/undo`)
    expect(await costs('by=day')).toMatchObject([{ day: '2026-01-01', costCents: 2000 }])
    await post(`cost-imports/${second.id}/undo`)
    expect(await costs('by=day')).toEqual([])
  })

  it.each([
    ['2026-01-01,A,-5,EUR', 'cost', /positive amount in a row of kind credit/],
    ['2026-01-01,A,5,EUX', 'currency', /ISO 4217/],
    ['2026-13-01,A,5,EUR', 'day', /2026-01-31/],
    ['2199-01-01,A,5,EUR', 'day', /to come/],
    ['01/02/2026,A,5,EUR', 'day', /days or months come first/],
    ['2026-01-01,A,five,EUR', 'cost', /12\.50/],
    ['2026-01-01,,5,EUR', 'campaign', /column "campaign" or "channel"/],
    ['2026-01-01,A,5,EUR,maybe', 'kind', /spend or credit/],
  ])('%s is refused with its row and what to do', async (row, field, mend) => {
    const answer = (await upload({ 'bad.csv': `day,campaign,cost,currency,kind\n2026-01-01,A,5,EUR\n${row}\n` })).json()
    expect(answer.effect).toMatchObject({ rows: 2, dropped: 1, added: 1 })
    expect(answer.issues).toMatchObject([{ row: 3, field, mend: expect.stringMatching(mend) }])
  })

  it('a credit counts against what was spent', async () => {
    await bring({
      'c.csv': 'day;canal;coût;devise;type\n2026-01-01;email;1 234,50;EUR;\n2026-01-01;email;34,50;EUR;avoir\n',
    })
    expect(await costs('by=channel')).toMatchObject([{ channel: 'email', costCents: 120_000 }])
    await clear()
  })

  it('currencies are never added up without a rate', async () => {
    await bring({
      'm.csv': 'day,channel,cost,currency\n2026-01-01,x,10,USD\n2026-01-01,x,10,EUR\n2026-02-01,x,1,USD\n',
    })
    const rates = async () => (await admin.ask({ url: '/api/currency-rates' })).json()
    expect(await costs('by=channel')).toMatchObject([
      { currency: 'EUR', costCents: 1000, convertedCents: 1000 },
      { currency: 'USD', costCents: 1100, convertedCents: null },
    ])
    expect((await rates()).missing).toEqual([{ currency: 'USD', from: '2026-01-01' }])
    const save = (who: Person, rows: object[]) =>
      who.ask({ method: 'PUT', url: '/api/currency-rates', body: { rates: rows } })
    expect((await save(marketer, [])).statusCode).toBe(403)
    expect((await save(admin, [{ currency: 'EUR', day: '2026-01-01', rate: '1' }])).statusCode).toBe(400)
    const table = [
      { currency: 'USD', day: '2025-12-01', rate: '0.9' },
      { currency: 'USD', day: '2026-02-01', rate: '0.855' },
    ]
    expect((await save(admin, table)).statusCode).toBe(204)
    expect((await costs('by=channel'))[1]).toMatchObject({ currency: 'USD', convertedCents: 900 + 86 })
    expect((await rates()).missing).toEqual([])
    await clear()
  })

  it('a file that is no table of costs is refused with what it lacks', async () => {
    const answer = await upload({ 'people.csv': 'name,email\nA,a@x.example\n' })
    expect(answer.statusCode).toBe(415)
    expect(answer.json().mend).toContain('Day, Campaign, Cost')
  })
})

describe('exports as people download them', () => {
  it('Google Ads: the title above and the sum below are no costs', async () => {
    const text =
      'Campaign report\n"1 January 2026 - 2 January 2026"\nDay,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks\n' +
      '2026-01-01,Brand FR,77,EUR,"1,204.50","12,000",31\n2026-01-02,Brand FR,77,EUR,10,1,\nTotal: Campaigns, --,--,EUR,"1,214.50",,\n'
    const done = await bring({ 'google.csv': text })
    expect(done).toMatchObject({
      source: 'google ads',
      effect: { added: 2, sums: [{ currency: 'EUR', cents: 121_450 }] },
    })
    expect(done.effect.unclaimed).toMatchObject([{ name: 'Brand FR' }])
    expect(await costs('by=channel')).toMatchObject([{ channel: 'paid search', impressions: 12_001 }])
    const named = (await marketer.ask({ url: '/api/unclaimed-campaigns' })).json().names
    expect(named).toMatchObject([{ name: 'Brand FR', costs: [{ cents: 121_450 }], touches: 0 }])
    const { id } = (await post('campaigns', { name: 'Brand search', tactic: 'advertising', aliases: ['77'] })).json()
    expect(await costs('by=campaign')).toMatchObject([{ campaignId: id, costCents: 121_450 }])
    await clear()
  })

  it('Facebook: the currency stands in the header', async () => {
    const text =
      'Campaign name,Reporting starts,Amount spent (GBP),Impressions,Link clicks\nLeads,2026-01-01,12.5,4,2\n'
    expect(await bring({ 'fb.csv': text })).toMatchObject({
      source: 'facebook ads',
      effect: { sums: [{ currency: 'GBP', cents: 1250 }] },
    })
    await clear()
  })

  it('LinkedIn: months come first', async () => {
    const text = 'Start Date (in UTC),Campaign Name,Total Spent,Currency,Impressions\n1/31/2026,Directors,9.99,EUR,3\n'
    expect(await bring({ 'li.csv': text })).toMatchObject({
      source: 'linkedin ads',
      effect: { from: '2026-01-31', sums: [{ cents: 999 }] },
    })
    await clear()
  })
})

describe.skipIf(!existsSync(SHAPES))('exports of connectors (skipped where the data folder is absent)', () => {
  const shape = (name: string) => readFile(new URL(`${name}_data.csv`, SHAPES), 'utf8')
  it.each([
    ['google_ads_campaign_stats', [], 'google ads'],
    ['google_ads_ad_group_stats', [], 'google ads'],
    ['google_ads_ad_stats', [], 'google ads'],
    ['google_ads_keyword_stats', [], 'google ads'],
    ['google_ads_search_term_keyword_stats', [], 'google ads'],
    ['google_ads_account_stats', [], 'google ads'],
    ['facebook_ads_basic_ad', ['facebook_ads_ad_history', 'facebook_ads_campaign_history'], 'facebook ads'],
    ['linkedin_ad_analytics_by_campaign', ['linkedin_ad_campaign_history'], 'linkedin ads'],
    ['linkedin_ad_analytics_by_creative', ['linkedin_ad_creative_history'], 'linkedin ads'],
  ])('%s', async (name, beside, source) => {
    const files: Record<string, string> = { [`${name}.csv`]: await shape(name) }
    for (const one of beside) files[`${one}.csv`] = await shape(one)
    const [header = '', ...rows] = (files[`${name}.csv`] ?? '').trim().split('\n')
    const column = header
      .split(',')
      .findIndex((one) => ['cost_micros', 'spend', 'cost_in_local_currency'].includes(one))
    const unit = header.includes('cost_micros') ? 1_000_000 : 1
    // The columns before the cost hold no quoted commas, save where a list stands behind it.
    const total = rows.reduce((sum, row) => sum + Number(row.replace(/"[^"]*"/g, '').split(',')[column] || 0), 0) / unit
    const done = await bring(files, { currency: 'USD' })
    if (total === 0) return clear()
    expect(done).toMatchObject({ source, status: 'done', effect: { dropped: 0 } })
    const cents = done.effect.sums[0].cents
    expect(Math.abs(cents - total * 100)).toBeLessThanOrEqual(done.effect.entries / 2)
    expect((await bring(files, { currency: 'USD' })).effect).toMatchObject({ added: 0, changed: 0 })
    await clear()
  })
})

describe('an invoice', () => {
  it('is spread over its days in whole cents, and taken back', async () => {
    const body = {
      label: 'Print',
      channel: 'direct mail',
      amountCents: 10_001,
      currency: 'EUR',
      from: '2026-01-01',
      to: '2026-01-07',
    }
    const { id, days } = (await post('invoices', body)).json()
    expect(days).toBe(7)
    const rows = await costs('by=day')
    expect(rows.reduce((sum: number, one: { costCents: number }) => sum + one.costCents, 0)).toBe(10_001)
    await marketer.ask({ method: 'DELETE', url: `/api/invoices/${id}` })
    expect(await costs('by=day')).toEqual([])
    expect((await post('invoices', { ...body, currency: 'EUX', to: '2025-01-01' })).json().errors).toHaveLength(2)
    expect((await post('invoices', { ...body, amountCents: -1 })).statusCode).toBe(400)
  })

  it.each([
    [100, 3, [33, 33, 34]],
    [1, 4, [0, 0, 0, 1]],
    [9_007_199_254_740_991, 2, [4_503_599_627_370_495, 4_503_599_627_370_496]],
  ])('%i cents over %i days', (cents, days, parts) => expect(spreadCents(cents, days)).toEqual(parts))
})
