import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileAgreement } from '../agreement/compile-agreement.ts'
import type { CompiledAgreement } from '../agreement/compiled.ts'
import { DOCUMENT, when } from '../lifecycle/story-for-test.ts'
import { isWorkingAt } from '../worktime/is-working-at.ts'
import { countHandOver } from './count-hand-over.ts'
import { emptyBook, type Roster, type RosterPerson } from './roster.ts'
import { routeLead } from './route-lead.ts'

declare const process: { env: Record<string, string | undefined> }
/** Each run compiles an agreement of its own. ENSEMBLE_TEST_STREAMS=20000 for a long run. */
const numRuns = Number(process.env.ENSEMBLE_TEST_STREAMS ?? 60)
const IDS = Array.from({ length: 6 }, (_, index) => `00000000-0000-7000-8000-00000000000${index + 1}`)
const at = when('0 10:00')
const orders = fc.constantFrom('round robin', 'least loaded', 'in this order')

const pool = (name: string, fallback: string | null) =>
  fc
    .record({
      order: orders,
      people: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 }),
      day: fc.option(fc.integer({ min: 1, max: 4 })),
      together: fc.option(fc.integer({ min: 1, max: 9 })),
      weight: fc.option(fc.constantFrom(0.5, 2, 3)),
      speaks: fc.constantFrom(null, 'fr', 'person.language'),
      skill: fc.constantFrom(null, 'enterprise'),
      isTimed: fc.boolean(),
      outside: fc.constantFrom('wait', 'next clause'),
      isCredited: fc.boolean(),
    })
    .map((each) => {
      const fields = [
        `people: [${each.people.map((one) => `${one}@x.example`).join(', ')}]`,
        `order: ${each.order}`,
        ...(each.day === null ? [] : [`at_most: [${each.day} a day]`]),
        ...(each.together === null ? [] : [`at_most_together: [${each.together} a day]`]),
        ...(each.weight === null || each.order === 'in this order'
          ? []
          : [`weights: { ${each.people[0]}@x.example: ${each.weight} }`]),
        ...(each.speaks === null ? [] : [`speaks: ${each.speaks}`]),
        ...(each.skill === null ? [] : [`skills: [${each.skill}]`]),
        ...(each.isTimed ? ['only_when_working: true', `outside_hours: ${each.outside}`] : []),
        ...(each.isCredited ? ['credit: an accepted rejection gives the turn back'] : []),
        ...(fallback === null ? [] : [`fallback: pool ${fallback}`]),
      ]
      return `  ${name}: { ${fields.join(', ')} }`
    })

const agreements = fc
  .tuple(pool('A', 'B'), pool('B', null), pool('C', null), fc.constantFrom('wait', 'next clause'))
  .map(([a, b, c, ifNobody]) => {
    const routing = `routing:
  R1: { when: person.has_phone, to: account owner, speaks: person.language }
  R2: { when: 'account.employees > 50', to: pool A, if_nobody: next clause }
  R3: { when: 'account.employees <= 50', to: pool C, if_nobody: ${ifNobody} }
  R4: { to: pool B }
pools:
${a}
${b}
${c}`
    const text = `${DOCUMENT.slice(0, DOCUMENT.indexOf('routing:'))}${routing}\n${DOCUMENT.slice(DOCUMENT.indexOf('nobody_free:'))}`
    const compiled = compileAgreement(text, 1)
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
    return compiled.agreement
  })

const crew: fc.Arbitrary<RosterPerson[]> = fc.tuple(
  ...IDS.map((id, index) =>
    fc.record({
      id: fc.constant(id),
      email: fc.constant(`${'abcdef'.charAt(index)}@x.example`),
      team: fc.constant('Sales'),
      isActive: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
      away: fc.constantFrom([], [{ from: at - 1, to: at + 7_200_000 }], [{ from: at + 3_600_000, to: at + 7_200_000 }]),
      calendar: fc.constant(null),
      openLeads: fc.nat({ max: 5 }),
      languages: fc.constantFrom([], ['fr'], ['en', 'fr-CA']),
      skills: fc.constantFrom([], ['enterprise']),
    }),
  ),
)
const lead = fc.record({
  minutes: fc.integer({ min: 0, max: 600 }),
  employees: fc.constantFrom(10, 80, undefined),
  language: fc.constantFrom(undefined, 'fr', 'de'),
  hasPhone: fc.boolean(),
  owner: fc.option(fc.constantFrom(...IDS)),
  exclude: fc.subarray(IDS, { maxLength: 3 }),
  why: fc.constantFrom('qualified', 'late', 'misrouted', 'nobody free', 'owner left'),
})

type Lead = typeof lead extends fc.Arbitrary<infer T> ? T : never

function speaks(person: RosterPerson, language: string | undefined): boolean {
  return language === undefined || (person.languages ?? []).some((tag) => tag.toLowerCase().split('-')[0] === language)
}

