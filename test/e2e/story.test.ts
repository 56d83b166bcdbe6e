import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'
import { furnish, hire, sendForm } from './people-of-house.ts'

let house: House
let admin: Page
let ana: Page
let personId = ''
const faults: string[][] = []

beforeAll(async () => {
  house = await openHouse()
  const furnished = await furnish(house)
  admin = furnished.page
  const hired = await hire(house, admin, 'Ana Costa')
  ana = hired.page
  faults.push(furnished.errors, hired.errors)
  await sendForm(house, { name: 'Vera Lind', email: 'vera@atelier.example', phone: '+33140000001', wantsCall: true })
  const { people } = await call<{ people: { personId: string }[] }>(admin, 'GET', '/api/search?q=vera@atelier.example')
  personId = people[0]?.personId ?? ''
  for (const [minute, path] of [
    [58, '/pricing'],
    [55, '/'],
    [50, '/pricing/pro'],
  ] as const)
    await call(admin, 'POST', '/api/facts', {
      facts: [
        {
          kind: 'page.viewed',
          at: new Date(Date.now() - minute * 60_000).toISOString(),
          who: { personId },
          data: { path },
        },
      ],
    })
  const pillar = { id: '00000000-0000-4000-8000-000000000001', name: 'Days' }
  await call(admin, 'PUT', '/api/messages', { roof: 'We plan days.', pillars: [pillar] })
  const { id } = await call<{ id: string }>(admin, 'POST', '/api/messages', {
    pillarId: pillar.id,
    persona: null,
    stage: null,
    language: null,
    topic: 'price',
    driver: 'relief',
    message: 'Half the calls, for the price of one.',
    proofs: [{ type: 'data', text: '6 calls became 3', source: 'Pilot', on: null, expiresOn: null }],
    objections: [],
    ownerId: null,
  })
  await call(admin, 'POST', `/api/messages/${id}/approval`, { version: 1 })
})

afterAll(() => house.stop())

type Needs = { needs: { need: string; status: string; quotes: { inKind: string | null }[] }[] }
const needs = () => call<Needs>(admin, 'GET', `/api/people/${personId}/needs`)
const rail = (page: Page) => page.getByRole('region', { name: 'Story' })

describe('the story of a person, by keyboard', () => {
  it('shows pages read in one go as a visit that opens', async () => {
    await ana.goto(`/people/${personId}`)
    const visit = rail(ana).getByRole('button', { name: /Read 3 pages, 8 min/ })
    await visit.waitFor()
    await ana.keyboard.press('j')
    await ana.keyboard.press('k')
    await visit.press('Enter')
    await rail(ana).getByText('Read /pricing/pro').waitFor()
  })

  it('takes up a hypothesis with its evidence and confirms it, by one key each', async () => {
    const suggested = ana.locator('[data-need][data-status=suggested]', { hasText: 'know what it costs' })
    await suggested.getByText('2 pages read: /pricing/pro, /pricing').waitFor()
    await ana.locator('h1').click()
    await ana.keyboard.press('l')
    await ana.keyboard.press('h')
    await expect.poll(async () => (await needs()).needs).toMatchObject([{ need: 'know what it costs', status: 'open' }])
    await ana.locator('[data-need][data-status=perhaps]').waitFor()
    await ana.locator('h1').click()
    await ana.keyboard.press('l')
    await ana.keyboard.press('y')
    await expect.poll(async () => (await needs()).needs[0]?.status).toBe('confirmed')
  })

  it('writes down a need said in a call, with the words, and leads back to the call', async () => {
    await ana.locator('h1').click()
    await ana.keyboard.press('a')
    await ana.keyboard.press('c')
    await rail(ana).getByText('Spoke on the phone').first().waitFor()
    await expect
      .poll(
        async () =>
          (await call<{ said: { kind: string }[] }>(admin, 'GET', `/api/people/${personId}/needs`)).said[0]?.kind,
      )
      .toBe('call.made')
    await ana.keyboard.press('d')
    const dialog = ana.getByRole('dialog')
    await dialog.getByLabel('The need, in a few words').fill('one bill a month')
    await dialog.getByLabel('In their words (optional)').fill('I drown in bills.')
    await ana.keyboard.press('Control+Enter')
    await expect
      .poll(async () => (await needs()).needs.find((one) => one.need === 'one bill a month')?.quotes[0]?.inKind)
      .toBe('call.made')
    await ana
      .locator('[data-need]')
      .getByRole('link', { name: /I drown in bills/ })
      .click()
    await rail(ana).getByText('The story around one fact.').waitFor()
    await rail(ana).locator('[data-is-sought]').waitFor()
    await rail(ana).getByRole('button', { name: 'Go to the newest' }).click()
  })

  it('offers the message that fits the need, and notes it with the next call', async () => {
    const card = ana.getByRole('listitem').filter({ hasText: 'Half the calls, for the price of one.' })
    await card
      .getByText('they need: know what it costs')
      .or(card.getByText('they may need: know what it costs'))
      .first()
      .waitFor()
    await card.getByRole('button', { name: 'Copy' }).click()
    await card.getByText('noted with your next call, mail or meeting').waitFor()
    await ana.locator('h1').click()
    await ana.keyboard.press('m')
    await expect
      .poll(async () => (await call<{ messages: { used: number }[] }>(admin, 'GET', '/api/messages')).messages[0]?.used)
      .toBe(1)
  })

  it('is narrowed by kind and words, kept in the address', async () => {
    await rail(ana).getByRole('button', { name: 'More filters' }).click()
    await rail(ana).getByLabel('Kind').selectOption('needs')
    await ana.waitForURL(/kind=needs/)
    await rail(ana).getByText('Need confirmed').waitFor()
    await rail(ana).getByLabel('Words in it').fill('bills')
    await ana.waitForURL(/q=bills/)
    await expect.poll(() => rail(ana).locator('[data-item]').count(), { timeout: 15_000 }).toBe(1)
    await rail(ana).getByRole('button', { name: 'Clear' }).click()
  })

  it('tells another colleague what is new since they looked', async () => {
    await admin.goto(`/people/${personId}`)
    await rail(admin).getByText('Need confirmed').first().waitFor()
    expect(await rail(admin).getByText('New since you looked').count()).toBe(0)
  })
})

describe('on a phone, in French', () => {
  it('has the needs, the story and the facts at thumb’s reach, and the company with everybody’s story', async () => {
    const { page, errors } = await house.visit({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })
    faults.push(errors)
    await page.goto('/sign-in')
    await page.locator('input[type=email]').fill('ana.costa@lume.example')
    await page.locator('input[type=password]').fill('a long enough password')
    await page.locator('button[type=submit]').click()
    await page.waitForURL((url) => url.pathname === '/')
    await call(page, 'PATCH', '/api/session', { locale: 'fr' })
    await page.goto(`/people/${personId}`)
    const tabs = page.getByRole('navigation', { name: 'Parties de la page' })
    await tabs.waitFor()
    const box = await tabs.boundingBox()
    expect(box?.y ?? 0).toBeGreaterThan(600)
    await page.getByText('one bill a month').filter({ visible: true }).first().waitFor()
    await tabs.getByRole('button', { name: 'Histoire' }).click()
    await page.getByText('Besoin confirmé').filter({ visible: true }).first().waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })

  it('never threw', () => {
    expect(faults.flat()).toEqual([])
  })
})
