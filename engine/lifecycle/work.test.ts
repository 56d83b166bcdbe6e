import { describe, expect, it, test } from 'vitest'
import type { Fact } from '../facts/fact.ts'
import type { FactData } from '../facts/kinds.ts'
import { fold } from './fold.ts'
import { refusalOf } from './refusal.ts'
import {
  AGREEMENT,
  ANA,
  all,
  call,
  clockNames,
  fact,
  form,
  inTurn,
  knownOwner,
  live,
  RUI,
  routedTo,
  when,
} from './story-for-test.ts'

const lead = (): Fact[] => [knownOwner('0 09:30'), form('0 10:00')]
const accepted = fact('0 10:10', 'lead.accepted', {})
const rejected = (reason: string, at = '0 10:10') => fact(at, 'lead.rejected', { reason })
const disqualified = (reason: string, more: Partial<FactData['lead.disqualified']> = {}, at = '0 12:00') =>
  fact(at, 'lead.disqualified', { reason, ...more })
const returned = fact('0 10:10', 'lead.returned', {})

describe('accepting', () => {
  it('gives the lead to sales', () => {
    expect(live([...lead(), accepted]).state.attempt).toMatchObject({ stage: 'accepted', team: 'sales', owner: ANA })
  })

  it('is implied by a touch, which names its evidence', () => {
    const folded = live([...lead(), call('0 10:20')])
    expect(folded.state.attempt).toMatchObject({ stage: 'accepted', touches: 1, firstTouchAt: when('0 10:20') })
    expect(all(folded, 'advanced').at(-1)?.data).toEqual({
      stage: 'accepted',
      isInferred: false,
      evidence: 'worked without a word',
    })
  })

  it('infers the stages passed over, at the moment of the evidence', () => {
    const { attempt } = live([...lead(), fact('0 10:20', 'deal.opened', { deal: 'd' })]).state
    expect(attempt?.marks.accepted).toEqual({ at: when('0 10:20'), isInferred: true })
    expect(attempt?.marks.contacted).toEqual({ at: when('0 10:20'), isInferred: true })
    expect(attempt?.marks.opportunity).toEqual({ at: when('0 10:20'), isInferred: false })
  })
})

describe('rejecting', () => {
  it('routes a misrouted lead again, to somebody else', () => {
    const folded = live([...lead(), rejected('misrouted')], { route: inTurn(ANA, RUI) })
    expect(folded.state.attempt).toMatchObject({
      stage: 'qualified',
      outcome: 'open',
      owner: RUI,
      team: 'marketing',
      reassignments: 0,
    })
    expect(all(folded, 'routing.asked').at(-1)?.data).toEqual({ why: 'misrouted', exclude: [ANA] })
    expect(clockNames(folded)).toEqual(['acceptance', 'first contact'])
  })

  it('sends an incomplete lead back to marketing, where it is held until somebody mends it', () => {
    const folded = live([...lead(), rejected('incomplete'), form('0 10:20')])
    expect(folded.state.attempt).toMatchObject({
      stage: 'inquiry',
      outcome: 'open',
      owner: null,
      team: 'marketing',
      isHeld: true,
    })
    expect(clockNames(folded)).toEqual([])
    const mended = live([...lead(), rejected('incomplete'), knownOwner('0 10:30')])
    expect(mended.state.attempt).toMatchObject({ stage: 'qualified', isHeld: false, number: 1 })
    expect(mended.state.attempt?.owner).not.toBeNull()
  })

  test.each(['duplicate', 'below'])('ends the attempt of a %s lead, and nothing brings it back by itself', (reason) => {
    const folded = live([...lead(), rejected(reason)], { until: '400 10:00' })
    expect(folded.state.attempt).toMatchObject({ outcome: 'rejected', reason, closedAt: when('0 10:10'), number: 1 })
    expect(folded.state.attempt?.closedWith?.grade).toBe('A2')
  })
})

describe('disqualifying', () => {
  const spoken = [...lead(), call('0 10:20', 'connected')]

  test.each([
    ['no need', '180 12:00'],
    ['unreachable', '30 12:00'],
  ])('plans the return after %s, and opens attempt 2 then', (reason, moment) => {
    const facts = [...spoken, disqualified(reason)]
    const closed = live(facts)
    expect(closed.state.attempt).toMatchObject({ outcome: 'recycled', reason })
    expect(all(closed, 'recycling.planned')[0]?.data.dueAt).toBe(when(moment))
    const back = live(facts, { until: when(moment) })
    expect(back.state.attempt).toMatchObject({ number: 2, outcome: 'open', openedAt: when(moment) })
    expect(all(back, 'opened').at(-1)?.data.from).toBe('recycling')
    expect(back.ended).toHaveLength(1)
  })

  it('plans the return for the date given', () => {
    const facts = [...spoken, disqualified('bad timing', { recycleAt: '2026-12-24T08:00:00Z' })]
    expect(live(facts, { until: '60 00:00' }).state.attempt).toMatchObject({
      number: 2,
      openedAt: Date.parse('2026-12-24T08:00:00Z'),
    })
  })

  it('ends it for good where the reason says so', () => {
    const folded = live([...spoken, disqualified('no fit')], { until: '900 10:00' })
    expect(folded.state.attempt).toMatchObject({ number: 1, outcome: 'disqualified', clocks: [] })
  })
})

