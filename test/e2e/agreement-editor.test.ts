import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'
import { furnish, hire, sendForm } from './people-of-house.ts'

let house: House
let admin: Page
let manager: Page
let seller: Page
const faults: string[][] = []

beforeAll(async () => {
  house = await openHouse()
  const furnished = await furnish(house)
  admin = furnished.page
  const marketing = await hire(house, admin, 'Mia Stone', { role: 'manager', side: 'marketing' })
  const sales = await hire(house, admin, 'Rui Prado')
  manager = marketing.page
  seller = sales.page
  faults.push(furnished.errors, marketing.errors, sales.errors)
  await sendForm(house, {
    name: 'Ana Costa',
    email: 'ana@padaria.example',
    phone: '+33 6 11 22 33 44',
    wantsCall: true,
  })
})

afterAll(() => house.stop())

const clause = (page: Page, name: string) => page.locator(`[data-clause="${name}"]`)
const documentOf = async (page: Page, version: number | 'current'): Promise<string> =>
  (await call<{ document: string }>(page, 'GET', `/api/agreements/${version}`)).document

describe('an agreement changed by two teams that never saw YAML', () => {
  it('is changed in sentences: a threshold and a deadline, checked, tried and kept while they are written', async () => {
    await manager.goto('/agreement')
    await manager.getByRole('button', { name: 'Draft a change' }).click()
    await manager.getByText('Choose a clause and change what is marked in its sentence.').waitFor()
    await manager.getByRole('button', { name: 'Change grades.letter' }).click()
    await manager.getByLabel('Points from which A is given').fill('80')
    await manager.getByText('Reads: The letter of the grade is A from 80 points').waitFor()
    await manager.keyboard.press('Escape')
    await manager.getByRole('button', { name: 'Change S1' }).click()
    await clause(manager, 'S1').getByLabel('Within', { exact: true }).fill('2')
    await manager.getByText('Reads: Sales accepts or rejects every lead within 2 working hours.').waitFor()
    await manager.getByText('No problem found').waitFor()
    const effect = manager.getByLabel('On the leads of the past')
    await effect.getByText('Qualified', { exact: true }).waitFor()
    await effect
      .getByText(/1 lead/)
      .first()
      .waitFor()
    await manager.getByText('Kept', { exact: true }).waitFor()
    await manager.reload()
    await clause(manager, 'S1').getByText('within 2 working hours').waitFor()
  })

  it('says what is wrong at the clause and at the line, goes back by a key, and names a new clause by itself', async () => {
    await manager.getByRole('button', { name: 'Change F3', exact: true }).click()
    await manager.getByRole('button', { name: 'Write it as an expression' }).click()
    await manager.getByLabel('The condition as an expression').fill('person.has_fone')
    await clause(manager, 'F3').getByText('Did you mean has_phone?').waitFor()
    await manager.getByText('YAML', { exact: true }).click()
    await manager.getByRole('button', { name: /line 19/ }).waitFor()
    await manager.keyboard.press('Control+z')
    await manager.getByText('No problem found').waitFor()
    await manager.keyboard.press('Escape')
    await manager.getByRole('button', { name: 'Add a clause on who they are' }).click()
    await clause(manager, 'F7').getByLabel('Value', { exact: true }).fill('200')
    await manager.getByText('Reads: 10 points when the company has at least 200 employees.').waitFor()
    await manager.getByLabel('The document, in YAML').waitFor()
    expect(await manager.getByLabel('The document, in YAML').inputValue()).toContain(
      'F7: { when: account.employees >= 200, points: 10 }',
    )
  })

  it('is saved as a draft that says in sentences what it changes, and keeps every comment of the text', async () => {
    await manager.getByRole('button', { name: 'Save as draft' }).click()
    await manager.getByLabel('What changes, and why').fill('Fewer, and sooner.')
    await manager.getByRole('button', { name: 'Save', exact: true }).click()
    await manager.waitForURL('**/agreement/2*')
    await manager.getByText('What changes against version 1, in force').first().waitFor()
    await manager.locator('ins', { hasText: '80' }).waitFor()
    const [before, after] = [await documentOf(manager, 1), await documentOf(manager, 2)]
    const comments = before.match(/#.*$/gm) ?? []
    expect(comments.length).toBeGreaterThan(5)
    expect(after.match(/#.*$/gm)).toEqual(comments)
    const changed = after.split('\n').filter((line) => !before.split('\n').includes(line))
    expect(changed).toHaveLength(3)
  })

  it('is commented on by the other side, answered, and changed while it is talked about', async () => {
    await seller.goto('/agreement/2')
    const row = seller.locator('[id="clause-S1"]')
    await row.getByRole('button', { name: 'Comment' }).click()
    await row.getByLabel('Comment').fill('Two hours is too short on a Monday. Three?')
    await row.getByRole('button', { name: 'Send' }).click()
    await seller.getByText('1 open comment').waitFor()
    const { notices } = await call<{ notices: { kind: string; data: { clause?: string } }[] }>(
      manager,
      'GET',
      '/api/notices',
    )
    expect(notices.some((one) => one.kind === 'clause_commented' && one.data.clause === 'S1')).toBe(true)
    await manager.goto('/agreement/2/draft?pane=review&at=S1')
    await manager.getByText('Two hours is too short on a Monday. Three?').waitFor()
    await manager.getByRole('button', { name: 'Change S1' }).click()
    await clause(manager, 'S1').getByLabel('Within', { exact: true }).fill('3')
    await manager.getByText('Reads: Sales accepts or rejects every lead within 3 working hours.').waitFor()
    await manager.getByLabel('Answer').fill('Three it is.')
    await manager.getByRole('button', { name: 'Send' }).click()
    await manager.getByText('Three it is.').waitFor()
    await manager.getByRole('button', { name: 'Settled' }).click()
    await manager.getByText('1 settled thread').waitFor()
    await manager.getByRole('button', { name: 'Save the draft' }).click()
    await manager.getByRole('button', { name: 'Save', exact: true }).click()
    await manager.waitForURL('**/agreement/2?*')
    expect(await documentOf(manager, 2)).toContain('accept_or_reject: { within: 3 working hours }')
  })

  it('is signed by both and in force', async () => {
    for (const [page, words] of [
      [manager, 'Sign for marketing'],
      [seller, 'Sign for sales'],
    ] as const) {
      await page.goto('/agreement/2')
      await page.getByRole('button', { name: words, exact: true }).click()
      await page.getByText(/You have signed|It is in force now/).waitFor()
    }
    await expect
      .poll(async () => (await call<{ version: number }>(admin, 'GET', '/api/agreements/current')).version, {
        timeout: 15_000,
      })
      .toBe(2)
    await admin.goto('/agreement')
    await admin.getByText('Sales accepts or rejects every lead within 3 working hours.').waitFor()
  })

  it('met no error in any page', () => {
    expect(faults.flat()).toEqual([])
  })
})
