import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type House, openHouse } from './house.ts'
import { furnish, hire, PASSWORD } from './people-of-house.ts'
import { smallPdf } from './small-pdf.ts'

type Row = { personId: string; id: string; stage: string; status: string; proof: string; reasons: string[] }
type Document = { kind: string; signedOn: string | null; signatories: string[] }

const PIPELINES = `
pipelines:
  New business:
    win_needs: contract or payment
    unproven: count apart
    stages:
      discovery: { owner: marketing, probability: 10 %, exit: [need, amount, next step] }
      proposal: { owner: sales, probability: 40 %, exit: [close date] }
      signing: { owner: sales, probability: 90 % }
`

const SOON = { timeout: 10_000 }

let house: House
let admin: Page
let ana: Page
let noa = ''
const faults: string[][] = []

/** The agreement that came with the house, with a pipeline whose stages ask for evidence, signed by both teams. */
async function agree(): Promise<void> {
  const { document } = await call<{ document: string }>(admin, 'GET', '/api/agreements/1')
  const rest = document.replace(/\npipelines:\n(?: .*\n|\n)*/, '\n')
  const { version } = await call<{ version: number }>(admin, 'POST', '/api/agreements', { document: rest + PIPELINES })
  for (const [name, side] of [
    ['Head Sales', 'sales'],
    ['Mia Market', 'marketing'],
  ] as const) {
    const { page } = await hire(house, admin, name, { role: 'manager', side })
    await call(page, 'POST', `/api/agreements/${version}/signatures`, {})
    await page.context().close()
  }
  await expect
    .poll(
      async () =>
        (await call<{ pipelines: { name: string }[] }>(admin, 'GET', '/api/pipelines')).pipelines.map(
          ({ name }) => name,
        ),
      { timeout: 20_000 },
    )
    .toEqual(['New business'])
}

async function addLead(name: string, email: string, company: string): Promise<string> {
  const { facts } = await call<{ facts: { personId: string }[] }>(admin, 'POST', '/api/facts', {
    facts: [
      { kind: 'person.identified', who: { email }, data: { person: { name }, account: { name: company } } },
      { kind: 'lead.recorded', who: { email }, data: {} },
    ],
  })
  return facts[0]?.personId ?? ''
}

async function dealNamed(text: string): Promise<Row | undefined> {
  const { deals } = await call<{ deals: Row[] }>(admin, 'GET', `/api/deals?text=${encodeURIComponent(text)}`)
  return deals[0]
}

beforeAll(async () => {
  house = await openHouse()
  const furnished = await furnish(house)
  admin = furnished.page
  const hired = await hire(house, admin, 'Ana Costa')
  ana = hired.page
  faults.push(furnished.errors, hired.errors)
  await addLead('Vera Lind', 'vera@atelier.example', 'Atelier Nord')
  noa = await addLead('Noa Reis', 'noa@solo.example', 'Solo Studio')
})

afterAll(() => house.stop())

