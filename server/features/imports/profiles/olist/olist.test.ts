import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../../project-root.ts'
import { type House, openHouse } from '../../../../test/house.ts'
import { importFiles } from '../../import-files.ts'
import type { ImportRow } from '../../import-row.ts'
import { countIssues, issuesAfter } from '../../issues.ts'

let house: House
const folder = mkdtempSync(join(tmpdir(), 'ensemble-olist-'))

beforeAll(async () => {
  house = await openHouse([])
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

const importOlist = (files: { name: string; path: string }[]): Promise<ImportRow> =>
  importFiles(house.ctx, { files, profileId: 'olist', userId: null })

function write(files: Record<string, string>): { name: string; path: string }[] {
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return { name, path }
  })
}

test('every row that is dropped or repaired is named, and the rest comes in', async () => {
  const leads = [
    'mql_id,first_contact_date,landing_page_id,origin',
    'made1,2018-01-05,lp1,paid_search',
    'made2,2018-02-30,lp1,social',
    'made1,2018-01-06,lp1,email',
    'made3,2018-03-08,,',
    'made4,2018-02-06,lp2,direct_traffic',
  ]
  const deals = [
    'mql_id,seller_id,sdr_id,sr_id,won_date,business_segment',
    'made1,s1,u1,u2,2018-02-01 15:00:00,pet',
    'made3,s3,u2,u3,2018-03-06 19:38:55,toys',
    'made4,s4,u1,u3,2018-02-07 02:00:00,',
    'unknown,s5,u1,u3,2018-02-07 12:00:00,pet',
  ]
  const revenue = ['seller_id,orders_count,items_sold,gross_revenue,seller_id', 's1,2,3,113628.97,s1']
  const row = await importOlist(
    write({ 'leads.csv': leads.join('\n'), 'deals.csv': deals.join('\n'), 'revenue.csv': revenue.join('\n') }),
  )
  expect(row.result).toMatchObject({ read: 10, people: 3, leads: 3, won: 3, users: 3, dropped: 3, repaired: 1 })
  const issues = (await issuesAfter(house.ctx.db, row.import_id, -1, 100)).map(
    (one) => `${one.file} ${one.row} ${one.severity} ${one.code}`,
  )
  expect(issues).toEqual([
    'leads.csv 1 warning dates-without-time',
    'deals.csv 1 warning zone-of-dates',
    'revenue.csv 1 warning duplicate-column',
    'leads.csv 3 dropped impossible-date',
    'leads.csv 4 dropped duplicate-lead',
    'leads.csv 5 warning blank-origin',
    'deals.csv 3 repaired won-before-first-contact',
    'deals.csv 4 warning date-only',
    'deals.csv 5 dropped deal-without-lead',
  ])
  const { rows: users } = await house.ctx.db.query(
    "select name, role, is_active from users where external_id like 'olist:%' order by name",
  )
  expect(users).toEqual([
    { name: 'Closer u3', role: 'seller', is_active: false },
    { name: 'SDR and closer u2', role: 'seller', is_active: false },
    { name: 'SDR u1', role: 'seller', is_active: false },
  ])
  const { rows: deal } = await house.ctx.db.query(
    "select amount_cents::int, currency, closed_at from deals where deal_id = 'olist:s1'",
  )
  expect(deal).toEqual([{ amount_cents: 11_362_897, currency: 'BRL', closed_at: new Date('2018-02-01T15:00:00Z') }])
  const { rows: clamped } = await house.ctx.db.query("select closed_at from deals where deal_id = 'olist:s3'")
  expect(clamped).toEqual([{ closed_at: new Date('2018-03-08T03:00:00Z') }])
  const { rows: clocks } = await house.ctx.db.query('select count(*)::int as n from clocks')
  expect(clocks).toEqual([{ n: 0 }])
  await house.ctx.db.query(
    'truncate facts, decisions, leads, clocks, deals, people, identities, accounts, imports, import_issues cascade',
  )
})

const real = join(projectRoot, '..', 'shared', 'data', 'olist-funnel')

describe.skipIf(!existsSync(real))('the real funnel (skipped where ../shared/data/olist-funnel is absent)', () => {
  const names = [
    'olist_marketing_qualified_leads_dataset.csv',
    'olist_closed_deals_dataset.csv',
    'olist_sellers_dataset.csv',
    'seller_revenue_all_orders.csv',
  ]
  const records = async (name: string): Promise<Record<string, string>[]> =>
    parse(await readFile(join(real, name), 'utf8'), { columns: true })

  test('6,697 leads and 712 won deals come out, and the cohort of January to April 2018 is what the files say', async () => {
    const row = await importOlist(names.map((name) => ({ name, path: join(real, name) })))
    expect(row.result).toMatchObject({
      people: 6_697,
      leads: 6_697,
      deals: 712,
      won: 712,
      users: 40,
      dropped: 0,
      repaired: 1,
    })
    const codes = Object.fromEntries((await countIssues(house.ctx.db, row.import_id)).map((one) => [one.code, one.n]))
    expect(codes).toEqual({
      'won-before-first-contact': 1,
      'date-only': 54,
      'zone-of-dates': 1,
      'blank-origin': 46,
      'dates-without-time': 1,
      'duplicate-column': 1,
    })
    const dealt = new Set((await records('olist_closed_deals_dataset.csv')).map((deal) => deal.mql_id))
    const expected: Record<string, { n: number; k: number }> = {}
    for (const lead of await records('olist_marketing_qualified_leads_dataset.csv')) {
      const { first_contact_date: date = '', origin = '', mql_id: id } = lead
      if (date < '2018-01-01' || date >= '2018-05-01') continue
      const { n, k } = expected[origin] ?? { n: 0, k: 0 }
      expected[origin] = { n: n + 1, k: k + (dealt.has(id) ? 1 : 0) }
    }
    const { rows } = await house.ctx.db.query<{ origin: string; n: number; k: number }>(
      `select coalesce(origin, '') as origin, count(*)::int as n, count(won_at)::int as k from leads
       where opened_at >= timestamptz '2018-01-01 00:00 America/Sao_Paulo' and opened_at < timestamptz '2018-05-01 00:00 America/Sao_Paulo'
       group by origin`,
    )
    expect(Object.fromEntries(rows.map(({ origin, n, k }) => [origin, { n, k }]))).toEqual(expected)
    const again = await importOlist(names.map((name) => ({ name, path: join(real, name) })))
    expect(again.result).toMatchObject({ people: 0, facts: 0, users: 0, unchanged: 7_409 })
  })
})
