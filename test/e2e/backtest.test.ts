import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'
import { furnish } from './people-of-house.ts'

const ORIGINS = ['fair', 'search', 'banner', 'referral'] as const
const DAY_MS = 86_400_000

let house: House
let page: Page
let errors: string[]
let folder: string

beforeAll(async () => {
  house = await openHouse()
  folder = await mkdtemp(join(tmpdir(), 'ensemble-backtest-'))
  ;({ page, errors } = await furnish(house))
  await tellHistory()
})

afterAll(async () => {
  await house.stop()
  await rm(folder, { recursive: true, force: true })
})

const LEADS = 'mql_id,first_contact_date,landing_page_id,origin'
const DEALS =
  'mql_id,seller_id,sdr_id,sr_id,won_date,business_segment,lead_type,lead_behaviour_profile,has_company,has_gtin,average_stock,business_type,declared_product_catalog_size,declared_monthly_revenue'

/** Two leads a day from January to April 2018: every second of the fair is won, one in ten of the others, of banners none. */
async function tellHistory(): Promise<void> {
  const leads = [LEADS]
  const deals = [DEALS]
  for (let one = 0; one < 240; one++) {
    const day = (plus: number): string =>
      new Date(Date.UTC(2018, 0, 1) + (Math.floor(one / 2) + plus) * DAY_MS).toISOString().slice(0, 10)
    const origin = ORIGINS[one % 4] ?? 'fair'
    const nth = Math.floor(one / 4)
    leads.push(`lead-${one},${day(0)},page-${one % 3},${origin}`)
    const isWon = origin === 'fair' ? nth % 2 === 0 : origin !== 'banner' && nth % 10 === 0
    if (isWon) deals.push(`lead-${one},seller-${one},caller,closer,${day(9)} 10:00:00,pet,,,,,,reseller,,0.0`)
  }
  const [first, second] = ['olist_marketing_qualified_leads_dataset.csv', 'olist_closed_deals_dataset.csv'].map(
    (name) => join(folder, name),
  )
  if (first === undefined || second === undefined) throw new Error('there are two files')
  await writeFile(first, leads.join('\n'))
  await writeFile(second, deals.join('\n'))
  await page.goto('/import')
  await page.locator('input[type=file]').first().setInputFiles([first, second])
  await page.getByRole('button', { name: /^Import/ }).click()
  await page.getByText('See the people').waitFor({ timeout: 120_000 })
}

type Figures = {
  leads: number
  qualified: { draft: { k: number } }
  won: { all: number; missed: number; draft: { k: number } }
}

/** The figures of the try that is on the screen. */
async function figuresShown(): Promise<Figures> {
  await page.getByRole('heading', { name: 'Does it hold on other leads?' }).waitFor({ timeout: 60_000 })
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const { report } = await call<{ report: { figures: Figures } }>(page, 'GET', `/api/backtests/${id}`)
  return report.figures
}

async function tryOnOthers(change: () => Promise<void>): Promise<void> {
  const before = page.url()
  await change()
  await page.getByRole('button', { name: 'Try it on these' }).click()
  await page.waitForURL((url) => url.pathname.startsWith('/agreement/backtest/') && url.href !== before)
}

const others = () => page.getByRole('region', { name: 'Try the same text on other leads' })

describe('a draft on the past', () => {
  it('is written from the data and counted while one writes, on any days', async () => {
    await page.goto('/agreement/1/draft')
    await page.getByRole('button', { name: 'Our history' }).click()
    await page.getByText('The definition of a qualified lead now lets in', { exact: false }).waitFor()
    const panel = page.getByRole('region', { name: 'On the leads of the past' })
    await panel.getByLabel('First met from').fill('2018-01-01')
    await panel.getByLabel('until').fill('2018-03-31')
    await panel.getByText('180 leads first met 1 Jan 2018 – 31 Mar 2018', { exact: false }).waitFor()
    await panel.getByText('of 33 won', { exact: false }).waitFor()
    await panel.getByText('+45; in force 0', { exact: false }).waitFor()
  })

  it('is compared with the version in force on January to March', async () => {
    await page.getByRole('button', { name: 'See the whole comparison' }).click()
    await page.waitForURL('**/agreement/backtest/**')
    expect(await figuresShown()).toMatchObject({
      leads: 180,
      qualified: { draft: { k: 45 } },
      won: { all: 33, missed: 10, draft: { k: 23 } },
    })
  })

  it('is tried on April, and both stand side by side', async () => {
    await tryOnOthers(async () => {
      expect(await others().getByLabel('First met from').inputValue()).toBe('2018-04-01')
      expect(await others().getByLabel('until').inputValue()).toBe('2018-04-30')
    })
    expect(await figuresShown()).toMatchObject({
      leads: 60,
      qualified: { draft: { k: 15 } },
      won: { all: 9, missed: 2, draft: { k: 7 } },
    })
    const rows = page.getByRole('table').filter({ hasText: 'Won of all' }).getByRole('row')
    await rows.nth(2).waitFor()
    expect(await rows.nth(1).textContent()).toContain('23 of 33')
    expect(await rows.nth(2).textContent()).toContain('7 of 9')
    await rows.nth(1).getByRole('link').click()
    expect(await figuresShown()).toMatchObject({ leads: 180 })
  })

  it('is tried on a segment, by what the history holds and by a condition that is checked while it is written', async () => {
    await others().getByText('Only some of these leads').click()
    const condition = others().getByLabel('Condition')
    await condition.fill('lead.landing_pag == "page-0"')
    await others().getByText('Did you mean landing_page?', { exact: false }).waitFor()
    await condition.fill('lead.landing_page == "page-0"')
    await others().getByText('Only if', { exact: false }).waitFor()
    await tryOnOthers(async () => {
      await others().getByLabel('Origin').first().click()
      await page.getByRole('option', { name: 'fair · 15' }).click()
    })
    // Every third of the fifteen leads of the fair in April landed on that page.
    expect(await figuresShown()).toMatchObject({ leads: 5, qualified: { draft: { k: 5 } } })
    await page.getByText('Only origin fair.', { exact: false }).waitFor()
    await page.getByRole('button', { name: /^5: / }).first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('link').nth(4).waitFor()
    expect(await drawer.getByRole('link').count()).toBe(5)
  })

  it('met no error in any page', () => {
    expect(errors).toEqual([])
  })
})
