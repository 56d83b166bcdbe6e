import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import { defaultDocument } from '../agreements/default-document.ts'
import { ENDPOINTS as AGREEMENTS } from '../agreements/routes.ts'
import { ENDPOINTS as NOTICES } from '../notices/routes.ts'
import { ENDPOINTS as REVIEWS } from '../reviews/routes.ts'
import { ENDPOINTS } from './routes.ts'

const TEAMS = { marketing: randomUUID(), sales: randomUUID() }
type Person = Awaited<ReturnType<House['as']>>
type Part = {
  clause: string
  path: (string | number)[]
  sentences: { sentence: string }[]
  condition: { says: string; rows: unknown } | null
  text: string
}

let house: House
let document = ''
let marketer: Person
let seller: Person
let nowMs = Date.parse('2026-11-24T10:00:00Z')

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...AGREEMENTS, ...REVIEWS, ...NOTICES])
  house.ctx.now = () => {
    nowMs += 1
    return nowMs
  }
  await house.ctx.db.query(
    `insert into teams (team_id, name, side) values ($1, 'Marketing', 'marketing'), ($2, 'Sales', 'sales')`,
    [TEAMS.marketing, TEAMS.sales],
  )
  document = await defaultDocument()
  marketer = await house.as('marketer', TEAMS.marketing)
  seller = await house.as('seller', TEAMS.sales)
})
afterAll(() => house.close())

const send = (ask: Ask, method: 'POST' | 'PUT' | 'DELETE' | 'GET', url: string, body?: object) =>
  ask({ method, url: `/api/agreements${url}`, ...(body === undefined ? {} : { body }) })
const edit = async (edits: object[], text = document, language = 'en') => {
  const answer = await send(marketer.ask, 'POST', `/edits?language=${language}`, { document: text, edits })
  return answer.json()
}
const partOf = (answer: { parts: Part[] }, clause: string) => answer.parts.find((part) => part.clause === clause)
const draft = async () => {
  const answer = await send(marketer.ask, 'POST', '', { document, note: '' })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().version
}