/** Said again in other words than the code: what must never be true of whoever takes a lead. */
function expectRight(agreement: CompiledAgreement, roster: Roster, one: Lead): void {
  const atMs = at + one.minutes * 60_000
  const exclude = one.why === 'qualified' ? [] : one.exclude
  const answer = routeLead(agreement, roster, {
    context: {
      account: { employees: one.employees },
      person: { has_phone: one.hasPhone, language: one.language },
      traits: {},
      lead: {},
    },
    why: one.why,
    exclude,
    accountOwner: one.owner,
    atMs,
  })
  const { to } = answer
  const person = roster.people.find((each) => each.id === to)
  const route = agreement.routes.find((each) => each.clause === answer.clause)
  const chosen = agreement.pools.get(answer.pool)
  if (to !== null && person !== undefined && route !== undefined) {
    expect(person.isActive).toBe(true)
    expect(person.away.some((each) => each.from <= atMs && atMs < each.to)).toBe(false)
    if (answer.rule === null) expect(exclude).not.toContain(to)
    for (const needs of [route.needs, chosen?.needs ?? null]) {
      if (needs === null) continue
      if (needs.speaks !== null)
        expect(speaks(person, needs.speaks === 'person.language' ? one.language : needs.speaks)).toBe(true)
      for (const skill of needs.skills) expect(person.skills).toContain(skill)
    }
    if (chosen !== undefined) {
      expect('emails' in chosen.people && chosen.people.emails).toContain(person.email)
      const book = roster.books.get(answer.pool) ?? emptyBook()
      const mine = book.taken.get(to)?.day ?? 0
      const all = [...book.taken.values()].reduce((sum, taken) => sum + taken.day, 0)
      for (const limit of chosen.limits) expect(mine).toBeLessThan(limit.atMost)
      for (const limit of chosen.limitsTogether) expect(all).toBeLessThan(limit.atMost)
      if (chosen.isOnlyWhenWorking) expect(isWorkingAt(agreement.calendar, atMs)).toBe(true)
    }
  }
  // Every clause is accounted for up to the one that decided.
  const place = agreement.routes.findIndex((each) => each.clause === answer.clause)
  expect(answer.considered.map((each) => each.clause)).toEqual(
    agreement.routes.slice(0, place === -1 ? agreement.routes.length : place).map((each) => each.clause),
  )
  countHandOver(roster, answer)
}

describe('whoever takes a lead', { timeout: 600_000 }, () => {
  it('is here, free, able and asked for, whatever is agreed and whoever came before (invariant 6)', () => {
    fc.assert(
      fc.property(agreements, crew, fc.array(lead, { maxLength: 30 }), (agreement, people, leads) => {
        const roster = { people, books: new Map([...agreement.pools.keys()].map((name) => [name, emptyBook()])) }
        for (const one of leads) expectRight(agreement, roster, one)
      }),
      { numRuns },
    )
  })

  it('is the same for the same question', () => {
    fc.assert(
      fc.property(agreements, crew, lead, (agreement, people, one) => {
        const roster = { people, books: new Map([...agreement.pools.keys()].map((name) => [name, emptyBook()])) }
        const request = {
          context: { account: { employees: one.employees }, person: { has_phone: one.hasPhone }, traits: {}, lead: {} },
          why: one.why,
          exclude: one.exclude,
          accountOwner: one.owner,
          atMs: at,
        }
        expect(routeLead(agreement, roster, request)).toEqual(routeLead(agreement, roster, request))
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  })

  it('comes by share within one lead of it, for any shares', () => {
    const shares = fc.array(fc.constantFrom(0.1, 0.25, 0.5, 1, 1.5, 2, 3, 7), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 200 }), (weights, leads) => {
        const names = weights.map((_, index) => `${'abcdef'.charAt(index)}@x.example`)
        const text = `${DOCUMENT.slice(0, DOCUMENT.indexOf('routing:'))}routing: { R1: { to: pool A } }
pools:
  A: { people: [${names.join(', ')}], order: round robin, weights: { ${names.map((name, index) => `${name}: ${weights[index]}`).join(', ')} } }
${DOCUMENT.slice(DOCUMENT.indexOf('nobody_free:'))}`
        const compiled = compileAgreement(text, 1)
        if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
        const people = names.map(
          (email, index): RosterPerson => ({
            id: IDS[index] ?? '',
            email,
            team: null,
            isActive: true,
            away: [],
            calendar: null,
            openLeads: 0,
          }),
        )
        const roster = { people, books: new Map([['A', emptyBook()]]) }
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        const counts = weights.map(() => 0)
        for (let made = 1; made <= leads; made++) {
          const answer = routeLead(compiled.agreement, roster, {
            context: { account: {}, person: {}, traits: {}, lead: {} },
            why: 'qualified',
            exclude: [],
            accountOwner: null,
            atMs: at,
          })
          countHandOver(roster, answer)
          const who = IDS.indexOf(answer.to ?? '')
          counts[who] = (counts[who] ?? 0) + 1
          for (const [index, weight] of weights.entries())
            expect(Math.abs((counts[index] ?? 0) - (made * weight) / total)).toBeLessThan(1 + 1e-6)
        }
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    )
  })
})
