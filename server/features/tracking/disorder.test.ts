import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectSound } from '../../test/expect-sound.ts'
import { type House, openHouse } from '../../test/house.ts'
import type { Way } from './intake.ts'
import { readMessage } from './read-message.ts'
import { receive } from './receive.ts'
import { settleInbox } from './settle-inbox.ts'
import { takeSome } from './take-some.ts'

/** ENSEMBLE_TEST_SEEDS=200 for the full run. */
const SEEDS = Number(process.env.ENSEMBLE_TEST_SEEDS ?? 4)
const VISITORS = 4
const EVENTS = 40
const DAY_MS = 86_400_000
const START = Date.UTC(2026, 1, 2, 9)

let house: House
beforeAll(async () => {
  house = await openHouse([])
  // Everything is received after the last event happened, at one moment, so that only the order differs.
  house.ctx.now = () => START + 40 * DAY_MS
})
afterAll(() => house.close())

function chance(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** Events of some visitors over a month: pages, and a form that says who they are. */
function eventsOf(name: string, seed: number): { raw: Record<string, unknown>; at: number }[] {
  const next = chance(seed)
  return Array.from({ length: EVENTS }, (_, index) => {
    const visitor = Math.floor(next() * VISITORS)
    const at = START + Math.floor(next() * 30 * DAY_MS)
    const isForm = next() < 0.15
    const who = {
      anonymousId: `${name}-v${visitor}`,
      messageId: `${name}-${index}`,
      timestamp: new Date(at).toISOString(),
    }
    const properties = isForm
      ? { email: `v${visitor}@${name}.example`, form: 'demo', wantsCall: next() < 0.5 }
      : { path: next() < 0.4 ? '/prices' : '/about', url: 'https://lume.example/about' }
    return {
      at,
      raw: { ...who, type: isForm ? 'track' : 'page', ...(isForm ? { event: 'Form Submitted' } : {}), properties },
    }
  })
}

/** `wayOf` says of each by which way it comes: recorded at once, or through the inbox. */
async function tell(
  events: readonly { raw: Record<string, unknown> }[],
  wayOf: () => Way = () => 'whole',
): Promise<void> {
  const sender = { ip: '127.0.0.1', userAgent: undefined }
  for (let from = 0; from < events.length; from += 7) {
    const some = events.slice(from, from + 7)
    await Promise.all(
      some.map(({ raw }) =>
        receive(house.ctx, readMessage(raw, null), sender, { way: wayOf(), text: JSON.stringify(raw) }),
      ),
    )
    if (from % 4 === 0) await takeSome(house.ctx, 3)
  }
  await settleInbox(house.ctx)
}

/** What is concluded of a visitor, without ids and without who routed what when. */
async function concluded(name: string): Promise<unknown[]> {
  const { rows } = await house.ctx.db.query<{
    person_id: string
    who: string
    state: Record<string, unknown>
    facts: number
  }>(
    `select p.person_id, (select min(value) from identities i where i.person_id = p.person_id and kind = 'anonymous') as who, p.state,
       (select count(*)::int from facts f where f.person_id = p.person_id and f.kind <> 'lead.routed') as facts
     from people p where exists (select 1 from identities i where i.person_id = p.person_id and i.kind = 'anonymous' and i.value like $1) order by 2`,
    [`${name}-v%`],
  )
  for (const row of rows) await expectSound(house.ctx, row.person_id)
  return rows.map(({ who, state, facts }) => {
    const { engagement, engagementAt, fit, grade, firstTouch, lastTouch } = state
    return JSON.parse(
      JSON.stringify({ who, facts, engagement, engagementAt, fit, grade, firstTouch, lastTouch }).replaceAll(name, 'x'),
    )
  })
}

it.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
  'sent one to five times and shuffled by up to seven days, by either way, the conclusions are those of once and in order (seed %i)',
  async (seed) => {
    const next = chance(seed + 10_000)
    await tell(eventsOf(`once${seed}`, seed).sort((a, b) => a.at - b.at))
    const again = eventsOf(`many${seed}`, seed)
      .flatMap((event) => Array.from({ length: 1 + Math.floor(next() * 5) }, () => event))
      .map((event) => ({ event, order: event.at + next() * 7 * DAY_MS }))
      .sort((a, b) => a.order - b.order)
      .map(({ event }) => event)
    await tell(again, () => (next() < 0.5 ? 'inbox' : 'whole'))
    expect(await concluded(`many${seed}`)).toEqual(await concluded(`once${seed}`))
  },
)
