import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../../project-root.ts'
import { type House, openHouse } from '../../../../test/house.ts'
import { summariseDeals } from '../../../deals/summarise-deals.ts'
import { importFiles } from '../../import-files.ts'
import { countIssues, issuesAfter } from '../../issues.ts'

let house: House
const folder = mkdtempSync(join(tmpdir(), 'ensemble-maven-'))
beforeAll(async () => {
  house = await openHouse([])
})
afterEach(async () => {
  await house.ctx.db.query(
    'truncate facts, decisions, leads, clocks, deals, people, identities, accounts, imports, import_issues cascade',
  )
  await house.ctx.db.query("delete from users where external_id like 'maven:%'")
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

function write(files: Record<string, string[]>): { name: string; path: string }[] {
  return Object.entries(files).map(([name, lines]) => {
    const path = join(folder, name)
    writeFileSync(path, lines.join('\n'))
    return { name, path }
  })
}

const summary = (by: 'seller' | 'product' | 'account' | 'month') =>
  summariseDeals(house.ctx.db, { by, from: null, to: null, zone: 'UTC' })

test('opportunities become deals with their company, product, agent and amount; every doubtful row is named', async () => {
  const files = write({
    'sales_pipeline.csv': [
      'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
      'A1,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054.50',
      'A2,Moses Frase,GTXPro,Isdom,Lost,2016-10-25,2017-03-11,0',
      'A3,Darcel Schlecht,GTX Pro,,Engaging,2016-11-25,,',
      'A4,Darcel Schlecht,GTX Pro,Cancity,Prospecting,,,',
      'A1,Moses Frase,GTX Pro,Cancity,Won,2016-10-20,2017-03-01,1',
      'A5,Moses Frase,GTX Pro,Cancity,Won,2016-10-20,,1',
      'A6,Moses Frase,GTX Pro,Nowhere,Closed,2016-10-20,2017-03-01,1',
      'A7,Nobody Known,GTX Pro,Cancity,Won,2017-02-01,2017-01-01,9',
    ],
    'accounts.csv': [
      'account,sector,year_established,revenue,employees,office_location,subsidiary_of',
      'Cancity,technolgy,2001,718.62,2448,United States,',
      'Isdom,medical,2002,3178.24,4540,United States,',
    ],
    'products.csv': ['product,series,sales_price', 'GTX Plus Basic,GTX,1096', 'GTX Pro,GTX,4821'],
    'sales_teams.csv': [
      'sales_agent,manager,regional_office',
      'Moses Frase,Dustin Brinkmann,Central',
      'Darcel Schlecht,Melvin Marxen,Central',
    ],
  })
  const row = await importFiles(house.ctx, { files, profileId: 'maven', userId: null })
  expect(row.result).toMatchObject({
    people: 5,
    leads: 5,
    deals: 5,
    won: 2,
    accounts: 2,
    users: 3,
    dropped: 3,
    repaired: 3,
  })
  const issues = (await issuesAfter(house.ctx.db, row.import_id, -1, 100)).map(
    (one) => `${one.file} ${one.row} ${one.severity} ${one.code}`,
  )
  expect(issues).toEqual([
    'sales_pipeline.csv 1 warning dates-without-time',
    'sales_pipeline.csv 1 warning no-reason',
    'accounts.csv 2 repaired misspelt',
    'sales_pipeline.csv 3 repaired misspelt',
    'sales_pipeline.csv 4 warning no-account',
    'sales_pipeline.csv 5 warning no-date',
    'sales_pipeline.csv 6 dropped duplicate-deal',
    'sales_pipeline.csv 7 dropped not-a-date',
    'sales_pipeline.csv 8 dropped unknown-stage',
    'sales_pipeline.csv 8 warning unknown-account',
    'sales_pipeline.csv 9 repaired closed-before-engaged',
    'sales_pipeline.csv 9 warning unknown-agent',
  ])
  const found = await summary('seller')
  expect(found).toMatchObject({
    total: 5,
    won: 2,
    lost: 1,
    open: 2,
    wonProven: 0,
    winRate: { k: 2, n: 3 },
    money: [{ currency: 'USD', amountCents: 106_350, deals: 2 }],
    openByStage: [
      { stage: 'Engaging', deals: 1 },
      { stage: 'Prospecting', deals: 1 },
    ],
    lostByReason: [{ reason: 'not recorded', deals: 1 }],
  })
  expect(found.groups.map(({ key, won, lost, open }) => [key, won, lost, open])).toEqual([
    ['Moses Frase', 1, 1, 0],
    ['Nobody Known', 1, 0, 0],
    ['Darcel Schlecht', 0, 0, 2],
  ])
  expect((await summary('account')).groups.map(({ key, won }) => [key, won])).toEqual([
    ['Cancity', 2],
    ['Isdom', 0],
    [null, 0],
  ])
  const { rows } = await house.ctx.db.query("select industry, employees, country from accounts where name = 'Cancity'")
  expect(rows).toEqual([{ industry: 'technology', employees: 2448, country: 'US' }])
})

const real = join(projectRoot, '..', 'shared', 'data', 'maven-crm')
describe.skipIf(!existsSync(real))('the real set (skipped where ../shared/data/maven-crm is absent)', () => {
  test('8,800 opportunities give the win rate and the money that the file says, and their dirt is named', async () => {
    const names = ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv']
    const files = names.map((name) => ({ name, path: join(real, name) }))
    const row = await importFiles(house.ctx, { files, profileId: 'maven', userId: null })
    expect(row.result).toMatchObject({ people: 8800, deals: 8800, won: 4238, accounts: 85, users: 30, dropped: 0 })
    const found = await summary('product')
    expect(found).toMatchObject({
      won: 4238,
      lost: 2473,
      open: 2089,
      money: [{ currency: 'USD', amountCents: 1_000_553_400, deals: 4238 }],
    })
    expect(found.winRate.rate).toBeCloseTo(0.6315, 4)
    const codes = Object.fromEntries((await countIssues(house.ctx.db, row.import_id)).map((one) => [one.code, one.n]))
    expect(codes['no-account']).toBe(1425)
    expect(codes['no-date']).toBe(500)
    expect(found.groups.map(({ key }) => key)).toContain('GTX Pro')
    expect(found.groups.map(({ key }) => key)).not.toContain('GTXPro')
  })
})
