import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from './house.ts'
import { furnish } from './people-of-house.ts'

const SOON = { timeout: 10_000 }

let house: House
let page: Page
const faults: string[][] = []

beforeAll(async () => {
  house = await openHouse()
  const admin = await furnish(house)
  faults.push(admin.errors)
  page = admin.page
}, 300_000)
afterAll(() => house?.stop())

/** Asks the API as a program would: with a key, without a cookie. */
async function withKey(key: string, path: string, init: RequestInit = {}): Promise<{ status: number; said: string }> {
  const answer = await fetch(house.url + path, {
    ...init,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  })
  return { status: answer.status, said: await answer.text() }
}

describe('keys for programs', () => {
  let key = ''

  it('are made, and shown once', async () => {
    await page.goto(`${house.url}/settings/keys`)
    await page.getByRole('button', { name: 'New key' }).first().click()
    await page.getByLabel('What it is for').fill('Nightly report')
    await page.getByRole('dialog').getByRole('button', { name: 'New key' }).click()
    const shown = page.getByRole('region', { name: 'The key' }).locator('output')
    await shown.waitFor(SOON)
    key = (await shown.textContent()) ?? ''
    expect(key).toMatch(/^ens_/)
    await page.getByRole('region', { name: 'The key' }).getByRole('button', { name: 'Done' }).click()
    await page.getByText('Nightly report').waitFor(SOON)
    expect(await page.content()).not.toContain(key)
  })

  it('open what they were given, and say which scope is missing for the rest', async () => {
    expect((await withKey(key, '/api/leads?limit=1')).status).toBe(200)
    const facts = JSON.stringify({
      facts: [{ kind: 'note.written', who: { email: 'a@b.example' }, data: { text: 'x' } }],
    })
    const refused = await withKey(key, '/api/facts', { method: 'POST', body: facts })
    expect(refused.status).toBe(403)
    expect(refused.said).toContain('facts:write')
  })

  it('open nothing once they are revoked', async () => {
    await page.reload()
    await page.getByText(/last used/).waitFor(SOON)
    await page.getByRole('button', { name: 'Revoke' }).click()
    await page.getByText('Revoked', { exact: true }).waitFor(SOON)
    expect((await withKey(key, '/api/leads?limit=1')).status).toBe(401)
  })
})

describe('saved views', () => {
  it('keep what a page was set to, and open it again', async () => {
    await page.goto(`${house.url}/people?stage=qualified`)
    await page.getByRole('button', { name: /^Views/ }).click()
    await page.getByRole('menuitem', { name: 'Save as a view…' }).click()
    await page.getByLabel('Name').fill('To be called')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: /To be called/ }).waitFor(SOON)
    await page.goto(`${house.url}/people`)
    await page.getByRole('button', { name: /^Views/ }).click()
    await page.getByRole('menuitem', { name: /To be called/ }).click()
    await expect.poll(() => page.url(), SOON).toContain('stage=qualified')
  })
})

it('made no fault in the browser', () => {
  expect(faults.flat()).toEqual([])
})
