import { describe, expect, it } from 'vitest'
import { FACT_KINDS, type FactData, type FactKind } from '../facts/kinds.ts'
import { ANA, all, clockNames, fact, form, knownOwner, live, RUI, routedTo } from './story-for-test.ts'

const FEEDBACK = '00000000-0000-7000-8000-0000000000f1'
const calendar = { zone: 'Europe/Paris', holidays: [], away: [] }
const block = [{ fromMinute: 540, toMinute: 720 }]
const hours = { mon: block, tue: block, wed: block, thu: block, fri: block, sat: [], sun: [] }

/** One of every kind, as it may come to a lead of Ana that waits for its first contact. */
const ONE: { [K in FactKind]?: FactData[K] } = {
  'person.identified': { person: { title: 'Boss' } },
  'consent.given': { purpose: 'mail' },
  'consent.withdrawn': { purpose: 'mail' },
  'people.merged': { from: '00000000-0000-7000-8000-000000000009', merge: '00000000-0000-7000-8000-00000000000a' },
  'merge.undone': { merge: '00000000-0000-7000-8000-00000000000a', person: '00000000-0000-7000-8000-000000000009' },
  'page.viewed': { path: '/pricing' },
  'form.submitted': { name: 'demo' },
  'event.tracked': { name: 'download' },
  'email.opened': { name: 'newsletter' },
  'email.clicked': { name: 'newsletter' },
  'email.replied': {},
  'email.auto_replied': {},
  'email.bounced': { how: 'soft' },
  'letter.sent': { name: 'spring' },
  'letter.answered': {},
  'event.attended': { name: 'fair' },
  'call.received': {},
  'referral.made': {},
  'lead.recorded': {},
  'lead.accepted': {},
  'lead.rejected': { reason: 'duplicate' },
  'lead.disqualified': { reason: 'no fit' },
  'lead.returned': {},
  'lead.escalated': { note: 'What now?' },
  'escalation.answered': { note: 'Go on.' },
  'lead.assigned': { to: RUI, note: 'You speak Portuguese.', calendar: null },
  'call.made': { outcome: 'no answer' },
  'call.answered': {},
  'conversation.recorded': { conversation: FEEDBACK, how: 'call' },
  'email.sent': {},
  'message.sent': {},
  'meeting.booked': {},
  'meeting.moved': { meeting: FEEDBACK, startsAt: '2026-01-05T10:00:00Z', by: 'us' },
  'meeting.cancelled': { meeting: FEEDBACK, by: 'guest' },
  'meeting.missed': {},
  'meeting.held': {},
  'note.written': { text: 'x' },
  'need.stated': { need: 'speed', isKnown: true },
  'need.judged': { need: '00000000-0000-4000-8000-000000000001', verdict: 'confirmed' },
  'feedback.given': { about: 'spring', verdict: 'bad' },
  'feedback.answered': { feedback: FEEDBACK, text: 'Thanks' },
  'feedback.closed': { feedback: FEEDBACK },
  'feedback.reopened': { feedback: FEEDBACK, note: 'x' },
  'deal.opened': { deal: 'd1' },
  'deal.changed': { deal: 'd1', amountCents: 1 },
  'deal.moved': { deal: 'd1', stage: 'talks' },
  'deal.won': { deal: 'd1', proof: 'none' },
  'contract.signed': { deal: 'd1' },
  'payment.received': { deal: 'd1' },
  'deal.lost': { deal: 'd1', reason: 'price' },
  'deal.undecided': { deal: 'd1', reason: 'priorities' },
  'deal.explained': { deal: 'd1', reason: 'price', saidBy: 'buyer' },
  'deal.reopened': { deal: 'd1' },
  'owner.calendar_changed': { owner: ANA, calendar: { ...calendar, hours } },
  'clock.struck': { attempt: 1, clock: 'first contact', startedAt: 0 },
  'agreement.changed': { version: 1 },
}

/** What reaches out, what says what becomes of the lead, and what gives it to somebody else; the clock of whoever gets it starts anew. */
const STOPS: readonly FactKind[] = [
  'call.made',
  'call.answered',
  'email.sent',
  'message.sent',
  'meeting.booked',
  'meeting.held',
  'lead.rejected',
  'lead.returned',
  'lead.assigned',
  'deal.opened',
  'deal.won',
  'contract.signed',
  'payment.received',
]

function stopped(kind: FactKind, data: object, more: { actor?: string | null } = {}): boolean {
  const one = fact('0 09:10', kind, data as never, more)
  const folded = live([knownOwner('0 09:00'), form('0 09:01'), routedTo('0 09:02', ANA), one], { route: () => ANA })
  return all(folded, 'clock.stopped').some(
    (each) =>
      (each.data.clock === 'first contact' && each.fact === one.id && each.data.by !== 'handed over') ||
      (each.data.clock === 'first contact' && each.fact === one.id && kind === 'lead.assigned'),
  )
}

describe('the clock of the first contact', () => {
  it('knows every kind of fact', () => {
    const untold = Object.keys(FACT_KINDS).filter((kind) => !Object.hasOwn(ONE, kind))
    // These are made by the product or by an import, and move the lead by themselves; other tests tell of them.
    expect(
      untold.filter((kind) => !['lead.routed', 'stage.recorded', 'fact.retracted', 'owner.left'].includes(kind)),
    ).toEqual([])
  })

  for (const [kind, data] of Object.entries(ONE) as [FactKind, object][]) {
    const stops = STOPS.includes(kind)
    it(`${stops ? 'stops on' : 'runs on after'} ${kind}`, () => {
      expect(stopped(kind, data)).toBe(stops)
    })
  }

  it.each<[string, FactKind, object, string | null]>([
    ['a mail a program of sales sent', 'email.sent', { isAutomatic: true }, ANA],
    ['a mail a program of marketing sent', 'email.sent', { isAutomatic: true, subject: 'Our newsletter' }, null],
    ['a mail nobody is named for', 'email.sent', { subject: 'Thank you for your interest' }, null],
    ['an automatic message', 'message.sent', { isAutomatic: true, network: 'whatsapp' }, ANA],
    ['a message nobody is named for', 'message.sent', {}, null],
    ['a call they made that nobody took', 'call.received', {}, null],
    ['a mail they opened', 'email.opened', { name: 'offer' }, null],
  ])('runs on after %s', (_, kind, data, actor) => {
    expect(stopped(kind, data, { actor })).toBe(false)
  })

  it.each<[string, FactKind, object]>([
    ['a call', 'call.made', { outcome: 'voicemail' }],
    ['a mail written by hand', 'email.sent', {}],
    ['a call taken', 'call.received', {}],
  ])('stops on %s by a colleague of the same side', (_, kind, data) => {
    expect(stopped(kind, data, { actor: RUI })).toBe(true)
  })

  it('stops for a disposition after a conversation', () => {
    const spoke = fact('0 09:10', 'call.made', { outcome: 'connected' })
    const folded = live([
      knownOwner('0 09:00'),
      form('0 09:01'),
      routedTo('0 09:02', ANA),
      spoke,
      fact('0 09:20', 'lead.disqualified', { reason: 'no fit' }),
    ])
    expect(clockNames(folded)).toEqual([])
    expect(folded.state.attempt?.outcome).toBe('disqualified')
  })
})
