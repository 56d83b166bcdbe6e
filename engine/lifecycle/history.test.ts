import { describe, expect, it } from 'vitest'
import type { Fact } from '../facts/fact.ts'
import { fold } from './fold.ts'
import {
  AGREEMENT,
  ANA,
  all,
  call,
  clockNames,
  fact,
  form,
  knownOwner,
  live,
  RUI,
  routedTo,
  when,
} from './story-for-test.ts'

const past = { isHistory: true }
const told = (): Fact[] => [knownOwner('-900 09:30', past), form('-900 10:00', past)]
const foldOf = (...facts: Fact[]) => fold(() => AGREEMENT, facts)

describe('history', () => {
  it('qualifies and is scored, and nobody is sent running', () => {
    const folded = foldOf(...told())
    expect(folded.state.attempt).toMatchObject({
      stage: 'qualified',
      isHistory: true,
      owner: null,
      awaiting: null,
      clocks: [],
    })
    expect(all(folded, 'scored')).toHaveLength(2)
    expect(all(folded, 'routing.asked')).toEqual([])
  })

  it('is refused nothing', () => {
    const folded = foldOf(
      form('-900 10:00', past),
      fact('-900 10:10', 'lead.rejected', { reason: 'a reason of their own' }, past),
    )
    expect(folded.state.attempt).toMatchObject({ outcome: 'rejected', reason: 'a reason of their own' })
    expect(all(folded, 'ignored')).toEqual([])
  })

  it('starts no clock at any stage, and plans no return', () => {
    const stages = ['qualified', 'accepted', 'contacted', 'opportunity'] as const
    for (const stage of stages) {
      expect(clockNames(foldOf(...told(), fact('-899 10:00', 'stage.recorded', { stage, owner: ANA }, past)))).toEqual(
        [],
      )
    }
    const given = foldOf(
      ...told(),
      call('-899 10:00', 'connected', past),
      fact('-899 11:00', 'lead.disqualified', { reason: 'no need' }, past),
    )
    expect(given.state.attempt).toMatchObject({ outcome: 'recycled', clocks: [] })
  })

  it('wakes when the person is here again, and goes to sales when it qualifies today', () => {
    const later = live([...told(), form('0 10:00')])
    expect(later.state.pastAttempts).toBe(2)
    const soon = live([knownOwner('-100 09:30', past), form('-100 10:00', past), form('0 10:00')])
    expect(soon.state.attempt).toMatchObject({ number: 1, isHistory: false, owner: ANA })
    expect(clockNames(soon)).toEqual(['acceptance', 'first contact'])
  })

  it('that woke without qualifying goes to sales on the day it does', () => {
    const facts = [
      knownOwner('-170 09:30', past),
      form('-170 10:00', past),
      fact('0 10:00', 'page.viewed', { path: '/' }),
    ]
    expect(live(facts).state.attempt).toMatchObject({ isHistory: false, stage: 'qualified', owner: null })
    expect(live([...facts, form('1 10:00')]).state.attempt).toMatchObject({ number: 1, owner: ANA })
  })

  it('that somebody owns wakes with the clocks of its stage', () => {
    const owned = [
      ...told().map((each) => ({ ...each, at: each.at + 800 * 86_400_000 })),
      fact('-99 10:00', 'stage.recorded', { stage: 'contacted', owner: RUI }, past),
    ]
    const folded = live([...owned, form('0 10:00')])
    expect(folded.state.attempt).toMatchObject({ owner: RUI, isHistory: false })
    expect(clockNames(folded)).toEqual(['verdict'])
  })

  it('told late about a lead at work takes its place in the story', () => {
    const lead = [knownOwner('0 09:30'), form('0 10:00'), routedTo('0 10:00', ANA)]
    const folded = foldOf(...lead, call('0 10:10', 'no answer', past))
    expect(folded.state.attempt).toMatchObject({ touches: 1, stage: 'accepted' })
    expect(
      clockNames(foldOf(...lead, call('0 10:10', 'no answer', past), fact('0 10:20', 'note.written', { text: 'x' }))),
    ).toEqual(['attempts'])
  })

  it('that makes the lead at work attempt 2 leaves it with its owner and its clocks', () => {
    const routed = routedTo('0 10:00', ANA)
    const struck = fact('0 12:00', 'clock.struck', { attempt: 1, clock: 'acceptance', startedAt: when('0 10:00') })
    const lead = [knownOwner('0 09:30'), form('0 10:00'), routed, struck]
    const before = foldOf(...lead)
    const after = foldOf(
      ...lead,
      form('-200 10:00', past),
      fact('-199 10:00', 'lead.rejected', { reason: 'below' }, past),
    )
    expect(after.state.attempt).toMatchObject({ number: 2, owner: ANA, stage: 'qualified' })
    expect(after.state.attempt?.clocks).toEqual(before.state.attempt?.clocks)
    expect(all(after, 'clock.warned')).toHaveLength(1)
  })
})

describe('taking back', () => {
  const retract = (at: string, one: Fact) => fact(at, 'fact.retracted', { fact: one.id })

  it('undoes a fact as if it had never been, wherever it stands', () => {
    const slip = fact('0 10:10', 'lead.rejected', { reason: 'below' })
    const lead = [knownOwner('0 09:30'), form('0 10:00'), routedTo('0 10:00', ANA)]
    const folded = foldOf(...lead, slip, retract('0 10:11', slip), call('0 10:15'))
    expect(folded.state.attempt).toMatchObject({ number: 1, outcome: 'open', touches: 1 })
    expect(folded.decisions.filter((each) => each.fact === slip.id)).toEqual([])
  })

  it('of what made the lead qualify makes it an inquiry again, whoever had it', () => {
    const asked = form('0 10:00')
    const folded = foldOf(
      fact('0 09:00', 'event.attended', { name: 'fair' }),
      knownOwner('0 09:30'),
      asked,
      routedTo('0 10:00', ANA),
      retract('0 10:11', asked),
    )
    expect(folded.state.attempt).toMatchObject({ stage: 'inquiry', owner: null, clocks: [] })
  })

  it('of points takes them out of the score', () => {
    const one = form('0 10:00')
    const two = form('0 11:00')
    expect(foldOf(one, two, retract('0 12:00', two)).state.engagement).toBe(40)
  })
})
