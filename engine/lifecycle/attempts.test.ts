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
  knownOwner,
  live,
  routedTo,
} from './story-for-test.ts'

const foldOf = (...facts: Fact[]) => fold(() => AGREEMENT, facts)
const touch = (channel: string) => ({ channel, origin: null, campaign: null, landingPage: null })

describe('opening', () => {
  test.each<[string, Fact, number]>([
    ['a form opens an attempt', fact('0 10:00', 'form.submitted', { name: 'x' }), 1],
    ['a reply opens an attempt', fact('0 10:00', 'email.replied', {}), 1],
    ['an answered letter opens an attempt', fact('0 10:00', 'letter.answered', {}), 1],
    ['an event attended opens an attempt', fact('0 10:00', 'event.attended', { name: 'fair' }), 1],
    ['a call received opens an attempt', fact('0 10:00', 'call.received', {}), 1],
    ['a referral opens an attempt', fact('0 10:00', 'referral.made', {}), 1],
    ['a lead recorded elsewhere opens an attempt', fact('0 10:00', 'lead.recorded', {}), 1],
    [
      'a person with an address opens an attempt',
      fact('0 10:00', 'person.identified', { person: { email: 'a@b.example' } }),
      1,
    ],
    ['a person with a phone opens an attempt', fact('0 10:00', 'person.identified', { person: { phone: '+331' } }), 1],
    ['a name alone opens nothing', fact('0 10:00', 'person.identified', { person: { name: 'Vera' } }), 0],
    ['a page read opens nothing', fact('0 10:00', 'page.viewed', { path: '/' }), 0],
    ['a letter sent opens nothing', fact('0 10:00', 'letter.sent', {}), 0],
    ['an opened e-mail opens nothing', fact('0 10:00', 'email.opened', {}), 0],
    ['a note opens nothing', fact('0 10:00', 'note.written', { text: 'x' }), 0],
    ['a won deal opens an attempt, and ends it', fact('0 10:00', 'deal.won', { deal: 'd', proof: 'none' }), 1],
    [
      'a deal lost elsewhere opens an attempt, and ends it',
      fact('0 10:00', 'deal.lost', { deal: 'd', reason: 'price' }, { isHistory: true }),
      1,
    ],
  ])('%s', (_what, one, attempts) => {
    expect(foldOf(one).state.pastAttempts).toBe(attempts)
  })

  it('gives the attempt the place the person came from, even when it was told later', () => {
    const at = (one: Fact) =>
      foldOf(one, fact('0 11:00', 'page.viewed', { path: '/' }, { touch: touch('late') })).state.attempt?.touch.channel
    expect(at(form('0 10:00', { touch: touch('search') }))).toBe('search')
    expect(at(form('0 10:00'))).toBe('late')
  })
})

describe('coming back', () => {
  const first = [
    knownOwner('0 09:30'),
    form('0 10:00', { touch: touch('search') }),
    call('0 10:20', 'connected'),
    fact('0 10:30', 'lead.disqualified', { reason: 'no fit' }),
  ]

  it('opens attempt 2 and changes nothing of attempt 1', () => {
    const before = live(first)
    const after = live([...first, form('9 10:00', { touch: touch('mail') })])
    expect(after.ended).toEqual([before.state.attempt])
    expect(after.state.attempt).toMatchObject({ number: 2, touches: 0, firstTouchAt: null, touch: { channel: 'mail' } })
    expect(all(after, 'opened').map((each) => each.data.from)).toEqual(['first contact', 'return'])
  })

  it('does not open one for a page read, a note or an opened e-mail', () => {
    const after = live([
      ...first,
      fact('9 10:00', 'page.viewed', { path: '/pricing' }),
      fact('9 10:01', 'note.written', { text: 'x' }),
      fact('9 10:02', 'email.opened', {}),
    ])
    expect(after.state.attempt).toMatchObject({ number: 1, outcome: 'disqualified' })
  })

  it('does not open one for a record imported of a lead that is over', () => {
    expect(live([...first, fact('9 10:00', 'lead.recorded', {})]).state.pastAttempts).toBe(1)
  })

  it('stops the recycling clock of the attempt that is over', () => {
    const recycled = [
      ...first.slice(0, 3),
      fact('0 10:30', 'lead.disqualified', { reason: 'no need' }),
      form('9 10:00'),
    ]
    const after = live(recycled)
    expect(all(after, 'clock.stopped').at(-1)).toMatchObject({
      attempt: 1,
      data: { clock: 'recycling', by: 'the person came back' },
    })
    expect(after.ended[0]).toMatchObject({ outcome: 'recycled', clocks: [] })
    expect(after.state.attempt?.number).toBe(2)
  })
})

