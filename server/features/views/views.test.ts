import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
})
afterAll(() => house.close())

type View = {
  id: string
  name: string
  search: string
  isShared: boolean
  isMine: boolean
  isDefault: boolean
  owner: { id: string }
}

const put = (ask: Ask, id: string, more: object = {}) =>
  ask({
    method: 'PUT',
    url: `/api/views/${id}`,
    body: { page: 'people', name: 'Hot ones', search: '?sort=hottest', ...more },
  })

const opening = (ask: Ask, viewId: string | null, page = 'people') =>
  ask({ method: 'PUT', url: `/api/views/defaults/${encodeURIComponent(page)}`, body: { viewId } })

async function seen(ask: Ask): Promise<View[]> {
  return (await ask({ url: '/api/views' })).json().views
}

describe('a saved view', () => {
  it('is its owner’s alone until it is shared', async () => {
    const [ana, noa] = [await house.as('seller'), await house.as('seller')]
    const id = randomUUID()
    expect((await put(ana.ask, id)).statusCode).toBe(204)
    expect(await seen(ana.ask)).toMatchObject([{ id, name: 'Hot ones', search: '?sort=hottest', isMine: true }])
    expect(await seen(noa.ask)).toEqual([])
    await put(ana.ask, id, { isShared: true })
    expect(await seen(noa.ask)).toMatchObject([{ id, isShared: true, isMine: false, owner: { id: ana.id } }])
    await put(ana.ask, id)
    expect(await seen(noa.ask)).toEqual([])
  })

  it('is changed in its place and comes back under its id after it was removed', async () => {
    const { ask } = await house.as('marketer')
    const id = randomUUID()
    await put(ask, id)
    await put(ask, id, { name: 'Hotter', search: '?sort=hottest&stage=qualified' })
    expect(await seen(ask)).toMatchObject([{ id, name: 'Hotter', search: '?sort=hottest&stage=qualified' }])
    expect((await ask({ method: 'DELETE', url: `/api/views/${id}` })).statusCode).toBe(204)
    expect((await ask({ method: 'DELETE', url: `/api/views/${id}` })).statusCode).toBe(404)
    expect((await put(ask, id, { name: 'Hotter' })).statusCode).toBe(204)
    expect(await seen(ask)).toMatchObject([{ id, name: 'Hotter' }])
  })

  it('opens its page for whoever chose it, and for nobody who cannot see it', async () => {
    const [ana, noa] = [await house.as('seller'), await house.as('seller')]
    const id = randomUUID()
    await put(ana.ask, id)
    expect((await opening(noa.ask, id)).statusCode).toBe(404)
    expect((await opening(ana.ask, id, 'deals list')).statusCode).toBe(404)
    await put(ana.ask, id, { isShared: true })
    expect((await opening(noa.ask, id)).statusCode).toBe(204)
    expect(await seen(noa.ask)).toMatchObject([{ id, isDefault: true }])
    expect(await seen(ana.ask)).toMatchObject([{ id, isDefault: false }])
    await put(ana.ask, id)
    await put(ana.ask, id, { isShared: true })
    expect(await seen(noa.ask)).toMatchObject([{ id, isDefault: false }])
    await opening(noa.ask, id)
    await opening(noa.ask, null)
    expect(await seen(noa.ask)).toMatchObject([{ id, isDefault: false }])
    await ana.ask({ method: 'DELETE', url: `/api/views/${id}` })
  })

  it('is not changed or removed by others, but an administrator removes what is shared', async () => {
    const [ana, noa, admin] = [await house.as('seller'), await house.as('manager'), await house.as('admin')]
    const id = randomUUID()
    await put(ana.ask, id)
    expect((await put(noa.ask, id)).statusCode).toBe(404)
    expect((await admin.ask({ method: 'DELETE', url: `/api/views/${id}` })).statusCode).toBe(404)
    await put(ana.ask, id, { isShared: true })
    expect((await noa.ask({ method: 'DELETE', url: `/api/views/${id}` })).statusCode).toBe(404)
    expect((await admin.ask({ method: 'DELETE', url: `/api/views/${id}` })).statusCode).toBe(204)
  })

  it('has a name of its own on its page', async () => {
    const { ask } = await house.as('seller')
    await put(ask, randomUUID())
    const again = await put(ask, randomUUID(), { name: ' hot ONES ' })
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({ mend: expect.any(String), errors: [{ where: 'body.name' }] })
    expect((await put(ask, randomUUID(), { page: 'deals list' })).statusCode).toBe(204)
    expect((await put((await house.as('seller')).ask, randomUUID())).statusCode).toBe(204)
  })

  it.each([
    ['a whole address', { search: 'https://elsewhere.example/?a=1' }],
    ['another place', { search: '?a=1#top' }],
    ['white space', { search: '?a=1 b' }],
    ['letters that are not encoded', { search: '?text=é' }],
    ['too much', { search: `?${'a'.repeat(2_000)}` }],
    ['no name', { name: '  ' }],
    ['a page that has no views', { page: 'settings' }],
  ])('is refused with %s', async (_what, more) => {
    const { ask } = await house.as('seller')
    expect((await put(ask, randomUUID(), more)).statusCode).toBe(400)
  })

  it('stays on its page', async () => {
    const { ask } = await house.as('seller')
    const id = randomUUID()
    await put(ask, id)
    expect((await put(ask, id, { page: 'today' })).statusCode).toBe(422)
  })

  it('is one of a hundred at most', async () => {
    const { ask, id: userId } = await house.as('seller')
    await house.ctx.db.query(
      `insert into views (view_id, user_id, page, name, search)
       select gen_random_uuid(), $1, 'people', 'n' || n, '' from generate_series(1, 100) n`,
      [userId],
    )
    expect((await put(ask, randomUUID())).statusCode).toBe(422)
  })
})
