import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'

const OLIST = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'olist-funnel')

let house: House
let page: Page
let errors: string[]
let folder: string

beforeAll(async () => {
  house = await openHouse()
  folder = await mkdtemp(join(tmpdir(), 'ensemble-files-'))
  const visit = await house.visit()
  page = visit.page
  errors = visit.errors
})

afterAll(async () => {
  await house.stop()
  await rm(folder, { recursive: true, force: true })
})

async function importFiles(files: string[]): Promise<void> {
  await page.goto('/import')
  await page.locator('input[type=file]').first().setInputFiles(files)
  await page.getByRole('button', { name: /^Import/ }).click()
  await page.getByText('See the people').waitFor({ timeout: 120_000 })
}

describe('the first run', () => {
  it('asks for the administrator and opens an empty house that says what to do', async () => {
    await page.goto('/')
    await page.waitForURL('**/welcome')
    await page.getByLabel('Company').fill('Lume')
    await page.getByLabel('Your name').fill('Inès Duarte')
    await page.getByLabel('Your e-mail').fill('ines@lume.example')
    await page.getByLabel('Password', { exact: true }).fill('a long enough password')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Start empty').click()
    await page.waitForURL((url) => url.pathname === '/')
    await page.getByRole('heading', { name: 'Today' }).waitFor()
  })

  it('asks nobody twice', async () => {
    const stranger = await house.visit()
    await stranger.page.goto('/welcome')
    await stranger.page.getByText('This house is already set up').waitFor()
    await stranger.context.close()
  })

  it('imports a table, names the rows it left out, and takes all of it back', async () => {
    const file = join(folder, 'contacts.csv')
    await writeFile(
      file,
      'Name;E-mail;Company;First contact\r\nVéra Lind;vera@atelier.example;Atelier;2026-03-02\r\nNobody;;;2026-03-02\r\nNoa Reis;noa@solo.example;Solo;2026-02-30\r\n',
      'latin1',
    )
    await importFiles([file])
    await page.getByText(/Rows left out/).waitFor()
    const { people } = await call<{ people: { name: string }[] }>(page, 'GET', '/api/search?q=vera%40atelier.example')
    expect(people.map((person) => person.name)).toEqual(['Véra Lind'])
    await page.getByText('Take back this import').click()
    await page.getByRole('button', { name: 'Take back now' }).click()
    await page.getByText('Taken back. Nothing of it remains but this note.').waitFor()
    const after = await call<{ people: unknown[] }>(page, 'GET', '/api/search?q=vera%40atelier.example')
    expect(after.people).toEqual([])
  })

  it.skipIf(!existsSync(OLIST))(
    'imports a real company’s funnel by hand (needs ../shared/data/olist-funnel)',
    async () => {
      const names = await readdir(OLIST)
      await importFiles(names.filter((name) => name.endsWith('.csv')).map((name) => join(OLIST, name)))
      const funnel = await call<{ leads: number; stages: { stage: string; reached: number }[] }>(
        page,
        'GET',
        '/api/funnel?from=2017-01-01&to=2019-01-01',
      )
      expect(funnel.leads).toBe(6697)
      expect(funnel.stages.find((each) => each.stage === 'won')?.reached).toBe(712)
      await page.goto('/reports/funnel?from=2018-01-01&to=2018-05-01')
      await page.getByText('4,695').first().waitFor()
    },
  )

  it('met no error in any page', () => {
    expect(errors).toEqual([])
  })
})
