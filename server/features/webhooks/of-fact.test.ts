import { FACT_DATA, type FactKind } from '@ensemble/engine/facts/kinds.ts'
import { describe, expect, it } from 'vitest'
import type { Story } from '../facts/story.ts'
import { WEBHOOK_KINDS } from './kinds.ts'
import { ofFact } from './of-fact.ts'

type Fact = Story['newFacts'][number]['fact']
const ID = '01936c2e-0000-7000-8000-0000000000f1'
const PRIVATE = 'PRIVATE WORDS'

/** Everything that can be known of each kind, with words in every place that holds what people wrote or are called. */
const FULL: Partial<Record<FactKind, Record<string, unknown>>> = {
  'call.made': { outcome: 'connected', durationS: 60, note: PRIVATE, words: PRIVATE, heardOfUs: 'yes' },
  'call.received': { durationS: 60, note: PRIVATE, call: 'c1', line: PRIVATE },
  'call.answered': {
    durationS: 60,
    note: PRIVATE,
    call: 'c1',
    words: PRIVATE,
    recordingUrl: `https://x.example/${encodeURI(PRIVATE)}`,
  },
  'conversation.recorded': { conversation: ID, how: 'call', title: PRIVATE, durationS: 60, prospectShare: 0.6 },
  'meeting.booked': { startsAt: '2026-01-01T10:00:00Z', note: PRIVATE, name: PRIVATE, meeting: ID, by: 'guest' },
  'meeting.moved': { meeting: ID, startsAt: '2026-01-01T10:00:00Z', by: 'us', note: PRIVATE },
  'meeting.cancelled': { meeting: ID, by: 'guest', note: PRIVATE },
  'meeting.missed': { meeting: ID, note: PRIVATE },
  'meeting.held': { meeting: ID, note: PRIVATE, nextStep: PRIVATE, talkShare: 0.4 },
  'email.sent': { subject: PRIVATE, note: PRIVATE, mail: ID, message: PRIVATE },
  'email.replied': { text: PRIVATE, subject: PRIVATE, mail: ID },
  'email.auto_replied': { text: PRIVATE, subject: PRIVATE, mail: ID },
  'email.bounced': { how: 'hard', address: PRIVATE, why: PRIVATE, subject: PRIVATE, mail: ID },
  'need.stated': { need: PRIVATE, isKnown: true, quote: PRIVATE, topic: 'price', id: ID },
  'need.judged': {
    need: ID,
    verdict: 'resolved',
    quote: PRIVATE,
    note: PRIVATE,
    by: { kind: 'product', name: PRIVATE },
  },
  'consent.given': { purpose: 'marketing-email', proof: PRIVATE },
  'consent.withdrawn': { purpose: 'marketing-email' },
  'people.merged': { from: ID, merge: ID, name: PRIVATE },
  'feedback.given': { about: 'leads', verdict: 'bad', text: PRIVATE },
  'lead.accepted': { note: PRIVATE },
  'lead.rejected': { reason: 'no budget', note: PRIVATE },
  'lead.disqualified': { reason: 'no budget', note: PRIVATE, competitor: PRIVATE },
  'deal.opened': { deal: 'd1', name: PRIVATE, amountCents: 100, currency: 'EUR', need: PRIVATE, nextStep: PRIVATE },
  'deal.changed': { deal: 'd1', name: PRIVATE, note: PRIVATE, closeDate: null },
  'deal.moved': { deal: 'd1', stage: 'Offer', override: PRIVATE },
  'deal.won': { deal: 'd1', proof: 'contract', note: PRIVATE, override: PRIVATE, competitor: PRIVATE },
  'deal.lost': { deal: 'd1', reason: 'price', note: PRIVATE, competitor: PRIVATE, saidBy: 'buyer' },
  'deal.undecided': { deal: 'd1', reason: 'no decision', note: PRIVATE },
  'deal.explained': { deal: 'd1', reason: 'price', note: PRIVATE, saidBy: 'survey' },
  'deal.reopened': { deal: 'd1', stage: 'Offer', note: PRIVATE },
  'contract.signed': { deal: 'd1', signedBy: PRIVATE, signatories: [PRIVATE] },
  'payment.received': { deal: 'd1', amountCents: 5, reference: PRIVATE },
}

function factOf(kind: FactKind, data: Record<string, unknown>): Fact {
  expect(FACT_DATA[kind].safeParse(data).success).toBe(true)
  // The shapes were checked just now; one fact of each kind cannot be written out as a union.
  return { id: ID, kind, at: 0, actor: null, isHistory: false, data } as unknown as Fact
}

const ofFacts = WEBHOOK_KINDS.filter((kind): kind is FactKind & typeof kind => kind in FACT_DATA)

describe('what receivers are told of facts', () => {
  it.each(ofFacts.map((kind) => [kind]))('%s is told, without what people wrote or are called', (kind) => {
    const full = FULL[kind]
    // Whatever is concluded, not recorded, has the same name in decisions.
    if (full === undefined) return expect(kind.startsWith('lead.')).toBe(true)
    const told = ofFact(factOf(kind, full))
    expect(told?.kind).toBe(kind)
    expect(JSON.stringify(told)).not.toMatch(/PRIVATE/)
    expect(Object.values(told?.data ?? {}).every((value) => value !== undefined)).toBe(true)
  })

  it('names ids by which more is asked for', () => {
    expect(ofFact(factOf('email.replied', { mail: ID }))).toEqual({ kind: 'email.replied', data: { mail: ID } })
    expect(ofFact(factOf('call.made', { outcome: 'busy' }))?.data).toEqual({
      outcome: 'busy',
      durationS: null,
      startedAt: null,
      heardOfUs: null,
    })
    expect(ofFact(factOf('need.stated', { need: 'words', isKnown: false }))?.data).toMatchObject({ need: ID })
  })

  it('has nothing to tell of pages, opened mails and notes', () => {
    expect(ofFact(factOf('page.viewed', { path: '/' }))).toBeNull()
    expect(ofFact(factOf('email.opened', {}))).toBeNull()
    expect(ofFact(factOf('note.written', { text: 'x' }))).toBeNull()
  })
})