describe('silence', () => {
  const opened = [knownOwner('0 09:30'), form('0 10:00'), call('0 10:20'), fact('0 10:30', 'lead.returned', {})]
  test.each<[string, Fact[], number]>([
    ['a person silent for longer than the agreement says starts anew', [form('181 10:00')], 2],
    ['a person silent for less continues', [form('179 10:00')], 1],
    ['a page read breaks the silence', [fact('100 10:00', 'page.viewed', { path: '/' }), form('181 10:00')], 1],
    [
      'a note of the seller breaks the silence',
      [fact('100 10:00', 'note.written', { text: 'x' }), form('181 10:00')],
      1,
    ],
    [
      'a mailing sent by a program does not break it',
      [fact('100 10:00', 'email.sent', { isAutomatic: true }), form('181 10:00')],
      2,
    ],
    ['silence alone ends nothing', [fact('400 10:00', 'page.viewed', { path: '/' })], 1],
  ])('%s', (_what, more, attempts) => {
    const after = live([...opened, ...more])
    expect(after.state.pastAttempts).toBe(attempts)
    expect(after.ended.map((each) => each.outcome)).toEqual(attempts === 2 ? ['expired'] : [])
  })

  it('never ends a lead when the agreement speaks of no silence', () => {
    const agreement = agreementWith(['returns: { stale_after: 180 days }', ''])
    expect(live([...opened, form('900 10:00')], { agreement }).state.pastAttempts).toBe(1)
  })
})

describe('qualifying', () => {
  test.each<[string, Fact[], string | null]>([
    ['who asks for a call qualifies by Q1', [fact('0 10:00', 'form.submitted', { name: 'x', wantsCall: true })], 'Q1'],
    ['grade A2 qualifies by Q2', [knownOwner('0 09:59'), form('0 10:00')], 'Q2'],
    [
      'of two clauses that hold the first is named',
      [knownOwner('0 09:59'), fact('0 10:00', 'form.submitted', { name: 'x', wantsCall: true })],
      'Q1',
    ],
    ['interest without fit does not qualify', [form('0 10:00'), form('0 10:01')], null],
    ['fit without interest does not qualify', [knownOwner('0 10:00')], null],
  ])('%s', (_what, facts, clause) => {
    const folded = foldOf(...facts)
    expect(all(folded, 'qualified').map((each) => each.clause)).toEqual(clause === null ? [] : [clause])
    expect(folded.state.attempt?.awaiting?.clause ?? null).toBe(clause)
  })

  it('is decided once, on the facts of its ledger', () => {
    const asked = form('0 10:00')
    const folded = live([knownOwner('0 09:59'), asked, form('0 10:05'), form('0 10:06')])
    expect(all(folded, 'qualified')).toHaveLength(1)
    expect(all(folded, 'qualified')[0]?.data.ledger).toEqual([asked.id])
  })

  it('keeps the owner who was chosen by hand before', () => {
    const folded = foldOf(
      fact('0 10:00', 'form.submitted', { name: 'x' }),
      routedTo('0 10:05', ANA, { why: 'by hand' }),
      knownOwner('0 10:10'),
    )
    expect(folded.state.attempt).toMatchObject({ stage: 'qualified', owner: ANA, awaiting: null })
    expect(clockNames(folded)).toEqual(['acceptance', 'first contact'])
  })
})