describe('writing an agreement clause by clause', () => {
  it('tells every part with its sentence, its condition as rows and its own YAML, in both languages', async () => {
    const answer = await edit([])
    expect(answer).toMatchObject({ document, isValid: true, problems: [], added: null })
    expect(partOf(answer, 'F1')).toMatchObject({
      path: ['fit', 'F1'],
      condition: { rows: { join: 'all', rows: [{ field: 'account.employees', is: 'at least', value: 50 }] } },
    })
    for (const part of answer.parts)
      if (part.clause !== 'title') expect([part.clause, part.sentences.length]).toEqual([part.clause, 1])
    const french = await edit([], document, 'fr')
    expect(partOf(french, 'S1')?.sentences[0]?.sentence).toBe(
      'Les ventes acceptent ou refusent chaque prospect sous 4 heures ouvrées.',
    )
  })

  it('names a new clause by a number that was never given, not even by one that is gone', async () => {
    const value = { when: 'person.has_phone', points: 5 }
    const gone = await edit([{ op: 'remove', path: ['fit', 'F6'] }])
    const made = await edit([{ op: 'insert', path: ['fit'], at: 0, key: null, prefix: 'F', value }], gone.document)
    expect(made.added).toEqual(['fit', 'F7'])
    expect(made.document.indexOf('F7:')).toBeLessThan(made.document.indexOf('F1:'))
    const again = await send(marketer.ask, 'POST', '/edits', {
      document: gone.document,
      edits: [{ op: 'insert', path: ['fit'], at: 0, key: null, prefix: 'F', value }],
      names: ['F7'],
    })
    expect(again.json().added).toEqual(['fit', 'F8'])
  })

  it('writes rows as a condition, and renames a pool where it is named', async () => {
    const rows = {
      join: 'any',
      rows: [
        { field: 'person.country', is: 'one of', value: ['FR', 'BE'] },
        {
          join: 'all',
          rows: [
            { field: 'person.has_phone', is: 'is true', value: null },
            { field: 'fit', is: 'at least', value: 20 },
          ],
        },
      ],
    }
    const answer = await edit([
      { op: 'condition', path: ['stages', 'qualified', 'when', 'Q2', 'when'], rows },
      { op: 'rename', path: ['pools', 'Everyone in sales'], key: 'All' },
    ])
    expect(answer.isValid, JSON.stringify(answer.problems)).toBe(true)
    expect(answer.document).toContain(
      `Q2: { when: 'person.country in ["FR", "BE"] || (person.has_phone && fit >= 20)' }`,
    )
    expect(answer.document).toContain('R1: { to: pool All }')
    expect(partOf(answer, 'Q2')?.condition?.says).toContain('France')
  })

  it('places a problem at its clause and goes on telling the others', async () => {
    const answer = await edit([{ op: 'set', path: ['fit', 'F3', 'when'], value: 'person.has_fone' }])
    expect(answer.isValid).toBe(false)
    expect(answer.problems).toMatchObject([{ clause: 'F3', path: 'fit.F3.when' }])
    expect(partOf(answer, 'F3')?.sentences).toEqual([])
    expect(partOf(answer, 'F1')?.sentences).toHaveLength(1)
  })

  it('answers a text that is no YAML with its line, and refuses to change it', async () => {
    const answer = await edit([], 'fit: [')
    expect(answer).toMatchObject({ parts: null, isValid: false })
    const refused = await send(marketer.ask, 'POST', '/edits', {
      document: 'fit: [',
      edits: [{ op: 'remove', path: ['fit'] }],
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.json().mend).toContain('check')
  })

  it('offers the fields, facts, teams and people of this installation', async () => {
    const answer = (await send(seller.ask, 'GET', '/vocabulary?language=fr')).json()
    expect(answer.who).toContainEqual({
      field: 'account.country',
      noun: 'le pays de l’entreprise',
      kind: 'text',
      values: null,
      reads: 'country',
    })
    expect(answer.lead.find(({ field }: { field: string }) => field === 'grade').values).toContain('A1')
    expect(answer.teams).toContainEqual({ name: 'Sales', side: 'sales' })
    expect((await send(seller.ask, 'GET', '/standard')).json().document).toContain('fit:')
  })

  it('keeps what is written, sound or not, for its writer alone, and says who else writes', async () => {
    await send(marketer.ask, 'PUT', '/1/work', { document: 'not finished: [', basedOn: 'x' })
    expect((await send(marketer.ask, 'GET', '/1/work')).json().work).toMatchObject({
      document: 'not finished: [',
      basedOn: 'x',
    })
    expect((await send(seller.ask, 'GET', '/1/work')).json()).toMatchObject({
      work: null,
      others: [{ user: { id: marketer.id } }],
    })
    expect((await send(marketer.ask, 'DELETE', '/1/work')).statusCode).toBe(204)
    expect((await send(seller.ask, 'GET', '/1/work')).json().others).toEqual([])
    expect((await send(seller.ask, 'PUT', '/999/work', { document: '', basedOn: '' })).statusCode).toBe(404)
  })
})

describe('a draft that is talked about', () => {
  it('is changed in place: comments stay, earlier signatures lapse, and its signer may sign again', async () => {
    const version = await draft()
    const before = (await send(marketer.ask, 'GET', `/${version}`)).json()
    await send(seller.ask, 'POST', `/${version}/threads`, { clause: 'S1', text: 'Too short for us.' })
    await send(seller.ask, 'POST', `/${version}/signatures`, {})
    const changed = document.replace('within: 4 working hours', 'within: 6 working hours')
    const amended = await send(marketer.ask, 'PUT', `/${version}/document`, { document: changed, basedOn: before.hash })
    expect(amended.json()).toMatchObject({
      version,
      status: 'draft',
      signatures: [],
      lapsed: [{ user: { id: seller.id } }],
      openThreads: 1,
      missing: { sales: 1 },
    })
    const late = await send(seller.ask, 'PUT', `/${version}/document`, { document, basedOn: before.hash })
    expect(late.statusCode).toBe(409)
    expect((await send(seller.ask, 'POST', `/${version}/signatures`, {})).json()).toMatchObject({
      signatures: [{ user: { id: seller.id } }],
      lapsed: [],
      missing: { sales: 0 },
    })
    expect((await send(marketer.ask, 'POST', `/${version}/signatures`, {})).json().missing).toEqual({
      marketing: 0,
      sales: 0,
    })
    const closed = await send(marketer.ask, 'PUT', `/${version}/document`, { document, basedOn: amended.json().hash })
    expect(closed.statusCode).toBe(422)
  })

  it('carries one open thread a clause, tells its author and those who wrote, and not the writer', async () => {
    const version = await draft()
    const thread = (
      await send(seller.ask, 'POST', `/${version}/threads`, { clause: 'M1', text: 'Who counts these?' })
    ).json()
    const same = (await send(marketer.ask, 'POST', `/${version}/threads`, { clause: 'M1', text: 'We do.' })).json()
    expect(same.id).toBe(thread.id)
    expect(same.comments.map(({ side }: { side: string }) => side)).toEqual(['sales', 'marketing'])
    const heard = async (who: Person) =>
      (await who.ask({ url: '/api/notices' }))
        .json()
        .notices.filter(
          ({ kind, data }: { kind: string; data: { version: number } }) =>
            kind === 'clause_commented' && data.version === version,
        )
    expect(await heard(marketer)).toMatchObject([{ data: { clause: 'M1' } }])
    expect(await heard(seller)).toHaveLength(1)
    const resolved = await send(seller.ask, 'PUT', `/${version}/threads/${thread.id}/resolution`, { isResolved: true })
    expect(resolved.json()).toMatchObject({ isResolved: true, resolvedBy: { id: seller.id } })
    const again = await send(marketer.ask, 'POST', `/${version}/threads/${thread.id}/comments`, {
      text: 'One more thing.',
    })
    expect(again.json().isResolved).toBe(false)
    const closed = await send(marketer.ask, 'POST', '/1/threads', { clause: 'M1', text: 'x' })
    expect(closed.json()).toMatchObject({ status: 422 })
    expect((await send(seller.ask, 'GET', `/${version}/threads`)).json().threads).toHaveLength(1)
  })
})
