import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'
import { furnish, hire, sendForm } from './people-of-house.ts'

type Attempt = { owner: { id: string; name: string } | null; stage: string }
type Decision = { what: string; clause: string | null; version: number }

let house: House
let admin: Page
let head: Page
let marketer: Page
const sellers: { page: Page; id: string; name: string }[] = []
const faults: string[][] = []

beforeAll(async () => {
  house = await openHouse()
  const furnished = await furnish(house)
  admin = furnished.page
  faults.push(furnished.errors)
  const enter = async (...args: Parameters<typeof hire> extends [House, Page, ...infer R] ? R : never) => {
    const hired = await hire(house, admin, ...args)
    faults.push(hired.errors)
    return hired
  }
  head = (await enter('Rui Prado', { role: 'manager' })).page
  marketer = (await enter('Mia Stone', { role: 'marketer', side: 'marketing' })).page
  for (const name of ['Ana Costa', 'Bia Rocha']) {
    const { page, id } = await enter(name)
    sellers.push({ page, id, name })
  }
})

afterAll(() => house.stop())

/** The document with working time around the clock and terms short enough to watch them run out. */
async function hurried(page: Page): Promise<string> {
  const { document } = await call<{ document: string }>(page, 'GET', '/api/agreements/1')
  const swap = (text: string, from: RegExp, to: string): string => {
    if (!from.test(text)) throw new Error(`${from} is not in the document`)
    return text.replace(from, to)
  }
  let text = swap(document, /hours: \{ mon-fri: .*\}/, 'hours: { mon-sun: [00:00-24:00] }')
  text = swap(text, /accept_or_reject: \{ within: [^}]*\}/, 'accept_or_reject: { within: 12 seconds }')
  text = swap(text, /- \{ after: 1 working hour, do: reassign,/, '- { after: 4 seconds, do: reassign,')
  return swap(text, /- \{ after: 4 working hours, do: tell,/, '- { after: 8 seconds, do: tell,')
}

async function leadOf(
  email: string,
): Promise<{ personId: string; attempt: Attempt | undefined; decisions: Decision[] }> {
  const { people } = await call<{ people: { personId: string }[] }>(
    admin,
    'GET',
    `/api/search?q=${encodeURIComponent(email)}`,
  )
  const personId = people[0]?.personId ?? ''
  if (personId === '') return { personId, attempt: undefined, decisions: [] }
  const { attempts } = await call<{ attempts: Attempt[] }>(admin, 'GET', `/api/people/${personId}`)
  const { facts } = await call<{ facts: { decisions: Decision[] }[] }>(admin, 'GET', `/api/people/${personId}/story`)
  return { personId, attempt: attempts[0], decisions: facts.flatMap((each) => each.decisions) }
}

describe('an agreement, from the draft to what it makes happen', () => {
  it('is drafted by a manager, and shows beside the text what it would have done', async () => {
    await sendForm(house, { name: 'Old Lead', email: 'old@before.example', phone: '+33140000009', wantsCall: true })
    const text = await hurried(head)
    await head.goto('/agreement')
    await head.getByRole('button', { name: 'Draft a change' }).click()
    await head.getByRole('button', { name: 'See the whole comparison' }).waitFor()
    await head.getByText('YAML', { exact: true }).first().click()
    await head.getByLabel('The document, in YAML').fill(text)
    await head.getByText('No problem found').waitFor()
    await head.getByRole('button', { name: 'Save as draft' }).click()
    await head.getByLabel('What changes, and why').fill('Accept within seconds, to see it work')
    await head.getByRole('button', { name: 'Save', exact: true }).click()
    await head.getByText(/saved as version 2/).waitFor()
  })

  it('is tried on the past as a whole', async () => {
    await head.goto('/agreement/2/draft')
    await head.getByRole('button', { name: 'See the whole comparison' }).click()
    await head.waitForURL(/\/agreement\/backtest\//)
    await head
      .getByText(/Qualified/)
      .first()
      .waitFor()
  })

  it('comes into force when both teams have signed', async () => {
    await head.goto('/agreement/2')
    await head.getByRole('button', { name: 'Sign for sales' }).click()
    await head.getByText('You have signed.').waitFor()
    await marketer.goto('/agreement/2')
    await marketer.getByRole('button', { name: 'Sign for marketing' }).click()
    await expect
      .poll(
        async () =>
          (
            await call<{ agreements: { version: number; status: string }[] }>(admin, 'GET', '/api/agreements')
          ).agreements.find((one) => one.version === 2)?.status,
        { timeout: 20_000 },
      )
      .toBe('in force')
    // Decisions follow two seconds later, when every process knows.
    await head.waitForTimeout(3000)
  })

  it('routes, warns, breaches, reassigns and escalates under the new version, with nobody doing anything', async () => {
    await sendForm(house, { name: 'Vera Lind', email: 'vera@atelier.example', phone: '+33140000001', wantsCall: true })
    await expect.poll(async () => (await leadOf('vera@atelier.example')).attempt?.owner?.name ?? null).not.toBeNull()
    const first = (await leadOf('vera@atelier.example')).attempt?.owner
    const what = async (kind: string) =>
      (await leadOf('vera@atelier.example')).decisions.filter((each) => each.what === kind)
    await expect.poll(() => what('clock.warned').then((all) => all.length), { timeout: 30_000 }).toBeGreaterThan(0)
    await expect.poll(() => what('clock.breached').then((all) => all.length), { timeout: 30_000 }).toBeGreaterThan(0)
    await expect.poll(() => what('reassigned').then((all) => all.length), { timeout: 30_000 }).toBeGreaterThan(0)
    await expect.poll(() => what('escalated').then((all) => all.length), { timeout: 60_000 }).toBeGreaterThan(0)
    const lead = await leadOf('vera@atelier.example')
    expect(lead.attempt?.owner?.id).not.toBe(first?.id)
    for (const kind of ['routed', 'clock.warned', 'clock.breached', 'reassigned'])
      for (const each of await what(kind)) expect([kind, each.version]).toEqual([kind, 2])
  })

  it('explains each step on the page of the lead, with its clause', async () => {
    const { personId, attempt } = await leadOf('vera@atelier.example')
    await head.goto(`/people/${personId}`)
    await head.getByText('Vera Lind').first().waitFor()
    for (const clause of ['Q1', 'R1', 'S1']) await head.getByText(clause).first().waitFor()
    const body = ((await head.locator('main').textContent()) ?? '').toLowerCase()
    expect(body).toContain((attempt?.owner?.name ?? 'nobody').toLowerCase())
    for (const word of ['handed to', 'warned', 'too late', 'told head of sales', 'looking for someone'])
      expect(body).toContain(word)
    await head.getByText('Why?').first().click()
    await head
      .getByText(/Everyone in sales/)
      .first()
      .waitFor()
  })

  it('tells the manager and whoever lost the lead', async () => {
    const notices = async (page: Page) =>
      (await call<{ notices: { kind: string }[] }>(page, 'GET', '/api/notices')).notices.map(({ kind }) => kind)
    await expect.poll(() => notices(head)).toContain('breached')
    const lost = await Promise.all(sellers.map(({ page }) => notices(page)))
    expect(lost.flat()).toContain('reassigned')
    expect(lost.flat()).toContain('warned')
  })

  it('met no error in any page', () => {
    expect(faults.flat()).toEqual([])
  })
})
