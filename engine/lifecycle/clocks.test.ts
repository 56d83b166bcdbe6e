import { describe, expect, it, test } from 'vitest'
import type { Fact } from '../facts/fact.ts'
import { fold } from './fold.ts'
import {
  AGREEMENT,
  ANA,
  agreementWith,
  all,
  call,
  clockNames,
  fact,
  form,
  inTurn,
  knownOwner,
  lines,
  live,
  RUI,
  routedTo,
  told,
  when,
  ZOE,
} from './story-for-test.ts'

/** Qualifies on Monday at 10:00 with grade A2, and is routed at once. */
const lead = (): Fact[] => [knownOwner('0 09:30'), form('0 10:00')]
const accepted = (at = '0 10:10') => fact(at, 'lead.accepted', {})
const due = (folded: ReturnType<typeof live>, name: string) => {
  const clock = folded.state.attempt?.clocks.find((each) => each.name === name)
  return clock === undefined ? null : told(clock.dueAt)
}

describe('the promises of sales', () => {
  test.each<[string, Fact[], string[]]>([
    ['an inquiry owes nothing', [form('0 10:00')], []],
    ['a lead handed over owes acceptance and first contact', lead(), ['acceptance', 'first contact']],
    ['an accepted lead owes first contact and attempts', [...lead(), accepted()], ['attempts', 'first contact']],
    ['a first attempt keeps first contact and counts as acceptance', [...lead(), call('0 10:20')], ['attempts']],
    ['an e-mail sent by hand does too', [...lead(), fact('0 10:20', 'email.sent', {})], ['attempts']],
    ['a message sent by hand does too', [...lead(), fact('0 10:20', 'message.sent', {})], ['attempts']],
    [
      'an e-mail sent by a program stops nothing',
      [...lead(), fact('0 10:20', 'email.sent', { isAutomatic: true })],
      ['acceptance', 'first contact'],
    ],
    [
      'a message sent by a program stops nothing',
      [...lead(), fact('0 10:20', 'message.sent', { isAutomatic: true })],
      ['acceptance', 'first contact'],
    ],
    [
      'a note stops nothing',
      [...lead(), fact('0 10:20', 'note.written', { text: 'x' })],
      ['acceptance', 'first contact'],
    ],
    [
      'a page read stops nothing',
      [...lead(), fact('0 10:20', 'page.viewed', { path: '/' })],
      ['acceptance', 'first contact'],
    ],
    ['a conversation owes a verdict', [...lead(), call('0 10:20', 'connected')], ['verdict']],
    ['a meeting held owes a verdict', [...lead(), fact('0 10:20', 'meeting.held', {})], ['verdict']],
    [
      'a reply before any touch is no conversation',
      [...lead(), fact('0 10:20', 'email.replied', {})],
      ['acceptance', 'first contact'],
    ],
    [
      'a reply after a touch owes a verdict, and the attempts are kept',
      [...lead(), fact('0 10:20', 'email.sent', {}), fact('0 11:00', 'email.replied', {})],
      ['verdict'],
    ],
    [
      'all promised attempts without reaching anybody owe a verdict too',
      [...lead(), call('0 10:20'), call('0 10:30'), call('0 10:40')],
      ['verdict'],
    ],
    ['a deal owes a next step', [...lead(), fact('0 10:20', 'deal.opened', { deal: 'd' })], ['next step']],
    [
      'a lead they had spoken with before it qualified owes a verdict once accepted',
      [fact('0 09:00', 'call.received', {}, { actor: ANA }), ...lead(), accepted()],
      ['verdict'],
    ],
    ['a closed lead owes nothing', [...lead(), fact('0 10:20', 'lead.rejected', { reason: 'duplicate' })], []],
  ])('%s', (_what, facts, clocks) => {
    expect(clockNames(live(facts))).toEqual(clocks)
  })

  test.each<[string, Fact[], string, string]>([
    ['acceptance is due in the working time of the agreement', lead(), 'acceptance', '0 15:00'],
    ['the first contact by the letter of the grade, else otherwise', lead(), 'first contact', '1 10:00'],
  ])('%s', (_what, facts, name, moment) => {
    expect(due(live(facts), name)).toBe(moment)
  })

  test.each([
    ['A1', '0 10:30'],
    ['B1', '0 12:00'],
    ['C1', '1 10:00'],
  ])('the first contact with a lead of grade %s is due at %s', (grade, moment) => {
    const employees = grade === 'C1' ? undefined : 80
    const person = { A1: { role: 'owner' }, B1: {}, C1: { phone: '+33140000000' } }[grade] ?? {}
    const facts = [
      fact('0 09:58', 'person.identified', { person, account: { employees } }),
      fact('0 10:00', 'form.submitted', { name: 'x', wantsCall: true }),
      fact('0 10:00', 'email.replied', {}),
    ]
    const folded = live(facts)
    const known = fold(() => AGREEMENT, [...facts, routedTo('0 10:00', ANA)])
    expect(known.state.grade).toBe(grade)
    expect(told(known.state.attempt?.clocks.find((each) => each.name === 'first contact')?.dueAt ?? 0)).toBe(moment)
    expect(folded.state.attempt?.owner).toBe(ANA)
  })

  it('starts none that the agreement does not promise', () => {
    const agreement = agreementWith([
      '  S2: { first_contact: { A1: 30 working minutes, B: 2 working hours, otherwise: 1 working day } }\n',
      '',
    ])
    expect(clockNames(live(lead(), { agreement }))).toEqual(['acceptance'])
  })

  it('tells whether a promise was kept, in real and in working time', () => {
    const [kept] = all(live([...lead(), accepted('0 14:00')]), 'clock.stopped')
    expect(kept?.data).toMatchObject({ clock: 'acceptance', by: 'accepted', isKept: true, workedMs: 3 * 3_600_000 - 1 })
    expect(kept?.data.tookMs).toBe(4 * 3_600_000 - 1)
  })

  it('starts the next step anew with every touch and every move of the deal', () => {
    const deal = [...lead(), fact('0 10:20', 'deal.opened', { deal: 'd' })]
    expect(due(live(deal), 'next step')).toBe('14 10:20')
    expect(due(live([...deal, call('1 10:00', 'connected')]), 'next step')).toBe('15 10:00')
    expect(due(live([...deal, fact('2 10:00', 'deal.moved', { deal: 'd', stage: 'offer' })]), 'next step')).toBe(
      '16 10:00',
    )
    expect(due(live([...deal, fact('2 10:00', 'page.viewed', { path: '/' })]), 'next step')).toBe('14 10:20')
    const stopped = all(live([...deal, call('1 10:00', 'connected')]), 'clock.stopped').at(-1)
    expect(stopped?.data).toMatchObject({ clock: 'next step', isKept: true })
  })
})

