import { describe, expect, it } from 'vitest'
import {
  type Box,
  drop,
  isLater,
  KEPT_AT_MOST,
  keep,
  type Outcome,
  parseWaiting,
  sendInOrder,
  tryAgain,
  type Waiting,
} from './offline-queue.ts'

function boxOf(...ids: string[]): Box & { ids: () => string[] } {
  let text = JSON.stringify(ids.map(waiting))
  const read = () => parseWaiting(text)
  return {
    read,
    write: (all) => {
      text = JSON.stringify(all)
    },
    ids: () => read().map(({ id, refusal }) => (refusal === null ? id : `${id}: ${refusal}`)),
  }
}

function waiting(id: string): Waiting {
  const fact = {
    kind: 'lead.accepted',
    who: { personId: `p-${id}` },
    data: {},
    messageId: `m-${id}`,
    at: '2026-11-25T10:00:00Z',
  }
  return { id, said: `${id} accepted`, personIds: [`p-${id}`], facts: [fact], refusal: null }
}

const stored: Outcome = { is: 'stored', facts: [] }
const none = () => undefined

describe('verdicts that wait for the network', () => {
  it('are sent in the order they were given, each once', async () => {
    const box = boxOf('a', 'b', 'c')
    const sent: string[] = []
    const end = await sendInOrder(
      box,
      async ({ id }) => {
        sent.push(id)
        return stored
      },
      none,
    )
    expect([end, sent, box.ids()]).toEqual(['all', ['a', 'b', 'c'], []])
  })

  it('stay, with those behind them, when one cannot be sent now', async () => {
    const box = boxOf('a', 'b', 'c')
    const end = await sendInOrder(box, async ({ id }) => (id === 'b' ? { is: 'later' } : stored), none)
    expect([end, box.ids()]).toEqual(['later', ['b', 'c']])
  })

  it('are kept with the reason when refused, and let the rest pass', async () => {
    const box = boxOf('a', 'b', 'c')
    const told: string[] = []
    await sendInOrder(
      box,
      async ({ id }) => (id === 'a' ? { is: 'refused', why: 'taken by Noa' } : stored),
      ({ id }, { is }) => told.push(`${id} ${is}`),
    )
    expect(box.ids()).toEqual(['a: taken by Noa'])
    expect(told).toEqual(['a refused', 'b stored', 'c stored'])
  })

  it('are sent again only when somebody wants it after a refusal', async () => {
    const box = boxOf('a')
    await sendInOrder(box, async () => ({ is: 'refused', why: 'no' }), none)
    const tries: string[] = []
    const send = async ({ id }: Waiting): Promise<Outcome> => {
      tries.push(id)
      return stored
    }
    await sendInOrder(box, send, none)
    expect(tries).toEqual([])
    tryAgain(box, 'a')
    await sendInOrder(box, send, none)
    expect([tries, box.ids()]).toEqual([['a'], []])
  })

  it('given while others are being sent come last', async () => {
    const box = boxOf('a')
    const sent: string[] = []
    await sendInOrder(
      box,
      async ({ id }) => {
        if (id === 'a') keep(box, waiting('b'))
        sent.push(id)
        return stored
      },
      none,
    )
    expect(sent).toEqual(['a', 'b'])
  })

  it('taken back before they are sent are never sent', async () => {
    const box = boxOf('a', 'b')
    expect(drop(box, 'a')).toBe(true)
    expect(drop(box, 'a')).toBe(false)
    const sent: string[] = []
    await sendInOrder(
      box,
      async ({ id }) => {
        sent.push(id)
        return stored
      },
      none,
    )
    expect(sent).toEqual(['b'])
  })

  it('are not more than a browser can hold', () => {
    const box = boxOf(...Array.from({ length: KEPT_AT_MOST }, (_, n) => `n${n}`))
    expect(keep(box, waiting('one more'))).toBe(false)
    expect(box.read()).toHaveLength(KEPT_AT_MOST)
  })

  it.each([
    [null, 0],
    ['', 0],
    ['{', 0],
    ['{}', 0],
    ['[1, null, {}]', 0],
    [JSON.stringify([waiting('a'), { ...waiting('b'), facts: [{}] }, waiting('c')]), 2],
  ])('survive damage in what the browser kept: %j', (text, count) => {
    expect(parseWaiting(text)).toHaveLength(count)
  })

  it.each([
    ['offline', 0, true],
    ['not-signed-in', 401, true],
    ['too-many', 429, true],
    ['not-ready', 503, true],
    ['fault', 500, true],
    ['refused', 422, false],
    ['not-allowed', 403, false],
    ['bad-request', 400, false],
    ['conflict', 409, false],
  ])('%s (%i) means "later": %s', (code, status, later) => {
    expect(isLater({ code, status })).toBe(later)
  })
})
