import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as ACCOUNTS } from '../accounts/routes.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { literal, planSearch } from './plan-search.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
let ask: House['ask']

const PEOPLE = [
  ['Ana Costa', 'ana@lume.example', '+33 1 40 00 00 01', 'Padaria Lume'],
  ['Ana Costa Silva', 'acs@nord.example', '+33 1 40 00 00 02', 'Atelier Nord'],
  ['Jérôme Moreau', 'j_moreau@nord.example', '+33 1 40 00 00 03', 'Atelier Nord'],
  ['Wu Li', 'wu@lime.example', '+86 10 1234 5678', '100% Lime'],
] as const

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...ACCOUNTS])
  ask = (await house.as('viewer')).ask
  await recordFacts(
    house.ctx,
    PEOPLE.map(([name, email, phone, company], index) => ({
      kind: 'person.identified',
      at: Date.now(),
      messageId: `p${index}`,
      source: 'test',
      actor: null,
      isHistory: false,
      who: { email, phone },
      touch: null,
      data: { person: { name, email, phone }, account: { name: company, domain: email.split('@')[1] } },
    })),
  )
  await recordFacts(house.ctx, [
    {
      kind: 'page.viewed',
      at: Date.now(),
      messageId: 'v',
      source: 'test',
      actor: null,
      isHistory: false,
      who: { anonymousId: 'ana-visitor' },
      touch: null,
      data: { path: '/ana' },
    },
  ])
})
afterAll(() => house.close())

const search = async (q: string) => {
  const answer = await ask({ url: `/api/search?q=${encodeURIComponent(q)}` })
  expect(answer.statusCode).toBe(200)
  return answer.json() as {
    people: { name: string; stage: string | null }[]
    accounts: { name: string; people: number }[]
    deals: { id: string; person: string; status: string }[]
    users: { name: string }[]
  }
}
const names = async (q: string) => (await search(q)).people.map((person) => person.name)

describe('searching people', () => {
  it.each([
    ['a name, the closest first', 'ana costa', ['Ana Costa', 'Ana Costa Silva']],
    ['words in any order', 'silva ana', ['Ana Costa Silva']],
    ['a name and a company', 'ana nord', ['Ana Costa Silva']],
    ['a name with its accents', 'JÉRÔME', ['Jérôme Moreau']],
    ['the beginning of an e-mail', 'acs@', ['Ana Costa Silva']],
    ['two letters that begin an e-mail', 'wu', ['Wu Li']],
    ['two short words', 'wu li', ['Wu Li']],
    ['a phone number with its spaces', '+33 1 40 00 00 03', ['Jérôme Moreau']],
    ['a name with a slip', 'ana csota', ['Ana Costa', 'Ana Costa Silva']],
    ['an underscore as it is', 'j_m', ['Jérôme Moreau']],
    ['a percent sign as it is', '100%', ['Wu Li']],
    ['no wildcard at all', '%%%', []],
    ['nothing like it', 'zzzz', []],
  ])('finds %s', async (_name, q, expected) => {
    expect(await names(q)).toEqual(expected)
  })

  it('finds deals by their own name and by whose they are, the open ones first', async () => {
    const tell = (kind: 'deal.opened' | 'deal.lost', data: object) => ({
      kind,
      at: Date.now(),
      messageId: JSON.stringify([kind, data]),
      source: 'test',
      actor: null,
      isHistory: false,
      who: { email: 'wu@lime.example' },
      touch: null,
      data,
    })
    await recordFacts(house.ctx, [tell('deal.opened', { deal: 'w1', name: 'Windows for the mill' })] as never)
    await recordFacts(house.ctx, [
      tell('deal.opened', { deal: 'w2', name: 'Windows again', amountCents: 5_000, currency: 'EUR' }),
    ] as never)
    await recordFacts(house.ctx, [tell('deal.lost', { deal: 'w1', reason: 'price' })] as never)
    expect((await search('windows')).deals.map(({ id }) => id)).toEqual(['w2', 'w1'])
    expect((await search('wu li')).deals).toMatchObject([
      { id: 'w2', person: 'Wu Li' },
      { id: 'w1', status: 'lost' },
    ])
  })

  it('finds companies with their people, and colleagues', async () => {
    expect((await search('atelier')).accounts).toMatchObject([{ name: 'Atelier Nord', people: 2 }])
    expect((await search('nord.example')).accounts).toMatchObject([{ name: 'Atelier Nord' }])
    expect((await search('a viewer')).users).toMatchObject([{ name: 'A viewer' }])
  })

  it('refuses nothing that can be typed', async () => {
    for (const q of ['\\', '%', '_', "'", '" or 1=1 --', '💡', ' ', '(((', 'a'.repeat(200)]) await search(q)
    expect((await ask({ url: '/api/search?q=' })).statusCode).toBe(400)
    expect((await ask({ url: '/api/search?q=%00' })).statusCode).toBe(400)
  })
})

describe('the plan of a search', () => {
  it('looks up the longest words first', () => {
    expect(planSearch('  Li  Fernandes da Costa ')).toMatchObject({
      lookedUp: ['%fernandes%', '%costa%'],
      others: ['%li%', '%da%'],
    })
  })
  it('takes wildcards as they are', () => {
    expect(literal('50%_\\')).toBe('50\\%\\_\\\\')
  })
})

describe('accounts', () => {
  it('are listed by name, page by page, each once', async () => {
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const answer: { accounts: { name: string }[]; next: string | null } = (
        await ask({ url: `/api/accounts?limit=2${after === '' ? '' : `&after=${after}`}` })
      ).json()
      seen.push(...answer.accounts.map((account: { name: string }) => account.name))
      after = answer.next
    }
    expect(seen).toEqual(['100% Lime', 'Atelier Nord', 'Padaria Lume'])
    expect((await ask({ url: '/api/accounts?after=nonsense' })).statusCode).toBe(400)
  })

  it('show their people', async () => {
    const { accounts } = (await ask({ url: '/api/accounts' })).json()
    const nord = accounts.find((account: { name: string }) => account.name === 'Atelier Nord')
    const account = (await ask({ url: `/api/accounts/${nord.accountId}` })).json()
    expect(account.people.map((person: { name: string }) => person.name).sort()).toEqual([
      'Ana Costa Silva',
      'Jérôme Moreau',
    ])
    expect((await ask({ url: '/api/accounts/00000000-0000-7000-8000-000000000000' })).statusCode).toBe(404)
  })
})
