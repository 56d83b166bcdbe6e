import { createServer, type Server } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'
import { furnish, hire } from './people-of-house.ts'

const EMAIL = 'vera@atelier.example'
const DAY_MS = 86_400_000
/** A browser that does not say it has no head: visits of robots are counted and not stored. */
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

/** A company's own site with the line of Ensemble; it hands who reads and the marks of the address on to the hosted form. */
let site: Server
let siteUrl = ''
let house: House
let writeKey = ''
let admin: Page
let ana: Page
let omar: Page
const campaignIds = new Map<string, string>()
const faults: string[][] = []

beforeAll(async () => {
  house = await openHouse()
  site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<title>Site</title><script defer src="${house.url}/e.js" data-key="${writeKey}"></script>
      <a href="/prices">Prices</a>
      <button onclick="location.href = '${house.url}/f/contact?utm_source=google&utm_medium=cpc&utm_campaign=spring&aid=' + ensemble.id()">Talk to us</button>`)
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const address = site.address()
  siteUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`

  const furnished = await furnish(house)
  admin = furnished.page
  const seller = await hire(house, admin, 'Ana Costa')
  ana = seller.page
  const marketer = await hire(house, admin, 'Omar Haddad', { role: 'marketer', side: 'marketing' })
  omar = marketer.page
  faults.push(furnished.errors, seller.errors, marketer.errors)
  for (const name of ['spring', 'autumn']) {
    const body = { name, tactic: 'advertising', owner: marketer.id }
    campaignIds.set(name, (await call<{ id: string }>(admin, 'POST', '/api/campaigns', body)).id)
  }
  writeKey = (await call<{ writeKey: string }>(admin, 'POST', '/api/write-keys', { name: 'Site' })).writeKey
})

afterAll(async () => {
  site.close()
  await house.stop()
})

async function personId(): Promise<string> {
  const { people } = await call<{ people: { personId: string }[] }>(admin, 'GET', `/api/search?q=${EMAIL}`)
  return people[0]?.personId ?? ''
}

async function kindsOfStory(): Promise<string[]> {
  const { facts } = await call<{ facts: { kind: string }[] }>(admin, 'GET', `/api/people/${await personId()}/story`)
  return facts.map(({ kind }) => kind)
}

/** What a campaign's page says it earned. */
async function earned(name: string): Promise<string> {
  await omar.goto(`/campaigns/${campaignIds.get(name)}`)
  const label = omar.getByText('Earned', { exact: true }).first()
  await label.waitFor()
  return (await label.locator('..').textContent()) ?? ''
}

describe('an advertisement, from the click to the answer of marketing', () => {
  it('ties the pages a visitor read before to who fills the form', async () => {
    const visitor = await house.visit({ userAgent })
    await visitor.page.goto(`${siteUrl}/?utm_source=google&utm_medium=cpc&utm_campaign=spring`)
    await visitor.page.getByText('Prices').click()
    await visitor.page.waitForURL((url) => url.pathname === '/prices')
    const anonymousId = await visitor.page.evaluate('ensemble.id()')
    const earlier = new Date(Date.now() - 3 * DAY_MS).toISOString()
    await call(visitor.page, 'POST', `${house.url}/v1/page`, {
      writeKey,
      anonymousId,
      timestamp: earlier,
      context: {
        campaign: { name: 'autumn', source: 'newsletter', medium: 'email' },
        page: { url: `${siteUrl}/guide` },
      },
    })
    await visitor.page.getByText('Talk to us').click()
    await visitor.page.locator('[name=name]').fill('Vera Lind')
    await visitor.page.locator('[name=email]').fill(EMAIL)
    await visitor.page.locator('[name=phone]').fill('+33140000001')
    await visitor.page.locator('input[type=checkbox][name=wantsCall]').check()
    await visitor.page.locator('button[type=submit]').click()
    await visitor.page.getByText('Thank you. We have it.').waitFor()
    await expect
      .poll(async () => (await kindsOfStory()).filter((kind) => kind === 'page.viewed').length, { timeout: 15_000 })
      .toBe(3)
    expect(visitor.errors).toEqual([])
    await visitor.context.close()
  })

  it('is called and won by the seller, with an amount', async () => {
    await ana.getByText('Vera Lind').first().click()
    await ana.keyboard.press('a')
    await expect.poll(kindsOfStory).toContain('lead.accepted')
    await ana.keyboard.press('c')
    await expect.poll(kindsOfStory).toContain('call.made')
    await ana.keyboard.press('w')
    await ana
      .getByRole('dialog')
      .getByLabel(/Amount/)
      .fill('12,345.67')
    await ana.keyboard.press('Enter')
    await expect
      .poll(async () => (await kindsOfStory()).some((kind) => kind === 'deal.won' || kind === 'lead.won'))
      .toBe(true)
  })

  it('shows on the pages of the two campaigns what each earned, to the cent', async () => {
    const both = [await earned('spring'), await earned('autumn')]
    const cents = both.map((said) => Number(/€([\d,]+\.\d\d)/.exec(said)?.[1]?.replaceAll(/[,.]/g, '')))
    expect(cents.sort()).toEqual([617_283, 617_284])
  })

  it('carries the criticism of the seller to the marketer', async () => {
    await ana.goto(`/people/${await personId()}`)
    await ana.getByText('Vera Lind').first().waitFor()
    await ana.keyboard.press('f')
    const dialog = ana.getByRole('dialog')
    await dialog.getByText('Campaign', { exact: true }).click()
    await dialog.getByLabel(/Which campaign/).fill('spring')
    await dialog.getByLabel(/What happened/).fill('The advertisement names a price we no longer offer.')
    await dialog.getByRole('button', { name: 'Tell marketing' }).click()
    await omar.goto('/feedback?of=mine')
    await omar.getByText('The advertisement names a price we no longer offer.').waitFor()
  })

  it('brings the answer back to the seller, and shows both on the campaign', async () => {
    await omar.getByRole('button', { name: 'Answer', exact: true }).click()
    await omar.getByLabel('Your answer to sales').fill('Put right this morning, thank you.')
    await omar.getByRole('button', { name: 'Answer', exact: true }).click()
    await omar.locator('blockquote', { hasText: 'Put right this morning' }).waitFor()
    await ana.goto('/feedback?of=mine')
    await ana.locator('blockquote', { hasText: 'Put right this morning, thank you.' }).waitFor()
    await omar.goto(`/campaigns/${campaignIds.get('spring')}`)
    await omar.locator('blockquote', { hasText: 'Put right this morning' }).waitFor()
  })

  it('met no error in any page', () => {
    expect(faults.flat()).toEqual([])
  })
})