describe('running late', () => {
  it('warns, breaches, looks for somebody else, and tells', () => {
    const folded = live(lead(), { until: '1 13:00', route: (exclude) => (exclude.length === 0 ? ANA : null) })
    expect(
      lines(folded, 'clock.warned', 'clock.breached', 'routing.asked', 'unroutable', 'escalated', 'reassigned'),
    ).toEqual([
      '0 10:00 routing.asked',
      '0 12:00 clock.warned acceptance',
      '0 15:00 clock.breached acceptance',
      '0 15:00 clock.warned first contact',
      '0 16:00 routing.asked',
      '0 16:00 unroutable',
      '1 10:00 escalated acceptance',
      '1 10:00 clock.breached first contact',
      '1 11:00 routing.asked',
      '1 11:00 unroutable',
    ])
    expect(folded.state.attempt?.owner).toBe(ANA)
  })

  it('reassigns at most as often as agreed, each time to somebody else, and then keeps the owner', () => {
    const folded = live(lead(), { until: '9 18:00', route: inTurn(ANA, RUI, ZOE) })
    expect(all(folded, 'reassigned').map((each) => [each.data.from, each.data.to])).toEqual([
      [ANA, RUI],
      [RUI, ZOE],
    ])
    expect(folded.state.attempt).toMatchObject({ owner: ZOE, reassignments: 2 })
  })

  it('gives the new owner every promise of the stage anew', () => {
    const folded = live([...lead(), accepted()], { until: '1 12:00' })
    expect(all(folded, 'reassigned')).toHaveLength(1)
    expect(clockNames(folded)).toEqual(['attempts', 'first contact'])
    const spoken = [...lead(), call('0 10:20', 'connected')]
    expect(clockNames(live([...spoken, routedTo('0 11:00', RUI, { why: 'by hand' })]))).toEqual(['verdict'])
    const deal = [...lead(), fact('0 10:20', 'deal.opened', { deal: 'd' })]
    expect(clockNames(live([...deal, routedTo('0 11:00', RUI, { why: 'by hand' })]))).toEqual(['next step'])
  })

  it('reassigns a lead that was sent back, qualified again and is not taken, though it was touched before', () => {
    const folded = live([...lead(), call('0 10:20'), fact('0 10:30', 'lead.returned', {}), knownOwner('0 10:40')], {
      until: '0 17:00',
      route: inTurn(ANA, RUI, ZOE),
    })
    expect(all(folded, 'reassigned')).toHaveLength(1)
  })

  it('stays breached, and tells, when work comes late', () => {
    const folded = live([...lead(), call('3 10:00')], { route: (exclude) => (exclude.length === 0 ? ANA : null) })
    const stopped = all(folded, 'clock.stopped').filter((each) => each.at === when('3 10:00'))
    expect(stopped.map((each) => [each.data.clock, each.data.isKept])).toEqual([
      ['first contact', false],
      ['acceptance', false],
    ])
    expect(lines(folded, 'escalated')).toHaveLength(2)
  })

  it('tells a broken promise once, even when the work was recorded before the timer looked', () => {
    const facts = [...lead(), routedTo('0 10:01', ANA), call('0 15:30')]
    const folded = fold(() => AGREEMENT, facts)
    expect(all(folded, 'clock.breached').map((each) => each.data.clock)).toEqual(['acceptance'])
    const struck = fact('0 15:01', 'clock.struck', { attempt: 1, clock: 'acceptance', startedAt: when('0 10:01') })
    const later = fold(() => AGREEMENT, [...facts, struck])
    expect(all(later, 'clock.breached').map((each) => told(each.at))).toEqual(['0 15:01'])
  })

  it('does nothing at the strike of a clock that stopped or started anew', () => {
    const struck = fact('0 15:01', 'clock.struck', { attempt: 1, clock: 'acceptance', startedAt: when('0 10:01') })
    const folded = fold(() => AGREEMENT, [...lead(), routedTo('0 10:01', ANA), call('0 10:05'), struck])
    expect(all(folded, 'clock.breached')).toEqual([])
    expect(folded.decisions.filter((each) => each.fact === struck.id)).toEqual([])
  })
})

