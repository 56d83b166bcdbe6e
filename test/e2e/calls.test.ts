import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'
import { furnish, hire } from './people-of-house.ts'

let house: House
let admin: Page
beforeAll(async () => {
  house = await openHouse()
  admin = (await furnish(house)).page
  const settings = await call<Record<string, unknown>>(admin, 'GET', '/api/calls/settings')
  const allDay = {
    fromMinute: 0,
    toMinute: 1_440,
    days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    keepsHolidays: false,
  }
  // The test runs at any hour of any day.
  await call(admin, 'PUT', '/api/calls/settings', {
    country: 'FR',
    hours: allDay,
    byCountry: {},
    extensions: settings.extensions,
  })
})
afterAll(() => house.stop())

/** Keeps a picture where somebody asks for them. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.ENSEMBLE_PICTURES
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}

async function putPeople(page: Page, prefix: string, count: number): Promise<string[]> {
  const { facts } = await call<{ facts: { personId: string }[] }>(page, 'POST', '/api/facts', {
    facts: Array.from({ length: count }, (_, n) => ({
      kind: 'person.identified',
      who: { email: `${prefix}${n}@prospects.example` },
      channel: 'fair',
      data: {
        person: {
          name: `${prefix} ${n}`,
          email: `${prefix}${n}@prospects.example`,
          phone: `+3319900${prefix.length}${String(100 + n)}`,
          country: 'FR',
          title: 'Head of operations',
        },
        account: { name: `${prefix} & Sons ${n}`, domain: `${prefix}${n}.example` },
      },
    })),
  })
  return facts.map((fact) => fact.personId)
}

const heading = (page: Page) => page.locator('article h2')

describe('a cold-call session', () => {
  it('of ten, by keyboard alone', async () => {
    await putPeople(admin, 'Alder', 10)
    await call(admin, 'POST', '/api/calls/scripts', {
      name: 'After the fair',
      opening: 'Hello {{name}}, we met at the fair.',
      questions: ['How do orders reach you?', 'Where is a day lost?'],
      driver: 'No bad news on a Friday.',
      proof: 'Eleven of twelve late deliveries were seen two days before.',
      objections: [{ says: 'No time', answer: 'Thursday at eleven, or Monday at nine?' }],
    })
    const { page, errors } = await hire(house, admin, 'Sam Seller')
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor()
    await picture(page, 'calls-empty')
    await page.keyboard.press('n')
    await page.getByText('10 people to call').waitFor()
    await page.keyboard.type('Autumn fair')
    await picture(page, 'calls-new')
    await page.keyboard.press('Enter')
    await page.getByText('10 people wait to be called.').waitFor()
    await page.keyboard.press('Enter')
    const called = new Set<string>()
    const outcomes = ['n', 'v', 'b', 'w', 'c m', 'c l', 'c 1', 'c Enter', 'n', 'c m']
    for (const [index, keys] of outcomes.entries()) {
      await heading(page).waitFor()
      await expect.poll(async () => called.has((await heading(page).textContent()) ?? '')).toBe(false)
      called.add((await heading(page).textContent()) ?? '')
      const [first = '', second] = keys.split(' ')
      if (index === 4) await picture(page, 'calls-running')
      await page.keyboard.press(first)
      if (second !== undefined) {
        await page.getByText('What follows?').or(page.locator('section[aria-label="What follows?"]')).first().waitFor()
        if (second === '1')
          await page.getByRole('toolbar', { name: 'Not interested:' }).getByRole('button').first().waitFor()
        await page.keyboard.press('h')
        if (index === 4) {
          await page.keyboard.press('i')
          await page.keyboard.type('We lose a day a week.')
          await page.keyboard.press('Escape')
          await picture(page, 'calls-talking')
        }
        await page.keyboard.press(second)
      }
    }
    await page.getByText(/Nobody (may be called right now|is left to call)/).waitFor()
    expect(called.size).toBe(10)
    await page.locator('#page').getByText('Meetings', { exact: true }).waitFor()
    await picture(page, 'calls-summary')
    await page.keyboard.press('u')
    await expect.poll(async () => called.has((await heading(page).textContent()) ?? '')).toBe(true)
    expect(errors).toEqual([])

    const { sessions } = await call<{ sessions: { summary: { calls: number; connects: number; meetings: number } }[] }>(
      page,
      'GET',
      '/api/calls/sessions',
    )
    expect(sessions[0]?.summary).toMatchObject({ calls: 9, connects: 4, meetings: 1 })
    const heard = await call<{ all: { rate: { n: number } } }>(page, 'GET', '/api/calls/heard-of-us')
    expect(heard.all.rate.n).toBe(4)
  })

  it('on a phone-sized screen, in French', async () => {
    await putPeople(admin, 'Bouleau', 2)
    const { page, errors } = await hire(house, admin, 'Camille Appel', { locale: 'fr' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/calls?make=true')
    await page.getByText('2 personnes à appeler').waitFor()
    await page.getByLabel('Nom', { exact: true }).fill('Bouleaux')
    await picture(page, 'calls-new-phone-fr')
    await page.getByRole('button', { name: 'Commencer les appels' }).click()
    await page.getByRole('button', { name: /^Commencer/ }).click()
    await heading(page).waitFor()
    await picture(page, 'calls-running-phone-fr')
    const box = await page.getByRole('button', { name: /^Sans réponse/ }).boundingBox()
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(44)
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(780)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.getByRole('button', { name: /^Décroché/ }).click()
    await picture(page, 'calls-talking-phone-fr')
    await page.getByRole('button', { name: /^Rendez-vous/ }).click()
    await page.getByText(/rendez-vous convenu/).waitFor()
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto('/calls')
    await page.getByRole('heading', { name: 'Appels', exact: true }).waitFor()
    await picture(page, 'calls-phone-fr-dark')
    expect(errors).toEqual([])
  })
})

describe('an incoming call', () => {
  it('pops the story on the screen of the owner, and nowhere else', async () => {
    const { secret } = await call<{ secret: string }>(admin, 'POST', '/api/calls/secret', {})
    const owner = await hire(house, admin, 'Olive Owner')
    const other = await hire(house, admin, 'Otto Other')
    const [personId = ''] = await putPeople(admin, 'Cedre', 1)
    const fact = (kind: string, data: object) => ({ kind, who: { personId }, data })
    await call(owner.page, 'POST', '/api/facts', {
      facts: [
        fact('need.stated', { need: 'Deliveries on time', isKnown: true, quote: 'Friday is too late' }),
        fact('call.made', { outcome: 'no answer' }),
      ],
    })
    const announce = (id: string, from: string) =>
      fetch(`${house.url}/api/calls/incoming`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-call-secret': secret },
        body: JSON.stringify({ id, from, email: 'olive.owner@lume.example' }),
      })
    await owner.page.waitForTimeout(500)
    expect((await announce('e2e-1', '01 99 00 51 00')).status).toBe(201)
    const panel = owner.page.getByRole('button', { name: /^Take it/ })
    await panel.waitFor()
    await owner.page.getByText('Friday is too late').waitFor()
    await picture(owner.page, 'incoming')
    expect(await other.page.getByRole('button', { name: /^Take it/ }).count()).toBe(0)
    await owner.page.keyboard.press('y')
    await owner.page.waitForURL((url) => url.pathname === `/people/${personId}`)
    await owner.page.getByText('You have the call').waitFor()
    await owner.page.emulateMedia({ colorScheme: 'dark' })
    await picture(owner.page, 'incoming-taken-dark')

    expect((await announce('e2e-2', '+33199009999')).status).toBe(201)
    await owner.page.getByText('Unknown number').waitFor()
    await owner.page.setViewportSize({ width: 390, height: 844 })
    await picture(owner.page, 'incoming-unknown-phone')
    expect(owner.errors).toEqual([])
  })
})
