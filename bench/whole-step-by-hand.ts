import type { Fact } from '@ensemble/engine/facts/fact.ts'
import type { Decision } from '@ensemble/engine/lifecycle/decision.ts'
import type { AttemptState, PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { Stepped } from '@ensemble/engine/lifecycle/step.ts'
import { localTimeOf } from '@ensemble/engine/worktime/local-time.ts'
import { qualifyByHand } from './step-by-hand.ts'

const HALF_LIFE_MS = 30 * 86_400_000
const RANKS: Partial<Record<Fact['kind'], number>> = { 'person.identified': 0 }
type Line = { clause: string; points: number; limitedBy?: string }

/** What `step` concludes under the agreement of the benchmark, for the three kinds of its stories, written out by a programmer. */
export function stepByHand(before: PersonState, fact: Fact): Stepped {
  const state: PersonState = {
    ...before,
    ledger: before.ledger.slice(),
    capUsed: { ...before.capUsed },
    deals: before.deals.map((deal) => ({ ...deal })),
    attempt: copyAttempt(before.attempt),
  }
  const decisions: Decision[] = []
  const decide = (what: string, clause: string | null, data: object): void => {
    decisions.push({
      what,
      at: fact.at,
      attempt: state.attempt?.number ?? 0,
      clause,
      fact: fact.id,
      data,
    } as unknown as Decision)
  }
  state.lastFact = { at: fact.at, rank: RANKS[fact.kind] ?? 1, messageId: fact.messageId }
  if (fact.kind === 'person.identified') identify(state, fact)
  if (fact.kind === 'form.submitted') {
    if (fact.data.wantsCall === true && !state.person.asked_for_a_call)
      state.person = { ...state.person, asked_for_a_call: true }
    if (state.attempt === null) {
      state.pastAttempts += 1
      state.attempt = newAttempt(state.pastAttempts, fact)
      decide('opened', null, { team: 'marketing', from: 'first contact' })
    }
  }
  if (fact.kind === 'person.identified' || state.grade === null || fact.kind === 'form.submitted')
    scoreFit(state, decide)
  scoreEngagement(state, fact, decide)
  const engagement = state.engagement * 2 ** (-(fact.at - state.engagementAt) / HALF_LIFE_MS)
  grade(state, engagement, decide)
  qualify(state, fact, engagement, decide)
  if (state.attempt !== null) state.attempt.lastFactAt = fact.at
  return { state, decisions }
}

type Decide = (what: string, clause: string | null, data: object) => void

function copyAttempt(attempt: AttemptState | null): AttemptState | null {
  if (attempt === null) return null
  return {
    ...attempt,
    marks: { ...attempt.marks },
    clocks: attempt.clocks.map((clock) => ({ ...clock })),
    touchChannels: attempt.touchChannels.slice(),
  }
}

function identify(state: PersonState, fact: Extract<Fact, { kind: 'person.identified' }>): void {
  const { person, account } = fact.data
  state.person = { ...state.person, ...person }
  const { revenueCents, externalId: _external, ...rest } = account ?? {}
  state.account = { ...state.account, ...rest }
  if (revenueCents !== undefined) state.account.revenue_cents = revenueCents
}

function newAttempt(number: number, fact: Fact): AttemptState {
  const { at } = fact
  return {
    number,
    isHistory: false,
    openedAt: at,
    openedBy: fact.kind,
    ...(fact.kind === 'form.submitted' ? { form: fact.data.name } : {}),
    touch: { channel: null, origin: null, campaign: null, landingPage: null },
    stage: 'inquiry',
    outcome: 'open',
    reason: null,
    closedAt: null,
    team: 'marketing',
    owner: null,
    hadBy: [],
    pool: null,
    calendar: null,
    awaiting: null,
    isHeld: false,
    routedAt: null,
    reassignments: 0,
    marks: { inquiry: { at, isInferred: false } },
    clocks: [],
    touches: 0,
    touchChannels: [],
    firstTouchAt: null,
    twoWayAt: null,
    lastFactAt: at,
    closedWith: null,
  }
}

function scoreFit(state: PersonState, decide: Decide): void {
  const { person, account } = state
  const lines: Line[] = []
  let fit = 0
  const hold = (clause: string, points: number): void => {
    fit += points
    lines.push({ clause, points })
  }
  const employees = account.employees
  if (employees !== undefined && employees >= 50) hold('F1', 30)
  if (person.role === 'owner' || person.role === 'operations') hold('F2', 25)
  if (account.country === 'BR' || account.country === 'PT' || account.country === 'AR') hold('F3', 20)
  if (
    account.revenue_cents !== undefined &&
    account.revenue_cents > 100_000_000 &&
    employees !== undefined &&
    employees < 5000
  )
    hold('F4', 10)
  if (account.industry === 'retail' || account.industry === 'food') hold('F5', 12)
  if (person.title !== undefined && person.title !== 'intern') hold('F6', 3)
  if (employees !== undefined && employees > 500 && (person.title === 'head' || person.title === 'chief'))
    hold('F7', 18)
  if (person.country !== undefined && person.country === account.country) hold('F8', 5)
  const total = Math.min(100, Math.max(0, fit))
  if (total !== fit) lines.push({ clause: 'limit', points: total - fit, limitedBy: '0 to 100' })
  const old = state.fitLines
  if (
    old.length === lines.length &&
    lines.every((line, index) => line.clause === old[index]?.clause && line.points === old[index]?.points)
  )
    return
  state.fit = total
  state.fitLines = lines.map(({ clause, points }) => ({ clause, points }))
  decide('scored', null, { axis: 'fit', lines, total })
}

function scoreEngagement(state: PersonState, fact: Fact, decide: Decide): void {
  const lines: Line[] = []
  let gained = 0
  const hold = (clause: string, points: number, limitedBy?: string): void => {
    lines.push(limitedBy === undefined ? { clause, points } : { clause, points, limitedBy })
    gained += points
    if (points !== 0) state.ledger.push({ fact: fact.id, clause, points, at: fact.at })
  }
  if (fact.kind === 'form.submitted') {
    const { path, name, wantsCall } = fact.data
    if (path?.startsWith('/pricing')) hold('E1', 9)
    if (name === 'price list') hold('E2', 40)
    if (name === 'webinar' || name === 'guide') hold('E3', 12)
    if (wantsCall === true) hold('E4', 35)
    if (path === '/' && state.person.language === 'en') hold('E5', 4)
    if (name === 'newsletter' || path?.startsWith('/blog')) hold('E6', 2)
  } else if (fact.kind === 'page.viewed') {
    const { day } = localTimeOf('Europe/Paris', fact.at)
    if (state.capDay !== day) {
      state.capDay = day
      state.capUsed = {}
    }
    const used = state.capUsed.E20 ?? 0
    const given = Math.min(3, Math.max(0, 12 - used))
    state.capUsed.E20 = used + given
    hold('E20', given, given === 3 ? undefined : '12 a day')
  }
  if (lines.length === 0) return
  if (state.ledger.length > 12) state.ledger = state.ledger.slice(-12)
  const ageMs = fact.at - state.engagementAt
  state.engagement = (ageMs <= 0 ? state.engagement : state.engagement * 2 ** (-ageMs / HALF_LIFE_MS)) + gained
  state.engagementAt = fact.at
  decide('scored', null, { axis: 'engagement', lines, total: state.engagement })
}

function grade(state: PersonState, engagement: number, decide: Decide): void {
  const { fit } = state
  const letter = fit >= 70 ? 'A' : fit >= 45 ? 'B' : fit >= 20 ? 'C' : 'D'
  const to = `${letter}${engagement >= 60 ? 1 : engagement >= 30 ? 2 : engagement >= 10 ? 3 : 4}`
  if (to === state.grade) return
  decide('graded', null, { from: state.grade, to, fit, engagement })
  state.grade = to
}

function qualify(state: PersonState, fact: Fact, engagement: number, decide: Decide): void {
  const { attempt } = state
  if (attempt === null || attempt.stage !== 'inquiry' || attempt.isHeld) return
  const index = qualifyByHand(state.account.segment, state.fit, engagement)
  if (index < 0) return
  const clause = `Q${index + 1}`
  attempt.marks.qualified = { at: fact.at, isInferred: false }
  attempt.stage = 'qualified'
  decide('advanced', clause, { stage: 'qualified', isInferred: false, evidence: 'by definition' })
  decide('qualified', clause, {
    grade: state.grade,
    fit: state.fit,
    engagement,
    ledger: state.ledger.map((entry) => entry.fact),
    ...(index === 0 && (engagement >= 45 || state.account.segment === 'key') ? { alsoHeld: ['Q2'] } : {}),
  })
  attempt.awaiting = { why: 'qualified', exclude: [], clause }
  decide('routing.asked', clause, { why: 'qualified', exclude: [] })
}
