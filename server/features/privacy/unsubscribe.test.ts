import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { mergePeople } from '../people/merge-people.ts'
import { ENDPOINTS as SETUP } from '../setup/routes.ts'
import { consentsOf } from './consents.ts'
import { erasePerson } from './erase-person.ts'
import { ENDPOINTS } from './routes.ts'
import { unsubscribeLinkOf } from './unsubscribe-link.ts'

let house: House
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...SETUP])
  const body = { company: 'Lume & Co', name: 'Ana', email: 'ana@lume.example', password: 'a long enough password' }
  await house.ask({ method: 'POST', url: '/api/setup', body })
})
afterAll(() => house.close())

let n = 0
async function person(given: readonly string[] = []): Promise<string> {
  const email = `vera${++n}@firm.example`
  const envelope = { at: house.ctx.now() - 1_000, source: 'test', actor: null, isHistory: false, touch: null }
  const [made] = await recordFacts(house.ctx, [
    { ...envelope, kind: 'person.identified', messageId: `p${n}`, who: { email }, data: { person: { email } } },
    ...given.map((purpose) => ({
      ...envelope,
      kind: 'consent.given',
      messageId: `p${n}:${purpose}`,
      who: { email },
      data: { purpose },
    })),
  ])
  if (made === undefined) throw new Error('not made')
  return made.personId
}
const pathOf = (personId: string, purpose = 'marketing-email') =>
  new URL(unsubscribeLinkOf(house.ctx, personId, purpose).url).pathname
const post = (url: string, fields: Record<string, string>) =>
  house.app.inject({
    method: 'POST',
    url,
    headers: { host: 'ensemble.example', 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
    payload: new URLSearchParams(fields).toString(),
  })
const statesOf = async (personId: string) =>
  Object.fromEntries((await consentsOf(house.ctx.db, personId)).map((each) => [each.purpose, each.state]))
const withdrawals = async (personId: string) =>
  (
    await house.ctx.db.query(
      `select data->>'purpose' as purpose, source from facts where person_id = $1 and kind = 'consent.withdrawn'`,
      [personId],
    )
  ).rows

describe('one click in the mail program', () => {
  it('takes the purpose back without a page, once however often it is posted', async () => {
    const id = await person(['marketing-email', 'phone'])
    const { headers, url } = unsubscribeLinkOf(house.ctx, id, 'marketing-email')
    expect(headers).toEqual({ 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
    const click = () => post(pathOf(id), { 'List-Unsubscribe': 'One-Click' })
    const answers = await Promise.all([click(), click(), click()])
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200])
    expect(await withdrawals(id)).toEqual([{ purpose: 'marketing-email', source: 'unsubscribe' }])
    expect(await statesOf(id)).toMatchObject({ 'marketing-email': 'withdrawn', phone: 'given' })
  })

  it('is taken as multipart as well, and without any body', async () => {
    const id = await person(['marketing-email'])
    const parts = '--b\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
    const headers = { host: 'ensemble.example', 'content-type': 'multipart/form-data; boundary=b' }
    const answer = await house.app.inject({ method: 'POST', url: pathOf(id), headers, payload: parts })
    expect(answer.statusCode).toBe(200)
    expect(await statesOf(id)).toMatchObject({ 'marketing-email': 'withdrawn' })
    expect((await house.ask({ method: 'POST', url: pathOf(id) })).statusCode).toBe(200)
  })

  it('counts again after a new consent', async () => {
    const id = await person(['marketing-email'])
    await post(pathOf(id), {})
    await recordFacts(house.ctx, [
      {
        kind: 'consent.given',
        at: house.ctx.now(),
        messageId: `again${id}`,
        source: 'test',
        actor: null,
        isHistory: false,
        who: { personId: id },
        touch: null,
        data: { purpose: 'marketing-email' },
      },
    ])
    expect(await statesOf(id)).toMatchObject({ 'marketing-email': 'given' })
    await post(pathOf(id), {})
    expect(await statesOf(id)).toMatchObject({ 'marketing-email': 'withdrawn' })
    expect(await withdrawals(id)).toHaveLength(2)
  })
})

describe('the page of the link', () => {
  it('changes nothing when it is looked at, and says for whom it is', async () => {
    const id = await person(['marketing-email'])
    const answer = await house.ask({ url: pathOf(id), headers: { 'accept-language': 'en' } })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.body).toContain('Marketing by e-mail')
    expect(answer.body).toContain('…@firm.example')
    expect(answer.body).not.toContain('vera')
    expect(answer.body.match(/<button/g)).toHaveLength(1)
    expect(await statesOf(id)).toMatchObject({ 'marketing-email': 'given' })
  })

  it('speaks French', async () => {
    const { body } = await house.ask({ url: pathOf(await person()), headers: { 'accept-language': 'fr' } })
    expect(body).toContain('<html lang="fr">')
    expect(body).toContain('Me désabonner')
    expect(body).toContain('Offres et actualités par e-mail')
  })

  it('lists everything they agreed to, with the purpose of the link ticked, and takes back what is ticked', async () => {
    const id = await person(['phone', 'marketing-email'])
    const { body } = await house.ask({ url: pathOf(id), headers: { 'accept-language': 'en' } })
    expect(body).toMatch(/name="take-back:marketing-email" value="yes" checked/)
    expect(body).toMatch(/name="take-back:phone" value="yes">/)
    expect((await post(pathOf(id), { page: 'yes' })).statusCode).toBe(422)
    const done = await post(pathOf(id), { page: 'yes', 'take-back:phone': 'yes', 'take-back:profiling': 'yes' })
    expect(done.body).toContain('no longer want: Calls.')
    expect(await statesOf(id)).toMatchObject({ phone: 'withdrawn', 'marketing-email': 'given', profiling: 'not asked' })
  })

  it('says so when there is nothing left to take back', async () => {
    const id = await person()
    await post(pathOf(id), {})
    expect((await house.ask({ url: pathOf(id), headers: { 'accept-language': 'en' } })).body).toContain(
      'already unsubscribed',
    )
  })

  it('leads on after a merge, and to nobody after an erasure', async () => {
    const id = await person(['marketing-email'])
    await erasePerson(house.ctx, { personId: id, reason: 'asked', by: null })
    const before = await withdrawals(id)
    const answer = await post(pathOf(id), {})
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('nothing to unsubscribe')
    expect(await withdrawals(id)).toEqual(before)
    const [from, into] = [await person(), await person()]
    const { id: by } = await house.as('admin')
    await mergePeople(house.ctx, { id: by }, { from, into, chosen: {} })
    await post(pathOf(from), {})
    expect(await statesOf(into)).toMatchObject({ 'marketing-email': 'withdrawn' })
  })

  it.each(['x', 'a'.repeat(299), '..%2f', 'AZijwhERciKDM0REVVVmZm1hcmtldGluZy1lbWFpbL-NcoSuc6GSbv5ZubqoRZo'])(
    'refuses %s with a page that says what to do',
    async (token) => {
      for (const method of ['GET', 'POST'] as const) {
        const answer = await house.ask({ method, url: `/u/${token}`, headers: { 'accept-language': 'en' } })
        expect(answer.statusCode).toBe(404)
        expect(answer.body).toContain('copy the whole address')
      }
    },
  )
})