describe('a deal, by keyboard', () => {
  it('follows the pipeline both teams have signed', async () => {
    await agree()
    await call(ana, 'POST', '/api/facts', {
      facts: [
        {
          kind: 'deal.opened',
          who: { personId: noa },
          data: { deal: 'noa-1', name: 'Solo doors', amountCents: 480_000, currency: 'EUR' },
        },
      ],
    })
  })

  it('is opened from the board with a name, an amount and nothing else', async () => {
    await ana.goto('/deals')
    await ana.getByRole('link', { name: /Solo doors/ }).waitFor()
    await ana.keyboard.press('n')
    const dialog = ana.getByRole('dialog', { name: 'New deal' })
    await dialog.getByLabel(/With whom/).fill('Vera')
    await ana.getByRole('option', { name: /Vera Lind/ }).click()
    await dialog.getByLabel('Name of the deal').fill('Nord doors')
    await dialog.getByLabel('Name of the deal').press('Enter')
    await ana.getByRole('dialog', { name: /Deal/ }).getByText('To reach Proposal it needs').waitFor()
    await ana.keyboard.press('Escape')
    await ana.getByRole('link', { name: /Nord doors/ }).waitFor()
  })

  it('is refused what the agreement does not allow yet, and moves once it is filled in', async () => {
    await ana.getByRole('link', { name: /Nord doors/ }).focus()
    await ana.keyboard.press('Shift+ArrowRight')
    const dialog = ana.getByRole('dialog', { name: 'To reach Proposal it needs' })
    await dialog.getByLabel('What they need, in their words').fill('Doors that close in the wind')
    await dialog.getByLabel(/^Amount/).fill('12,400')
    await dialog.getByLabel('Next step').fill('Send the offer')
    await dialog.getByRole('button', { name: 'Fill in and move' }).click()
    await expect.poll(async () => (await dealNamed('Nord doors'))?.stage, SOON).toBe('proposal')
  })

  it('goes back by one key, and the slip is undone by another', async () => {
    await ana.getByRole('link', { name: /Nord doors.*12,400/ }).focus()
    await ana.keyboard.press('Shift+ArrowLeft')
    await expect.poll(async () => (await dealNamed('Nord doors'))?.stage, SOON).toBe('discovery')
    await ana.keyboard.press('u')
    await expect.poll(async () => (await dealNamed('Nord doors'))?.stage, SOON).toBe('proposal')
  })

  it('is won with the signed contract; what is no PDF is refused with the reason', async () => {
    await ana.getByRole('link', { name: /Nord doors/ }).focus()
    await ana.keyboard.press('w')
    const dialog = ana.getByRole('dialog', { name: 'Nord doors is won' })
    const file = dialog.locator('input[type=file]')
    await file.setInputFiles({ name: 'contract.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not one') })
    await dialog.getByLabel('Signed by').fill('Vera Lind, Ana Costa')
    await dialog.getByLabel('Close date').fill('2027-01-15')
    await dialog.getByRole('button', { name: 'Won', exact: true }).click()
    await dialog
      .getByRole('alert')
      .getByText(/no PDF/)
      .first()
      .waitFor()
    await file.setInputFiles({
      name: 'contract.pdf',
      mimeType: 'application/pdf',
      buffer: smallPdf('We buy twelve doors.'),
    })
    await dialog.getByRole('button', { name: 'Won', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => dealNamed('Nord doors'), SOON).toMatchObject({ status: 'won', proof: 'contract' })
    const { personId, id } = (await dealNamed('Nord doors')) ?? { personId: '', id: '' }
    const { documents } = await call<{ documents: Document[] }>(admin, 'GET', `/api/people/${personId}/deals/${id}`)
    expect(documents).toMatchObject([{ kind: 'contract', signatories: ['Vera Lind', 'Ana Costa'] }])
  })

  it('is lost with a main reason and one beside it, and leaves the board', async () => {
    await ana.getByRole('link', { name: /Solo doors/ }).focus()
    await ana.keyboard.press('q')
    const dialog = ana.getByRole('dialog', { name: 'Why Solo doors ended' })
    await dialog.getByRole('button', { name: /Price against value/ }).click()
    await ana.keyboard.press('6')
    await dialog.getByLabel('Competitor').fill('Planivore')
    await dialog.getByRole('button', { name: 'Lost', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect
      .poll(() => dealNamed('Solo doors'), SOON)
      .toMatchObject({ status: 'lost', reasons: ['PRICE_VALUE', 'TIMING'] })
    await expect.poll(() => ana.getByRole('link', { name: /Solo doors/ }).count(), SOON).toBe(0)
  })

  it('stands among the reasons for wins and losses, and its number opens its row', async () => {
    await ana.goto('/deals/results')
    await ana.getByRole('button', { name: '1 lost: price against value' }).click()
    await ana
      .getByRole('dialog')
      .getByRole('link', { name: /Solo doors/ })
      .waitFor()
  })
})

describe('a deal, carried', () => {
  const column = (stage: string) => ana.locator(`[data-drop-stage="${stage}"]`)
  const stageNow = async () => (await dealNamed('Sail lofts'))?.stage

  async function carryTo(stage: string): Promise<void> {
    const card = await ana.getByRole('link', { name: /Sail lofts/ }).boundingBox()
    const over = await column(stage).boundingBox()
    if (card === null || over === null) throw new Error('the card or its target is not on the screen')
    await ana.mouse.move(card.x + card.width / 2, card.y + 12)
    await ana.mouse.down()
    await ana.mouse.move(card.x + card.width / 2 + 20, card.y + 20, { steps: 4 })
    await ana.mouse.move(over.x + over.width / 2, over.y + 120, { steps: 12 })
    await ana.mouse.up()
  }

  it('goes to the next stage by mouse, and what a key does is the same', async () => {
    const personId = await addLead('Uma Sail', 'uma@sail.example', 'Sail')
    const tell = (kind: string, data: object) =>
      call(ana, 'POST', '/api/facts', { facts: [{ kind, who: { personId }, data }] })
    await tell('deal.opened', { deal: 'uma-1', name: 'Sail lofts', amountCents: 90_000, currency: 'EUR' })
    await tell('need.stated', { need: 'light in the loft', isKnown: true })
    await tell('deal.changed', { deal: 'uma-1', nextStep: 'Measure' })
    await ana.goto('/deals')
    await ana.getByRole('link', { name: /Sail lofts/ }).waitFor()
    await carryTo('proposal')
    await expect.poll(stageNow, SOON).toBe('proposal')
    await column('proposal')
      .getByRole('link', { name: /Sail lofts/ })
      .waitFor()
    await ana.getByRole('link', { name: /Sail lofts/ }).focus()
    await ana.keyboard.press('Shift+ArrowLeft')
    await expect.poll(stageNow, SOON).toBe('discovery')
  })

  it('stays where it was when it is let go of by Escape', async () => {
    const card = await ana.getByRole('link', { name: /Sail lofts/ }).boundingBox()
    const over = await column('signing').boundingBox()
    if (card === null || over === null) throw new Error('the card or its target is not on the screen')
    await ana.mouse.move(card.x + card.width / 2, card.y + 12)
    await ana.mouse.down()
    await ana.mouse.move(over.x + over.width / 2, over.y + 120, { steps: 12 })
    await ana.keyboard.press('Escape')
    await ana.mouse.up()
    await column('discovery')
      .getByRole('link', { name: /Sail lofts/ })
      .waitFor()
    expect(await stageNow()).toBe('discovery')
  })

  it('waits for the network when it is moved without one, and is moved once', async () => {
    await ana.context().setOffline(true)
    await ana.getByRole('link', { name: /Sail lofts/ }).focus()
    await ana.keyboard.press('Shift+ArrowRight')
    await ana.getByText('1 waits for the network').waitFor()
    await column('proposal')
      .getByRole('link', { name: /Sail lofts/ })
      .waitFor()
    expect(await stageNow()).toBe('discovery')
    await ana.context().setOffline(false)
    await expect.poll(stageNow, { timeout: 20_000 }).toBe('proposal')
    const { personId } = (await dealNamed('Sail lofts')) ?? { personId: '' }
    const { history } = await call<{ history: { kind: string }[] }>(admin, 'GET', `/api/people/${personId}/deals/uma-1`)
    expect(history.filter(({ kind }) => kind === 'deal.moved')).toHaveLength(3)
  })
})

describe('the board elsewhere', () => {
  it('shows one stage at a time on a phone', async () => {
    await call(admin, 'POST', '/api/facts', {
      facts: [
        {
          kind: 'deal.opened',
          who: { personId: await addLead('Ivo Brand', 'ivo@brand.example', 'Brand') },
          data: { deal: 'ivo-1', name: 'Brand gates' },
        },
      ],
    })
    const { page, errors, context } = await house.visit({ viewport: { width: 390, height: 844 }, hasTouch: true })
    faults.push(errors)
    await page.goto('/sign-in')
    await page.locator('input[type=email]').fill('ana.costa@lume.example')
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.locator('button[type=submit]').click()
    await page.waitForURL((url) => url.pathname === '/')
    await page.goto('/deals')
    await page.getByRole('link', { name: /Brand gates/ }).waitFor()
    await page.getByRole('tab', { name: /Signing/ }).tap()
    await page.getByText('No deal at this stage').waitFor()
    expect(await page.getByRole('link', { name: /Brand gates/ }).count()).toBe(0)
    await context.close()
  })

  it('speaks French to a French seller', async () => {
    const lea = await hire(house, admin, 'Lea Moreau', { locale: 'fr' })
    faults.push(lea.errors)
    await lea.page.goto('/deals')
    await lea.page.getByRole('heading', { name: 'Affaires' }).waitFor()
    await lea.page.getByRole('link', { name: /Brand gates/ }).focus()
    await lea.page.keyboard.press('q')
    await lea.page.getByRole('dialog', { name: /Pourquoi Brand gates/ }).waitFor()
  })

  it('met no error in any page', () => {
    expect(faults.flat()).toEqual([])
  })
})
