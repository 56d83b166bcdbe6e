import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'
import { furnish, hire, sendForm } from './people-of-house.ts'

type Story = { facts: { kind: string; at: string }[] }

let house: House
let admin: Page
let ana: Page
const faults: string[][] = []

beforeAll(async () => {
  house = await openHouse()
  const furnished = await furnish(house)
  admin = furnished.page
  const hired = await hire(house, admin, 'Ana Costa')
  ana = hired.page
  faults.push(hired.errors)
})

afterAll(() => house.stop())

async function accepted(email: string): Promise<Story['facts']> {
  const { people } = await call<{ people: { personId: string }[] }>(
    admin,
    'GET',
    `/api/search?q=${encodeURIComponent(email)}`,
  )
  const story = await call<Story>(admin, 'GET', `/api/people/${people[0]?.personId}/story`)
  return story.facts.filter(({ kind }) => kind === 'lead.accepted')
}

it('keeps a verdict given without network and sends it once, with its own moment', async () => {
  await sendForm(house, { name: 'Vera Lind', email: 'vera@atelier.example', phone: '+33140000001', wantsCall: true })
  await ana.getByText('Vera Lind').first().click()
  await ana.getByRole('article', { name: 'Vera Lind' }).waitFor()
  await ana.context().setOffline(true)
  await ana.keyboard.press('a')
  await ana.getByText('1 waits for the network').waitFor()
  await ana.getByText('waits for the network', { exact: true }).first().waitFor()
  const givenBefore = Date.now()
  expect(await accepted('vera@atelier.example')).toEqual([])
  await ana.context().setOffline(false)
  await expect.poll(async () => (await accepted('vera@atelier.example')).length, { timeout: 20_000 }).toBe(1)
  await ana.getByText('1 waits for the network').waitFor({ state: 'detached' })
  const [fact] = await accepted('vera@atelier.example')
  expect(Date.parse(fact?.at ?? '')).toBeLessThanOrEqual(givenBefore + 1_000)
})

it('rejects with a reason on a phone, though the question was never asked before', async () => {
  await sendForm(house, { name: 'Lea Roth', email: 'lea@roth.example', phone: '+33140000004', wantsCall: true })
  const { page, errors } = await house.visit({
    viewport: { width: 390, height: 844 },
    storageState: await ana.context().storageState(),
  })
  await page.goto('/')
  const row = page.getByText('Lea Roth').first()
  await row.waitFor()
  await row.click()
  await page.getByRole('article', { name: 'Lea Roth' }).waitFor()
  // What asks for the reason is loaded a moment after the page.
  await page.waitForTimeout(6_000)
  await page.context().setOffline(true)
  await page.keyboard.press('r')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /below the definition/i })
    .click()
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('dialog').getByText('Lea Roth: rejected, below the definition').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('dialog').getByText('Everything is stored.').waitFor()
  expect(errors).toEqual([])
  await page.context().close()
})

it('takes one back that has not left yet', async () => {
  await sendForm(house, { name: 'Noa Reis', email: 'noa@solo.example', phone: '+33140000002', wantsCall: true })
  await ana.getByText('Noa Reis').first().click()
  await ana.getByRole('article', { name: 'Noa Reis' }).waitFor()
  await ana.context().setOffline(true)
  await ana.keyboard.press('a')
  await ana.getByText('1 waits for the network').waitFor()
  await ana.keyboard.press('u')
  await ana.getByText('1 waits for the network').waitFor({ state: 'detached' })
  await ana.context().setOffline(false)
  await ana.reload()
  await ana.getByText('Noa Reis').first().waitFor()
  expect(await accepted('noa@solo.example')).toEqual([])
})

it('says who was refused and why once the network is back', async () => {
  await sendForm(house, { name: 'Ivo Brand', email: 'ivo@brand.example', phone: '+33140000003', wantsCall: true })
  await ana.getByText('Ivo Brand').first().click()
  await ana.getByRole('article', { name: 'Ivo Brand' }).waitFor()
  await ana.context().setOffline(true)
  await ana.keyboard.press('a')
  await ana.getByText('1 waits for the network').waitFor()
  await call(admin, 'POST', '/api/facts', {
    facts: [{ kind: 'lead.accepted', who: { email: 'ivo@brand.example' }, data: {} }],
  })
  await ana.context().setOffline(false)
  await ana.getByText('1 was refused').waitFor()
  await ana.getByRole('button', { name: 'Show' }).click()
  const drawer = ana.getByRole('dialog')
  await drawer.getByText('Ivo Brand: accepted').waitFor()
  await drawer.getByRole('button', { name: 'Drop' }).click()
  await drawer.getByText('Everything is stored.').waitFor()
  expect(faults.flat()).toEqual([])
})

/** Waits until the browser can open the pages by itself. */
async function readyWithoutNetwork(page: Page): Promise<void> {
  await page.evaluate(`navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ??
    new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', () => done(null), { once: true })))
    .then(() => undefined)`)
}

it('opens Today without network with the last queue, keeps a verdict and sends it once', async () => {
  await sendForm(house, { name: 'Mia Sand', email: 'mia@sand.example', phone: '+33140000005', wantsCall: true })
  await ana.goto('/')
  await ana.getByText('Mia Sand').first().click()
  await ana.getByRole('article', { name: 'Mia Sand' }).waitFor()
  await readyWithoutNetwork(ana)
  await ana.context().setOffline(true)
  await ana.goto('/')
  await ana.getByText('Mia Sand').first().click()
  await ana.getByRole('article', { name: 'Mia Sand' }).getByText('Why now').waitFor()
  await ana.keyboard.press('a')
  await ana.getByText('1 waits for the network').waitFor()
  await ana.context().setOffline(false)
  await expect.poll(async () => (await accepted('mia@sand.example')).length, { timeout: 20_000 }).toBe(1)
  await ana.getByText('1 waits for the network').waitFor({ state: 'detached' })
  expect(await accepted('mia@sand.example')).toHaveLength(1)
})

it('shows nobody what somebody else was answered, and keeps nothing once signed out', async () => {
  const kept = () =>
    ana.evaluate<string[]>("caches.keys().then((names) => names.filter((name) => name.startsWith('ensemble-answers')))")
  expect(await kept()).toHaveLength(1)
  await ana.getByRole('button', { name: /Ana Costa/ }).click()
  await ana.getByRole('menuitem', { name: 'Sign out' }).click()
  await ana.waitForURL('**/sign-in')
  expect(await kept()).toEqual([])
  await ana.context().setOffline(true)
  await ana.goto('/')
  await ana.getByRole('alert').waitFor()
  expect(await ana.getByText('Lea Roth').count()).toBe(0)
  await ana.context().setOffline(false)
})
