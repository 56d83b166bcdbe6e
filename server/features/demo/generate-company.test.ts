import { readFileSync } from 'node:fs'
import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import type { Fact } from '@ensemble/engine/facts/fact.ts'
import { FACT_DATA, isFactKind } from '@ensemble/engine/facts/kinds.ts'
import { nextStrikeAt } from '@ensemble/engine/lifecycle/clocks.ts'
import { type Folded, fold } from '@ensemble/engine/lifecycle/fold.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IncomingFact } from '../facts/incoming.ts'
import { type DemoCompany, generateCompany } from './generate-company.ts'

const compiled = compileAgreement(
  readFileSync(new URL('../agreements/default-agreement.yaml', import.meta.url), 'utf8'),
  1,
)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
const { agreement } = compiled

const WEDNESDAY = Date.parse('2026-03-11T09:30:00Z')
const SUNDAY = Date.parse('2026-03-29T01:30:00Z')

function company(leads: number, seed = 7, endsAt = WEDNESDAY): DemoCompany {
  return generateCompany({ leads, seed, endsAt, zone: 'Europe/Paris', agreement })
}

function replay(story: readonly IncomingFact[]): Folded {
  return fold(
    () => agreement,
    story.map((fact) => ({ ...fact, id: fact.factId ?? fact.messageId, recordedAt: fact.at }) as unknown as Fact),
  )
}

const seeds = fc.record({
  leads: fc.integer({ min: 100, max: 260 }),
  seed: fc.integer({ min: 0, max: 2_147_483_647 }),
  // Any moment of some years: nights, weekends, days on which clocks are changed.
  endsAt: fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2028-01-01') }),
})

function whenever(check: (made: DemoCompany, endsAt: number, leads: number) => void, numRuns = 12): void {
  fc.assert(
    fc.property(seeds, ({ leads, seed, endsAt }) => check(company(leads, seed, endsAt), endsAt, leads)),
    { numRuns },
  )
}

test('one seed makes one company, fact by fact; another seed another', () => {
  const [one, same, other] = [company(150), company(150), company(150, 8)]
  const stories = [...one.stories]
  expect([...same.stories]).toEqual(stories)
  expect(same.cast).toEqual(one.cast)
  expect([...other.stories]).not.toEqual(stories)
})

