import { parseAmount } from '../../acts/parse-amount.ts'
import type { Evidence } from './queries.ts'

/** What can be filled in on the spot for missing evidence, as it is typed. */
export type Answers = {
  need: string
  amount: string
  currency: string
  nextStep: string
  nextStepOn: string
  closeDate: string
  decisionMaker: string
  competitors: string
  hasNoCompetitor: boolean
  meetingNote: string
  isOfferSent: boolean
  override: string
}

export function noAnswers(currency: string): Answers {
  return {
    need: '',
    amount: '',
    currency,
    nextStep: '',
    nextStepOn: '',
    closeDate: '',
    decisionMaker: '',
    competitors: '',
    hasNoCompetitor: false,
    meetingNote: '',
    isOfferSent: false,
    override: '',
  }
}

const listOf = (written: string) =>
  written
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** True when a piece of evidence is answered by what is typed. What has no field here never is. */
export function isAnswered(kind: Evidence['evidence'], answers: Answers): boolean {
  switch (kind) {
    case 'need':
      return answers.need.trim() !== ''
    case 'amount':
      return parseAmount(answers.amount) !== null
    case 'next step':
      return answers.nextStep.trim() !== ''
    case 'close date':
      return answers.closeDate !== ''
    case 'decision maker':
      return answers.decisionMaker !== ''
    case 'competitor asked':
      return answers.hasNoCompetitor || listOf(answers.competitors).length > 0
    case 'meeting held':
      return answers.meetingNote.trim() !== ''
    case 'offer sent':
      return answers.isOfferSent
    default:
      return false
  }
}

type Person = { personId: string | null; name: string; role: string }

/** The terms of a deal that the answers change, as `deal.changed` takes them. */
export function termsOf(answers: Answers, people: readonly Person[]): Record<string, unknown> {
  const amountCents = parseAmount(answers.amount)
  const competitors = answers.hasNoCompetitor ? [] : listOf(answers.competitors)
  const known = people.map(({ personId, name, role }) => ({
    ...(personId === null ? { name } : { person: personId }),
    role,
  }))
  return {
    ...(amountCents === null ? {} : { amountCents, currency: answers.currency }),
    ...(answers.nextStep.trim() === '' ? {} : { nextStep: answers.nextStep.trim() }),
    ...(answers.nextStepOn === '' ? {} : { nextStepAt: new Date(`${answers.nextStepOn}T09:00`).toISOString() }),
    ...(answers.closeDate === '' ? {} : { closeDate: answers.closeDate }),
    ...(answers.decisionMaker === '' ? {} : { people: withDecisionMaker(known, answers.decisionMaker) }),
    ...(answers.hasNoCompetitor || competitors.length > 0 ? { competitors } : {}),
  }
}

type Known = { person?: string; name?: string; role: string }

/** The chosen one takes the role; others keep theirs. A name of one's own is a person not known yet. */
function withDecisionMaker(known: readonly Known[], chosen: string): Known[] {
  const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(chosen)
  const others = known.filter((one) => one.person !== chosen && one.name !== chosen)
  return [...others, { ...(isId ? { person: chosen } : { name: chosen }), role: 'decision maker' }]
}

type Fact = { kind: string; data: Record<string, unknown> }

/** What the answers become beside the deal's own fact: a need that was stated, a meeting that was held, an offer sent. */
export function factsBeside(answers: Answers, deal: string): Fact[] {
  return [
    ...(answers.need.trim() === ''
      ? []
      : [{ kind: 'need.stated', data: { need: answers.need.trim(), isKnown: true } }]),
    ...(answers.meetingNote.trim() === ''
      ? []
      : [{ kind: 'meeting.held', data: { note: answers.meetingNote.trim() } }]),
    ...(answers.isOfferSent ? [{ kind: 'deal.changed', data: { deal, offerSent: true } }] : []),
  ]
}
