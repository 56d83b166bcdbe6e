import { describe, expect, it } from 'vitest'
import { compileAgreement } from '../agreement/compile-agreement.ts'
import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { Fact } from '../facts/fact.ts'
import { type Folded, fold } from './fold.ts'
import { AGREEMENT, ANA, all, DOCUMENT, fact, form, knownOwner, lines, routedTo, told, when } from './story-for-test.ts'

const IN_FORCE = '0 11:00'

function second(change: readonly [string, string], rule: string): CompiledAgreement {
  if (!DOCUMENT.includes(change[0])) throw new Error(`the test agreement has no "${change[0]}"`)
  const compiled = compileAgreement(`${DOCUMENT.replace(...change)}running_clocks: ${rule}\n`, 2)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return compiled.agreement
}
const contact = (otherwise: string): readonly [string, string] => [
  'otherwise: 1 working day',
  `otherwise: ${otherwise}`,
]

/** A lead of Ana since Monday 9:02 (grade A2: one working day, until Tuesday evening's 9:02), met by a second version at 11:00. */
function met(next: CompiledAgreement, ...more: Fact[]): Folded {
  const changed = fact(IN_FORCE, 'agreement.changed', { version: 2 })
  return fold(
    (atMs) => (atMs < when(IN_FORCE) ? AGREEMENT : next),
    [knownOwner('0 09:00'), form('0 09:01'), routedTo('0 09:02', ANA), changed, ...more],
  )
}
const due = (folded: Folded, name = 'first contact'): string => {
  const clock = folded.state.attempt?.clocks.find((each) => each.name === name)
  return clock === undefined ? 'none' : told(clock.dueAt)
}

describe('a version in force that lets running clocks', () => {
  it('keep their terms changes none', () => {
    const folded = met(second(contact('4 working hours'), 'keep their terms'))
    expect(due(folded)).toBe(due(met(AGREEMENT)))
    expect(all(folded, 'clock.changed')).toEqual([])
  })

  it('take the new terms has them due as if it had been in force when they began', () => {
    const folded = met(second(contact('4 working hours'), 'take the new terms'))
    // 9:02 + 4 h, with the lunch break from 12:30 to 13:30.
    expect(due(folded)).toBe('0 14:02')
    expect(all(folded, 'clock.changed').map((each) => [each.data.clock, each.data.hasGrace])).toEqual([
      ['first contact', false],
    ])
  })

  it('take a longer term has them due later', () => {
    expect(due(met(second(contact('2 working days'), 'take the new terms')))).toBe('2 09:02')
  })
})

describe('nobody is late afterwards', () => {
  it('what would be over already has half of the new term from now on', () => {
    const folded = met(second(contact('1 working hour'), 'take the new terms'))
    expect(due(folded)).toBe('0 11:30')
    expect(all(folded, 'clock.changed')[0]?.data.hasGrace).toBe(true)
    expect(all(folded, 'clock.breached')).toEqual([])
  })

  it('what would be all but over has no less', () => {
    // 9:02 + 2 h = 11:02: two minutes would be no chance.
    expect(due(met(second(contact('2 working hours'), 'take the new terms')))).toBe('0 12:00')
  })

  it('what was due sooner anyway is due no later for it', () => {
    const shorter: readonly [string, string] = ['within: 4 working hours', 'within: 2 working hours']
    const next = second(shorter, 'take the new terms')
    const changed = fact('0 14:00', 'agreement.changed', { version: 2 })
    const folded = fold(
      (atMs) => (atMs < when('0 14:00') ? AGREEMENT : next),
      [knownOwner('0 09:00'), form('0 09:01'), routedTo('0 09:02', ANA), changed],
    )
    // Due at 14:02 under the terms before; an hour of grace would be a gift.
    expect(due(folded, 'acceptance')).toBe('0 14:02')
    expect(all(folded, 'clock.changed')).toEqual([])
  })

  it('what is broken already stays broken, and goes on as it was', () => {
    const next = second(['within: 4 working hours', 'within: 8 working hours'], 'take the new terms')
    const late = fact('0 15:00', 'agreement.changed', { version: 2 })
    const struck = fact('0 14:02', 'clock.struck', { attempt: 1, clock: 'acceptance', startedAt: when('0 09:02') })
    const folded = fold(
      (atMs) => (atMs < when('0 15:00') ? AGREEMENT : next),
      [knownOwner('0 09:00'), form('0 09:01'), routedTo('0 09:02', ANA), struck, late],
    )
    expect(due(folded, 'acceptance')).toBe('0 14:02')
    expect(lines(folded, 'clock.breached')).toEqual(['0 14:02 clock.breached acceptance'])
  })
})

it('a promise no longer made ends, and counts neither as kept nor as broken', () => {
  const folded = met(second(['  S1: { accept_or_reject: { within: 4 working hours } }\n', ''], 'take the new terms'))
  expect(due(folded, 'acceptance')).toBe('none')
  expect(all(folded, 'clock.stopped').map((each) => [each.data.clock, each.data.by])).toEqual([
    ['acceptance', 'the agreement changed'],
  ])
})

it('a warning already given is not given again', () => {
  const warned = fact('0 11:32', 'clock.struck', { attempt: 1, clock: 'acceptance', startedAt: when('0 09:02') })
  const next = second(['within: 4 working hours', 'within: 6 working hours'], 'take the new terms')
  const changed = fact('0 11:40', 'agreement.changed', { version: 2 })
  const folded = fold(
    (atMs) => (atMs < when('0 11:40') ? AGREEMENT : next),
    [knownOwner('0 09:00'), form('0 09:01'), routedTo('0 09:02', ANA), warned, changed],
  )
  expect(due(folded, 'acceptance')).toBe('0 16:02')
  const clock = folded.state.attempt?.clocks.find((each) => each.name === 'acceptance')
  expect(clock?.strikes.map((strike) => strike.do)).not.toContain('warn')
})

it('told late, it comes to its own place: what struck meanwhile by the old terms is taken back', () => {
  const struck = fact('0 14:02', 'clock.struck', { attempt: 1, clock: 'acceptance', startedAt: when('0 09:02') })
  const next = second(['within: 4 working hours', 'within: 8 working hours'], 'take the new terms')
  expect(lines(met(next, struck), 'clock.breached')).toEqual([])
})
