import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ScreenEvent } from '../../http/bus.ts'
import { type House, openHouse } from '../../test/house.ts'
import { lineFor } from './event-lines.ts'
import { endEventStreams } from './event-streams.ts'
import { ENDPOINTS } from './routes.ts'

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
  const until = async (text: string) => {
    while (!heard.includes(text)) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`the stream ended after: ${heard}`)
      heard += value
    }
    return heard
  }
  const end = async () => {
    while (!(await reader.read()).done);
    return 'ended'
  }
  await until('retry:')
  return { answer, until, end, leave: () => reader.cancel() }
}

const lead: ScreenEvent = {
  event: 'lead',
  personId: 'p',
  attempt: 1,
  owner: null,
  previousOwner: null,
  what: ['routed'],
}

describe('the event stream', () => {
  it('tells everybody of leads, and of notices only whom they are for', async () => {
    const [one, other] = [await house.as('seller'), await house.as('seller')]
    const stream = await listen(one.cookie)
    expect(stream.answer.headers.get('content-type')).toContain('text/event-stream')
    house.emit({ event: 'notice', userId: other.id, id: 'not-mine' })
    house.emit({ event: 'notice', userId: one.id, id: 'mine' })
    house.emit(lead)
    const heard = await stream.until('event: lead')
    expect(heard).toContain('"id":"mine"')
    expect(heard).not.toContain('not-mine')
    await stream.leave()
  })

  it('ends at once for somebody whose sessions ended, and goes on for the others', async () => {
    const [gone, stays] = [await house.as('seller'), await house.as('manager')]
    const [ending, going] = [await listen(gone.cookie), await listen(stays.cookie)]
    await house.ctx.db.query('delete from sessions where user_id = $1', [gone.id])
    house.emit({ event: 'session', userId: gone.id })
    house.emit({ event: 'session', userId: stays.id })
    expect(await ending.end()).toBe('ended')
    house.emit(lead)
    expect(await going.until('event: lead')).toContain('"attempt":1')
    endEventStreams()
    expect(await going.end()).toBe('ended')
  })

  it('is closed to people who are not signed in', async () => {
    expect((await fetch(`${address}/api/events`)).status).toBe(401)
  })

  it('keeps imports from viewers', () => {
    const event = { event: 'import', importId: 'i' } as const
    expect(lineFor(event, { id: 'x', role: 'viewer' })).toBeNull()
    expect(String(lineFor(event, { id: 'x', role: 'seller' }))).toBe('event: import\ndata: {"importId":"i"}\n\n')
  })
})