test('there are as many people as were asked for, each with a message of their own for every fact', () => {
  whenever(({ stories }, _, leads) => {
    const all = [...stories]
    expect(all.length).toBe(leads)
    const ids = all.flat().map((fact) => fact.messageId)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('every fact is one the product takes, in order, and none is later than the end', () => {
  whenever(({ stories }, endsAt) => {
    for (const story of stories) {
      let before = 0
      for (const { kind, at, data, isHistory } of story) {
        expect(isFactKind(kind) && FACT_DATA[kind].safeParse(data).success, JSON.stringify({ kind, data })).toBe(true)
        expect([at > before, at <= endsAt, isHistory]).toEqual([true, true, false])
        before = at
      }
    }
  })
})

describe('nobody real is in it', () => {
  const PHONES =
    /^(\+33(19900|26191|35301|46571|53649|63998)\d{4}|\+493023125\d{3}|\+44(2079460|1134960|7700900)\d{3}|\+1(514|418|819|860|518|401)55501\d{2})$/

  test('addresses and domains end in .example, numbers are of ranges set aside for fiction', () => {
    whenever(({ stories, cast }) => {
      const seen = [...stories].flat().map((fact) => JSON.stringify([fact.who, fact.data]))
      const addresses = [...seen, JSON.stringify(cast.members)].flatMap((text) => text.match(/[\w.+-]+@[\w.-]+/g) ?? [])
      expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
      const domains = seen.flatMap((text) => text.match(/"domain":"([^"]+)"/)?.[1] ?? [])
      expect(domains.filter((domain) => !domain.endsWith('.example'))).toEqual([])
      const phones = seen.flatMap((text) => text.match(/\+\d{8,}/g) ?? [])
      expect(phones.length).toBeGreaterThan(5)
      expect(phones.filter((phone) => !PHONES.test(phone))).toEqual([])
      expect(seen.filter((text) => /https?:|www\./.test(text))).toEqual([])
    }, 4)
  })

  test('no two people have one address', () => {
    const addresses = [...company(3_000).stories].map((story) => story.at(-1)?.who.email)
    expect(new Set(addresses).size).toBe(addresses.length)
  })
})

test('the agreement ignores nothing of it, waits for no owner, and every clock due by the end has struck', () => {
  whenever(({ stories }, endsAt) => {
    for (const story of stories) {
      const { state, decisions } = replay(story)
      expect(decisions.filter(({ what }) => what === 'ignored')).toEqual([])
      expect(state.attempt?.awaiting ?? null).toBeNull()
      for (const clock of state.attempt?.clocks ?? []) expect(nextStrikeAt(clock) ?? endsAt + 1).toBeGreaterThan(endsAt)
    }
  })
})

test('leads go only to sellers who were there, not away and not gone', () => {
  whenever(({ stories, cast }) => {
    const sellers = new Map(cast.sellers.map((seller) => [seller.id, seller]))
    for (const { kind, data, at } of [...stories].flat()) {
      if (kind !== 'lead.routed' || typeof data !== 'object' || data === null || !('to' in data) || data.to === null)
        continue
      const seller = sellers.get(String(data.to))
      if (seller === undefined) throw new Error('routed to a stranger')
      expect(seller.joinedAt <= at && (seller.leftAt === null || at < seller.leftAt)).toBe(true)
      if ('why' in data && data.why !== 'by hand')
        expect(seller.away.some(({ from, to }) => from <= at && at < to)).toBe(false)
    }
  })
})

test.each([
  ['on a Wednesday morning', WEDNESDAY],
  ['in the night in which the clocks change', SUNDAY],
])('%s a dozen leads have clocks that run now, one of them overdue', (_, endsAt) => {
  const last = [...company(120, 7, endsAt).stories].slice(-13).map(replay)
  const running = last.filter(
    ({ state }) => state.attempt?.outcome === 'open' && state.attempt.owner !== null && state.attempt.clocks.length > 0,
  )
  expect(running.length).toBeGreaterThanOrEqual(12)
  const clocks = running.flatMap(({ state }) => state.attempt?.clocks ?? [])
  expect(clocks.filter((clock) => clock.isBreached).length).toBeGreaterThanOrEqual(1)
  expect(clocks.filter((clock) => !clock.isBreached).length).toBeGreaterThanOrEqual(12)
})

test('a million people can be begun: they are told one by one', () => {
  const [first, second] = company(1_000_000).stories
  expect(Math.min(first?.length ?? 0, second?.length ?? 0)).toBeGreaterThan(0)
})

describe('its reports show what is in it', () => {
  const attempts = [...company(4_000).stories]
    .map(replay)
    .flatMap(({ state, ended }) => [...ended, ...(state.attempt === null ? [] : [state.attempt])])
  const share = (some: typeof attempts, stage: 'opportunity' | 'won') =>
    some.filter((attempt) => attempt.marks[stage] !== undefined).length / some.length

  test('referrals become customers more often than leads of social advertisements', () => {
    const of = (channel: string) =>
      attempts.filter((attempt) => attempt.number === 1 && attempt.touch.channel === channel)
    expect(share(of('referral'), 'won')).toBeGreaterThan(3 * share(of('social'), 'won'))
  })

  test('who is called within the hour becomes an opportunity more often than who waits a day', () => {
    const waited = (from: number, to: number) =>
      attempts.filter(
        ({ firstTouchAt, openedAt }) =>
          firstTouchAt !== null && firstTouchAt - openedAt >= from && firstTouchAt - openedAt < to,
      )
    expect(share(waited(0, 3_600_000), 'opportunity')).toBeGreaterThan(
      1.8 * share(waited(86_400_000, Number.POSITIVE_INFINITY), 'opportunity'),
    )
  })

  test('about half of them qualify, and a few in a hundred sign', () => {
    const first = attempts.filter(({ number }) => number === 1)
    const qualified = first.filter(({ marks }) => marks.qualified !== undefined).length / first.length
    expect(qualified).toBeGreaterThan(0.35)
    expect(qualified).toBeLessThan(0.65)
    expect(share(first, 'won')).toBeGreaterThan(0.015)
    expect(share(first, 'won')).toBeLessThan(0.08)
  })
})
