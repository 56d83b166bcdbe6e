import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rememberCallers } from '../../auth/known-callers.ts'
import type { ScreenEvent } from '../../http/bus.ts'
import { type House, openHouse } from '../../test/house.ts'
import { allowance } from './allowance.ts'
import { endEventStreams } from './event-streams.ts'
import { ENDPOINTS } from './routes.ts'
import { watchersOf, watchPerson } from './watchers.ts'

let house: House
let address: string
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  address = await house.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  endEventStreams()
  await house.close()
})

async function listen(cookie: string) {
  const answer = await fetch(`${address}/api/events`, { headers: { cookie } })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (reader === undefined) throw new Error('no stream')
  let heard = ''
  const until = async (text: string): Promise<string> => {
    while (!heard.includes(text)) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`the stream ended after: ${heard}`)
      heard += value
    }
    return heard
  }
  await until('retry:')
  return { until, leave: () => reader.cancel() }
}

const changed = (personId: string, owner: string | null): ScreenEvent => ({
  event: 'lead',
  personId,
  attempt: 1,
  owner,
  previousOwner: null,
  what: ['routed'],
})

describe('many changes at once', () => {
  it('all reach their owner and whoever has them open; managers hear that many changed, others only as much as is little', async () => {
    const [owner, watcher, other, manager] = [
      await house.as('seller'),
      await house.as('seller'),
      await house.as('seller'),
      await house.as('manager'),
    ]
    const streams = await Promise.all([owner, watcher, other, manager].map(({ cookie }) => listen(cookie)))
    const [own, watched, others, managed] = streams
    watchPerson(house.ctx.bus, watcher.id, 'open on a screen')
    // Four screens and 2,000 lines saved up: after 500 changes the others have heard enough.
    for (let n = 0; n < 700; n++) house.emit(changed(`person ${n}`, owner.id))
    house.emit(changed('open on a screen', null))
    house.emit({ event: 'agreement' })
    const heard = await own?.until('event: agreement')
    for (const n of [0, 499, 500, 699]) expect(heard).toContain(`"person ${n}"`)
    expect(await watched?.until('event: agreement')).toContain('open on a screen')
    const byOther = await others?.until('event: agreement')
    expect(byOther).toContain('"person 0"')
    expect(byOther).not.toContain('"person 699"')
    expect(byOther).not.toContain('open on a screen')
    expect(await managed?.until('event: leads')).not.toContain('"person 699"')
    for (const stream of streams) await stream.leave()
  })

  it('spares what is not there to spend, and fills up again', () => {
    let nowMs = 0
    const mayTell = allowance(100, () => nowMs)
    expect([mayTell(300), mayTell(100), mayTell(1)]).toEqual([true, true, false])
    nowMs = 500
    expect([mayTell(60), mayTell(50), mayTell(1)]).toEqual([false, true, false])
  })

  it('takes the ten stories somebody opened last for those they have open', () => {
    for (let n = 0; n < 12; n++) watchPerson(house.ctx.bus, 'me', `story ${n}`)
    expect([0, 1, 2, 11].map((n) => [...watchersOf(house.ctx.bus, `story ${n}`)])).toEqual([[], [], ['me'], ['me']])
  })
})

it('forgets at once who somebody was when their sessions end or their role changes', async () => {
  rememberCallers(house.ctx)
  const seller = await house.as('seller')
  const look = async (): Promise<number> => (await seller.ask({ url: '/api/session' })).statusCode
  expect(await look()).toBe(200)
  await house.ctx.db.query('delete from sessions where user_id = $1', [seller.id])
  house.emit({ event: 'session', userId: seller.id })
  expect(await look()).toBe(401)
})