describe('sending back', () => {
  it('holds the lead at marketing with no owner and no clock', () => {
    const folded = live([...lead(), accepted, fact('0 11:00', 'lead.returned', { note: 'no phone' })])
    expect(folded.state.attempt).toMatchObject({ stage: 'inquiry', owner: null, isHeld: true, team: 'marketing' })
    expect(all(folded, 'returned')[0]?.data).toEqual({ to: 'marketing', reason: 'no phone' })
    expect(clockNames(folded)).toEqual([])
  })
})

describe('what the agreement refuses', () => {
  const spoken = [...lead(), call('0 10:20', 'connected')]
  const tried = (times: number) => [...lead(), ...[20, 30, 40].slice(0, times).map((minute) => call(`0 10:${minute}`))]
  const won = [
    ...lead(),
    fact('0 10:20', 'deal.opened', { deal: 'd' }),
    fact('0 11:00', 'deal.won', { deal: 'd', proof: 'none' }),
  ]
  const deal = [...lead(), fact('0 10:20', 'deal.opened', { deal: 'd' })]
  test.each<[string, Fact[], Fact, string | null]>([
    ['to accept when there is no lead', [], accepted, 'no open lead'],
    ['to accept an inquiry', [form('0 10:00')], accepted, 'not qualified'],
    ['to accept twice', [...lead(), accepted], fact('0 11:00', 'lead.accepted', {}), 'already accepted'],
    ['not to accept a qualified lead', lead(), accepted, null],
    ['to reject when there is no lead', [], rejected('duplicate'), 'no open lead'],
    ['to reject an inquiry', [form('0 10:00')], rejected('duplicate'), 'not qualified'],
    ['to reject after a touch', tried(1), rejected('duplicate', '0 11:00'), 'already contacted'],
    ['to reject an opportunity', deal, rejected('duplicate', '0 11:00'), 'already contacted'],
    ['to reject for a reason nobody agreed on', lead(), rejected('ugly'), 'unknown reason'],
    ['not to reject after accepting, before contact', [...lead(), accepted], rejected('duplicate', '0 11:00'), null],
    ['to disqualify before any contact', lead(), disqualified('no fit'), 'not contacted'],
    ['not to disqualify after a conversation', spoken, disqualified('no fit'), null],
    ['to disqualify for a reason nobody agreed on', spoken, disqualified('ugly'), 'unknown reason'],
    ['to call somebody unreachable after 2 of 3 attempts', tried(2), disqualified('unreachable'), 'too few attempts'],
    ['not after 3 of 3', tried(3), disqualified('unreachable'), null],
    ['to call data wrong without trying them', lead(), disqualified('wrong data'), 'too few attempts'],
    ['not after one attempt', tried(1), disqualified('wrong data'), null],
    ['to plan a return without a date', spoken, disqualified('bad timing'), 'date needed'],
    [
      'to plan a return in the past',
      spoken,
      disqualified('bad timing', { recycleAt: '2026-11-01T00:00:00Z' }),
      'date needed',
    ],
    ['to send back an inquiry', [form('0 10:00')], returned, 'not qualified'],
    ['to send back what nobody has', [], returned, 'no open lead'],
    ['to open a deal without a lead', [], fact('0 10:00', 'deal.opened', { deal: 'd' }), 'no open lead'],
    [
      'to move a deal nobody knows',
      lead(),
      fact('0 11:00', 'deal.moved', { deal: 'x', stage: 'offer' }),
      'unknown deal',
    ],
    ['to lose a deal that is won', won, fact('0 12:00', 'deal.lost', { deal: 'd', reason: 'price' }), 'deal is closed'],
    [
      'to open a closed deal again',
      [...won, form('1 10:00')],
      fact('1 12:00', 'deal.opened', { deal: 'd' }),
      'deal is closed',
    ],
    ['nothing that was told afterwards', [], fact('0 10:10', 'lead.accepted', {}, { isHistory: true }), null],
  ])('%s', (_what, before, one, code) => {
    const folded = live(before)
    expect(refusalOf(AGREEMENT, folded.state, one)?.code ?? null).toBe(code)
    if (code === null) return
    // Recorded all the same, it changes nothing but the place in the story.
    const after = fold(() => AGREEMENT, [...folded.facts, one])
    const { lastFact: _before, ...was } = folded.state
    const { lastFact: _after, ...is } = after.state
    expect(is).toEqual(was)
    expect(all(after, 'ignored')).toHaveLength(1)
  })
})

describe('by hand', () => {
  it('a manager may give an inquiry to a seller: it counts as qualified', () => {
    const folded = live([form('0 10:00'), routedTo('0 10:10', RUI, { why: 'by hand' })])
    expect(folded.state.attempt).toMatchObject({ stage: 'qualified', owner: RUI })
    expect(clockNames(folded)).toEqual(['acceptance', 'first contact'])
  })

  it('a stage recorded by hand stops what is owed no more and starts what is owed now', () => {
    const folded = live([...lead(), fact('0 10:10', 'stage.recorded', { stage: 'contacted', owner: RUI })])
    expect(folded.state.attempt).toMatchObject({ stage: 'contacted', owner: RUI, team: 'sales' })
    expect(clockNames(folded)).toEqual(['verdict'])
  })
})
