import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'
import { furnish, hire, sendForm } from './people-of-house.ts'

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
  faults.push(furnished.errors, hired.errors)
})

afterAll(() => house.stop())

async function personId(email: string): Promise<string> {
  const { people } = await call<{ people: { personId: string }[] }>(
    admin,
    'GET',
    `/api/search?q=${encodeURIComponent(email)}`,
  )
  return people[0]?.personId ?? ''
}

async function attempts(
  email: string,
): Promise<{ attempt: number; stage: string; outcome: string; reason: string | null }[]> {
  const lead = await call<{ attempts: { attempt: number; stage: string; outcome: string; reason: string | null }[] }>(
    admin,
    'GET',
    `/api/people/${await personId(email)}`,
  )
  return lead.attempts
}

describe('a lead, from the form to the signed contract', () => {
  it('shows up on the right seller’s open screen without a reload', async () => {
    await sendForm(house, { name: 'Vera Lind', email: 'vera@atelier.example', phone: '+33140000001', wantsCall: true })
    await ana.getByText('Vera Lind').first().waitFor()
  })

  it('is accepted, contacted and won by one key each', async () => {
    await ana.getByText('Vera Lind').first().click()
    await ana.keyboard.press('a')
    await expect.poll(async () => (await attempts('vera@atelier.example'))[0]?.stage).toBe('accepted')
    await ana.keyboard.press('c')
    await expect.poll(async () => (await attempts('vera@atelier.example'))[0]?.stage).toBe('contacted')
    await ana.keyboard.press('w')
    await ana
      .getByRole('dialog')
      .getByLabel(/Amount/)
      .fill('12,500')
    await ana.keyboard.press('Enter')
    await expect
      .poll(async () => (await attempts('vera@atelier.example'))[0])
      .toMatchObject({ stage: 'won', outcome: 'won' })
  })

  it('is told in the story with the clauses it followed', async () => {
    await ana.goto(`/people/${await personId('vera@atelier.example')}`)
    await ana.getByText('Vera Lind').first().waitFor()
    await ana.getByText('Q1').first().waitFor()
    await ana.getByText('R1').first().waitFor()
  })

  it('is rejected with a reason of the agreement', async () => {
    await sendForm(house, { name: 'Noa Reis', email: 'noa@solo.example', phone: '+33140000002', wantsCall: true })
    await ana.goto('/')
    await ana.getByText('Noa Reis').first().click()
    await ana.keyboard.press('r')
    await ana
      .getByRole('dialog')
      .getByRole('button', { name: /below the definition/i })
      .click()
    await expect
      .poll(async () => (await attempts('noa@solo.example'))[0])
      .toMatchObject({ outcome: 'rejected', reason: 'below the definition' })
  })

  it('takes back a slip', async () => {
    await sendForm(house, { name: 'Ivo Brand', email: 'ivo@brand.example', phone: '+33140000003', wantsCall: true })
    await ana.getByText('Ivo Brand').first().click()
    await ana.keyboard.press('a')
    await expect.poll(async () => (await attempts('ivo@brand.example'))[0]?.stage).toBe('accepted')
    await ana.keyboard.press('u')
    await expect.poll(async () => (await attempts('ivo@brand.example'))[0]?.stage).toBe('qualified')
  })

  it('opens a second attempt when a disqualified person comes back, and leaves the first as it was', async () => {
    const email = 'ivo@brand.example'
    const id = await personId(email)
    await call(ana, 'POST', '/api/facts', {
      facts: [{ kind: 'call.made', who: { personId: id }, data: { outcome: 'connected' } }],
    })
    await call(ana, 'POST', '/api/facts', {
      facts: [{ kind: 'lead.disqualified', who: { personId: id }, data: { reason: 'no budget' } }],
    })
    const [first] = await attempts(email)
    expect(first).toMatchObject({ attempt: 1, outcome: 'recycled', reason: 'no budget' })
    await sendForm(house, { name: 'Ivo Brand', email, phone: '+33140000003', wantsCall: true })
    await expect
      .poll(async () => (await attempts(email)).map((each) => [each.attempt, each.outcome]))
      .toEqual([
        [2, 'open'],
        [1, 'recycled'],
      ])
    const { facts } = await call<{ facts: unknown[] }>(ana, 'GET', `/api/people/${id}/story`)
    expect(facts.length).toBeGreaterThan(8)
  })

  it('speaks French to a French seller', async () => {
    const lea = await hire(house, admin, 'Lea Moreau', { locale: 'fr' })
    faults.push(lea.errors)
    await lea.page
      .getByRole('link', { name: /À traiter/ })
      .first()
      .waitFor()
    expect(await lea.page.locator('html').getAttribute('lang')).toBe('fr')
  })

  it('met no error in any page', () => {
    expect(faults.flat()).toEqual([])
  })
})