describe('with nobody free', () => {
  it('parks the lead, raises the alarm, and tries again until somebody is', () => {
    const folded = live(lead(), { until: '0 14:01', route: (_exclude, at) => (at < when('0 13:45') ? null : RUI) })
    expect(lines(folded, 'unroutable', 'escalated', 'routed')).toEqual([
      '0 10:00 unroutable',
      '0 11:00 escalated parking',
      '0 11:00 unroutable',
      '0 12:00 escalated parking',
      '0 12:00 unroutable',
      '0 14:00 escalated parking',
      '0 14:00 routed',
    ])
    expect(folded.state.attempt?.owner).toBe(RUI)
    expect(clockNames(folded)).toEqual(['acceptance', 'first contact'])
  })

  it('is over when somebody takes the lead on their own', () => {
    const folded = live([...lead(), accepted('0 10:30')], { route: () => null, until: '0 13:00' })
    expect(folded.state.attempt?.owner).toBe(ANA)
    expect(clockNames(folded)).toEqual(['attempts', 'first contact'])
    expect(lines(folded, 'escalated')).toEqual([])
  })

  it('goes on when the lead was worked by nobody in particular', () => {
    const folded = live([...lead(), fact('0 10:20', 'call.made', { outcome: 'no answer' }, { actor: null })], {
      route: () => null,
    })
    expect(folded.state.attempt).toMatchObject({ stage: 'accepted', owner: null })
    expect(clockNames(folded)).toEqual(['parking'])
    const later = live([...lead(), fact('0 10:20', 'call.made', { outcome: 'no answer' }, { actor: null })], {
      until: '0 12:00',
      route: (_exclude, at) => (at < when('0 10:30') ? null : RUI),
    })
    expect(later.state.attempt?.owner).toBe(RUI)
    expect(clockNames(later)).toEqual(['attempts'])
  })

  it('is over when a deal is opened', () => {
    const folded = live([...lead(), fact('0 10:20', 'deal.opened', { deal: 'd', closer: RUI })], {
      route: () => null,
      until: '2 10:00',
    })
    expect(folded.state.attempt?.owner).toBe(RUI)
    expect(all(folded, 'escalated')).toEqual([])
  })
})

