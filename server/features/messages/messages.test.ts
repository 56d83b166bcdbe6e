import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS as facts } from '../facts/routes.ts'
import { ENDPOINTS } from './routes.ts'

type Person = Awaited<ReturnType<House['as']>>
let house: House
let marketer: Person
let seller: Person
let viewer: Person
const pillarId = randomUUID()

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...facts])
  marketer = await house.as('marketer')
  seller = await house.as('seller')
  viewer = await house.as('viewer')
})
afterAll(() => house.close())

const proof = { type: 'data', text: 'Half the calls', source: 'Pilot', on: '2026-01-10', expiresOn: null }
const content = {
  pillarId,
  persona: null,
  stage: null,
  language: 'en',
  topic: 'speed',
  driver: 'relief',
  message: 'A day that holds.',
  proofs: [proof],
  objections: [{ says: 'We have a spreadsheet.', answer: 'It does not ring.' }],
  ownerId: null,
}
const write = (who: Person, more: object = {}) =>
  who.ask({ method: 'POST', url: '/api/messages', body: { ...content, ...more } })
const read = async () => (await viewer.ask({ url: '/api/messages' })).json()

it('a house is built by both teams, and a pillar on which something is said cannot be left out', async () => {
  expect(await read()).toMatchObject({ roof: '', pillars: [], messages: [], completeness: { complete: 0, pillars: 0 } })
  const build = (who: Person, pillars: object[]) =>
    who.ask({ method: 'PUT', url: '/api/messages', body: { roof: 'We plan days.', pillars } })
  expect((await build(viewer, [])).statusCode).toBe(403)
  expect((await build(seller, [{ id: pillarId, name: 'Days' }])).statusCode).toBe(204)
  expect((await write(seller)).statusCode).toBe(201)
  const refused = await build(marketer, [{ id: randomUUID(), name: 'Other' }])
  expect(refused.json()).toMatchObject({ code: 'refused', errors: [{ where: 'body.pillars' }] })
  expect(await read()).toMatchObject({ roof: 'We plan days.', pillars: [{ name: 'Days' }] })
})

it('a message is judged, approved, written anew in versions, and never written over', async () => {
  const [message] = (await read()).messages
  expect(message).toMatchObject({ gaps: ['not approved'], version: 1, words: 4, used: 0 })
  const approve = (who: Person, version: number) =>
    who.ask({ method: 'POST', url: `/api/messages/${message.id}/approval`, body: { version } })
  expect((await approve(seller, 1)).statusCode).toBe(403)
  expect((await approve(marketer, 2)).json()).toMatchObject({ code: 'conflict' })
  expect((await approve(marketer, 1)).statusCode).toBe(204)
  expect(await read()).toMatchObject({ messages: [{ gaps: [] }], completeness: { complete: 1, pillars: 1 } })
  const change = (version: number, more: object = {}) =>
    marketer.ask({ method: 'PUT', url: `/api/messages/${message.id}`, body: { ...content, ...more, version } })
  expect((await change(1, { driver: null, proofs: [] })).json()).toMatchObject({ version: 2 })
  expect((await change(1)).json()).toMatchObject({ code: 'conflict', errors: [{ where: 'body.version' }] })
  expect((await read()).messages).toMatchObject([{ gaps: ['claim', 'not approved'], approvedAt: null }])
  const { versions } = (await viewer.ask({ url: `/api/messages/${message.id}/versions` })).json()
  expect(versions.map((one: { version: number }) => one.version)).toEqual([2, 1])
  expect(versions[1].content).toMatchObject({ driver: 'relief', proofs: [proof] })
  await change(2)
  await approve(marketer, 3)
})

it('too many words, a proof that ends before its day, and a pillar nobody knows are refused with their place', async () => {
  expect((await write(seller, { message: 'word '.repeat(26) })).json()).toMatchObject({
    errors: [{ where: 'body.message' }],
  })
  expect((await write(seller, { proofs: [{ ...proof, expiresOn: '2025-01-01' }] })).json()).toMatchObject({
    errors: [{ where: 'body.proofs.0.expiresOn' }],
  })
  expect((await write(seller, { pillarId: randomUUID() })).json()).toMatchObject({
    errors: [{ where: 'body.pillarId' }],
  })
  expect((await write(seller, { ownerId: randomUUID() })).json()).toMatchObject({ errors: [{ where: 'body.ownerId' }] })
})

it('fits a person by need and language, is counted when it is used, and goes out of use', async () => {
  const [told] = await recordFacts(house.ctx, [
    {
      kind: 'form.submitted',
      at: house.ctx.now() - 1_000,
      messageId: 'f',
      source: 'test',
      actor: null,
      isHistory: false,
      who: { email: 'vera@lume.example' },
      touch: null,
      data: { name: 'demo', wantsCall: true },
    },
  ])
  const personId = told?.personId ?? ''
  const tell = (kind: string, data: object) =>
    seller.ask({ method: 'POST', url: '/api/facts', body: { facts: [{ kind, who: { personId }, data }] } })
  await tell('need.stated', { need: 'speed', topic: 'speed', isKnown: true })
  const fits = async () => (await viewer.ask({ url: `/api/people/${personId}/messages` })).json().messages
  const [best] = await fits()
  expect(best).toMatchObject({
    message: 'A day that holds.',
    proof,
    reasons: [{ why: 'need', text: 'speed' }],
    usedAt: null,
  })
  expect((await tell('call.made', { outcome: 'connected', message: best.id })).statusCode).toBe(201)
  expect((await fits())[0].usedAt).not.toBeNull()
  expect((await read()).messages).toMatchObject([{ used: 1 }])
  const archive = () => marketer.ask({ method: 'DELETE', url: `/api/messages/${best.id}` })
  expect((await archive()).statusCode).toBe(204)
  expect((await archive()).statusCode).toBe(404)
  expect(await fits()).toEqual([])
})
