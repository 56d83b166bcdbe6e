import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'
import { furnish, hire } from './people-of-house.ts'

let house: House
let seller: Page
let personId = ''
const faults: string[][] = []
const TURNS = 40
/** A call in which a competitor is named near the end, far below the first screen. */
const TRANSCRIPT = `WEBVTT

${Array.from({ length: TURNS }, (_, n) => {
  const at = (s: number) => `00:${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}.000`
  const who = n % 2 === 0 ? 'Speaker 1' : 'Speaker 2'
  const says =
    n === TURNS - 3
      ? 'Nous regardons aussi Planificat, pour tout dire.'
      : n % 2 === 0
        ? 'Comment planifiez-vous vos interventions ?'
        : 'Chaque matin tout est à refaire, et cela prend une heure.'
  return `${at(n * 8)} --> ${at(n * 8 + 6)}\n<v ${who}>${says}</v>`
}).join('\n\n')}
`

beforeAll(async () => {
  house = await openHouse()
  const { page: admin, errors } = await furnish(house)
  faults.push(errors)
  const hired = await hire(house, admin, 'Ana Costa', { locale: 'fr' })
  faults.push(hired.errors)
  seller = hired.page
  await call(admin, 'PUT', '/api/phrase-lists', {
    lists: [{ kind: 'competitor', name: 'Planificat', phrases: ['planificat'] }],
  })
  const { facts } = await call<{ facts: { personId: string }[] }>(admin, 'POST', '/api/facts', {
    facts: [
      {
        kind: 'person.identified',
        who: { email: 'lea@client.example' },
        data: { person: { name: 'Léa Morin', email: 'lea@client.example' } },
      },
    ],
  })
  personId = facts[0]?.personId ?? ''
})

afterAll(() => house.stop())

it('a transcript is uploaded on a phone, its voices are told apart, and a competitor is opened at its place', async () => {
  await seller.setViewportSize({ width: 390, height: 844 })
  await seller.goto(`/people/${personId}`)
  await seller.getByRole('button', { name: 'Ajouter une conversation' }).click()
  await seller
    .getByLabel('Choisir un fichier')
    .first()
    .setInputFiles({
      name: 'call.vtt',
      mimeType: 'text/vtt',
      buffer: Buffer.from(TRANSCRIPT),
    })
  const ours = seller.getByRole('radiogroup', { name: 'Parle pour: Speaker 1' })
  await ours.getByText('Nous', { exact: true }).click()
  await seller.getByLabel('C’est: Speaker 1').selectOption({ label: 'Ana Costa' })
  await seller.getByRole('radiogroup', { name: 'Parle pour: Speaker 2' }).getByText('Le prospect').click()
  await seller.getByLabel('C’est: Speaker 2').selectOption({ label: 'Léa Morin' })
  await seller.getByLabel('Titre').fill('Premier appel')
  await seller.getByRole('button', { name: 'Ajouter à l’histoire' }).click()
  await seller.getByRole('heading', { name: 'Premier appel' }).waitFor()
  const said = seller.getByRole('list', { name: 'Ce qui a été dit' })
  await said.getByText('Ana Costa').first().waitFor()
  await said.getByText('Léa Morin').first().waitFor()
  expect(await seller.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await seller.getByRole('button', { name: /Concurrent\s*Planificat/ }).click()
  const mark = said.locator('mark[data-here]')
  await mark.waitFor()
  expect(await mark.textContent()).toBe('Planificat')
  const box = await mark.boundingBox()
  expect(box !== null && box.y > 0 && box.y < 844).toBe(true)
})

it('without a fault in the console', () => {
  expect(faults.flat()).toEqual([])
})