describe('the calendar of the owner', () => {
  const block = [{ fromMinute: 540, toMinute: 720 }]
  const mornings = (away: { from: number; to: number }[] = []) => ({
    zone: 'Europe/Paris',
    hours: { mon: block, tue: block, wed: block, thu: block, fri: block, sat: [], sun: [] },
    holidays: [],
    away,
  })
  const change = (at: string, calendar: ReturnType<typeof mornings>, owner = ANA) =>
    fact(at, 'owner.calendar_changed', { owner, calendar })

  it('counts for the clocks of their leads', () => {
    const folded = fold(() => AGREEMENT, [...lead(), routedTo('0 10:00', ANA, { calendar: mornings() })])
    expect(told(folded.state.attempt?.clocks[0]?.dueAt ?? 0)).toBe('1 11:00')
  })

  it('moves what has not run out when it changes, keeping the start', () => {
    const folded = live([...lead(), change('0 10:30', mornings())])
    expect(due(folded, 'acceptance')).toBe('1 11:00')
    expect(folded.state.attempt?.clocks.map((clock) => clock.startedAt)).toEqual([
      when('0 10:00') + 1,
      when('0 10:00') + 1,
    ])
    expect(due(live([...lead(), change('0 10:30', mornings(), RUI)]), 'acceptance')).toBe('0 15:00')
  })

  it('keeps the term that was promised when the clock started, whatever became of the grade', () => {
    const before = live([...lead(), form('0 10:05'), change('0 10:30', mornings())])
    expect(before.state.grade).toBe('A1')
    expect(due(before, 'first contact')).not.toBe('0 10:30')
  })

  it('warns once', () => {
    const folded = live([...lead(), change('0 12:15', mornings())], {
      until: '1 12:00',
      route: (exclude) => (exclude.length === 0 ? ANA : null),
    })
    expect(lines(folded, 'clock.warned').filter((line) => line.endsWith('acceptance'))).toHaveLength(1)
    expect(lines(folded, 'clock.breached').filter((line) => line.endsWith('acceptance'))).toEqual([
      '1 11:00 clock.breached acceptance',
    ])
  })

  it('breaks at once a promise that had run out by the new calendar', () => {
    const gone = mornings([{ from: when('0 10:30'), to: when('2 00:00') }])
    const full = AGREEMENT.calendar
    const back = {
      ...full,
      hours: JSON.parse(JSON.stringify(full.hours)),
      holidays: [],
      away: [],
    } as unknown as ReturnType<typeof mornings>
    const folded = live([...lead(), change('0 10:20', gone), change('1 12:00', back)], {
      until: '1 12:01',
      route: (exclude) => (exclude.length === 0 ? ANA : null),
    })
    expect(lines(folded, 'clock.breached')).toEqual([
      '1 12:00 clock.breached acceptance',
      '1 12:00 clock.breached first contact',
    ])
  })
})
