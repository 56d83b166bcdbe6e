import type { Story } from '../facts/story.ts'
import type { WebhookKind } from './kinds.ts'

type StoredFact = Story['newFacts'][number]['fact']
type Told = { kind: WebhookKind; data: Record<string, unknown> }
type Data = Record<string, unknown>

/** What a fact is to a receiver. Notes, quotes, addresses and names stay in the house: ids lead to them through the API. */
export function ofFact(fact: StoredFact): Told | null {
  const data = dataOf(fact)
  return data === null ? null : { kind: data.kind, data: withNulls(data.told) }
}

/** Fields that are not known are told as null, so that a receiver sees that they exist. */
function withNulls(told: Data): Data {
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, value ?? null]))
}

function dataOf(fact: StoredFact): { kind: WebhookKind; told: Data } | null {
  switch (fact.kind) {
    case 'lead.accepted':
      return { kind: fact.kind, told: {} }
    case 'lead.rejected':
    case 'lead.disqualified':
      return { kind: fact.kind, told: { reason: fact.data.reason } }
    case 'feedback.given':
      return { kind: fact.kind, told: { about: fact.data.about, verdict: fact.data.verdict } }
    case 'people.merged':
      return { kind: fact.kind, told: { from: fact.data.from } }
    case 'consent.given':
    case 'consent.withdrawn':
      return { kind: fact.kind, told: { purpose: fact.data.purpose } }
    case 'need.stated': {
      const { id, isKnown, topic } = fact.data
      return { kind: fact.kind, told: { need: id ?? fact.id, isKnown, topic, in: fact.data.in } }
    }
    case 'need.judged':
      return { kind: fact.kind, told: { need: fact.data.need, verdict: fact.data.verdict, by: fact.data.by?.kind } }
    default:
      return ofContact(fact) ?? ofDeal(fact)
  }
}

/** Calls, conversations, meetings and mails. */
function ofContact(fact: StoredFact): { kind: WebhookKind; told: Data } | null {
  switch (fact.kind) {
    case 'call.made': {
      const { outcome, durationS, startedAt, heardOfUs } = fact.data
      return { kind: fact.kind, told: { outcome, durationS, startedAt, heardOfUs } }
    }
    case 'call.received':
    case 'call.answered':
      return { kind: fact.kind, told: { call: fact.data.call, durationS: fact.data.durationS } }
    case 'conversation.recorded': {
      const { conversation, how, callKind, durationS, prospectShare } = fact.data
      return { kind: fact.kind, told: { conversation, how, callKind, durationS, prospectShare, in: fact.data.in } }
    }
    case 'meeting.booked':
    case 'meeting.moved':
      return {
        kind: fact.kind,
        told: { meeting: fact.data.meeting, startsAt: fact.data.startsAt, by: fact.data.by },
      }
    case 'meeting.cancelled':
      return { kind: fact.kind, told: { meeting: fact.data.meeting, by: fact.data.by } }
    case 'meeting.held':
      return {
        kind: fact.kind,
        told: { meeting: fact.data.meeting, durationS: fact.data.durationS, talkShare: fact.data.talkShare },
      }
    case 'meeting.missed':
      return { kind: fact.kind, told: { meeting: fact.data.meeting } }
    case 'email.sent':
      return { kind: fact.kind, told: { mail: fact.data.mail, isAutomatic: fact.data.isAutomatic ?? false } }
    case 'email.replied':
    case 'email.auto_replied':
      return { kind: fact.kind, told: { mail: fact.data.mail } }
    case 'email.bounced':
      return { kind: fact.kind, told: { mail: fact.data.mail, how: fact.data.how } }
    default:
      return null
  }
}

function ofDeal(fact: StoredFact): { kind: WebhookKind; told: Data } | null {
  switch (fact.kind) {
    case 'deal.opened':
    case 'deal.changed':
      return {
        kind: fact.kind,
        told: { ...moneyOf(fact.data), pipeline: fact.data.pipeline, closeDate: fact.data.closeDate },
      }
    case 'contract.signed':
    case 'payment.received':
      return { kind: fact.kind, told: moneyOf(fact.data) }
    case 'deal.moved':
      return { kind: fact.kind, told: { ...moneyOf(fact.data), stage: fact.data.stage } }
    case 'deal.won':
      return { kind: fact.kind, told: { ...moneyOf(fact.data), proof: fact.data.proof, reason: fact.data.reason } }
    case 'deal.lost':
    case 'deal.undecided':
    case 'deal.explained': {
      const { deal, reason, also, saidBy } = fact.data
      return { kind: fact.kind, told: { deal, reason, also, saidBy } }
    }
    case 'deal.reopened':
      return { kind: fact.kind, told: { deal: fact.data.deal, stage: fact.data.stage } }
    default:
      return null
  }
}

function moneyOf(data: { deal: string; amountCents?: number | undefined; currency?: string | undefined }): Data {
  return { deal: data.deal, amountCents: data.amountCents, currency: data.currency }
}
