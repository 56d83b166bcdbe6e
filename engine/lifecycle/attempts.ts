import type { Fact, Touch } from '../facts/fact.ts'
import { FACT_KINDS } from '../facts/kinds.ts'
import { fadingAt, pointsAt } from '../scoring/decay.ts'
import { stopClocks } from './clocks.ts'
import type { DecisionData } from './decision.ts'
import { decide, openAttempt, type Run } from './run.ts'
import { type AttemptState, type Outcome, type PersonState, type RouteAsk, STAGES, type Stage } from './state.ts'

const NOWHERE: Touch = { channel: null, origin: null, campaign: null, landingPage: null }

/** Remembers the first and the last place the person came from; an attempt that came from nowhere known takes the first told. */
export function noteTouch(state: PersonState, fact: Pick<Fact, 'touch' | 'at'>): void {
  if (fact.touch === null) return
  const touch = { ...fact.touch, at: fact.at }
  state.firstTouch ??= touch
  state.lastTouch = touch
  const attempt = openAttempt(state)
  if (attempt !== null && isNowhere(attempt.touch)) attempt.touch = { ...fact.touch }
}

function isNowhere(touch: Touch): boolean {
  return touch.channel === null && touch.origin === null && touch.campaign === null && touch.landingPage === null
}

function touchOf(state: PersonState): Touch {
  if (state.lastTouch === null) return NOWHERE
  const { channel, origin, campaign, landingPage } = state.lastTouch
  return { channel, origin, campaign, landingPage }
}

/** Opens attempt 1, or N+1. Nothing of an earlier attempt is touched: it is already a row of its own. */
export function beginAttempt(run: Run, from: DecisionData['opened']['from']): AttemptState {
  const { state, fact, agreement } = run
  const number = state.pastAttempts + 1
  const attempt: AttemptState = {
    number,
    isHistory: fact.isHistory,
    openedAt: fact.at,
    openedBy: fact.kind,
    ...(fact.kind === 'form.submitted' && fact.data.name !== undefined ? { form: fact.data.name } : {}),
    touch: touchOf(state),
    stage: 'inquiry',
    outcome: 'open',
    reason: null,
    closedAt: null,
    team: agreement.stageOwners.inquiry,
    owner: null,
    hadBy: [],
    pool: null,
    calendar: null,
    awaiting: null,
    isHeld: false,
    routedAt: null,
    reassignments: 0,
    marks: { inquiry: { at: fact.at, isInferred: false } },
    clocks: [],
    touches: 0,
    touchChannels: [],
    firstTouchAt: null,
    twoWayAt: null,
    lastFactAt: fact.at,
    closedWith: null,
  }
  state.attempt = attempt
  state.pastAttempts = number
  decide(run, 'opened', null, { team: attempt.team, from })
  return attempt
}

function isKnownNow(state: PersonState): boolean {
  return state.person.email !== undefined || state.person.phone !== undefined
}

/** Opens an attempt when this fact is a first contact or a return (invariant 8). */
export function openIfDue(run: Run): void {
  const { state, fact, agreement } = run
  const { isHandRaise } = FACT_KINDS[fact.kind]
  const { attempt } = state
  if (attempt === null) {
    if (isHandRaise || (fact.kind === 'person.identified' && isKnownNow(state))) beginAttempt(run, 'first contact')
    return
  }
  if (!isHandRaise) return
  if (attempt.outcome !== 'open') {
    if (fact.kind === 'lead.recorded') return
    if (attempt.clocks.length > 0) stopClocks(run, attempt, 'the person came back')
    beginAttempt(run, 'return')
    return
  }
  if (agreement.staleAfterMs !== null && fact.at - attempt.lastFactAt > agreement.staleAfterMs) {
    close(run, attempt, 'expired', null, null)
    beginAttempt(run, 'return')
  }
}

/** Moves the attempt to a later stage; the stages passed over count as passed, marked as inferred. */
export function advance(
  run: Run,
  attempt: AttemptState,
  stage: Stage,
  evidence: string,
  clause: string | null = null,
): void {
  const target = STAGES.indexOf(stage)
  if (STAGES.indexOf(attempt.stage) >= target) return
  for (const passed of STAGES.slice(0, target)) attempt.marks[passed] ??= { at: run.fact.at, isInferred: true }
  attempt.marks[stage] ??= { at: run.fact.at, isInferred: false }
  attempt.stage = stage
  attempt.team = run.agreement.stageOwners[stage]
  decide(run, 'advanced', clause, { stage, isInferred: false, evidence }, attempt.number)
}

/** Ends the attempt. Every clock stops. */
export function close(
  run: Run,
  attempt: AttemptState,
  outcome: Exclude<Outcome, 'open'>,
  reason: string | null,
  clause: string | null,
): void {
  stopClocks(run, attempt, outcome)
  attempt.outcome = outcome
  attempt.reason = reason
  attempt.closedAt = run.fact.at
  attempt.awaiting = null
  if (attempt.asked != null) attempt.asked = null
  const { state, fact, agreement } = run
  attempt.closedWith = {
    grade: state.grade,
    fit: state.fit,
    engagement: pointsAt(state, fact.at, agreement.halfLifeMs),
    ...(state.fading === undefined ? {} : { fading: fadingAt(state.fading, fact.at - state.engagementAt) }),
  }
  decide(run, 'closed', clause, { outcome, reason }, attempt.number)
}

/** Notes whose the lead is now: who had it is not asked again while others are left. */
export function noteOwner(attempt: AttemptState): void {
  const { owner, hadBy } = attempt
  if (owner === null || hadBy.at(-1) === owner) return
  attempt.hadBy = [...hadBy.filter((each) => each !== owner), owner]
}

/** Asks the surroundings who takes the lead; whatever it was, it is work from now on. The answer comes as a `lead.routed` fact. */
export function askRoute(run: Run, attempt: AttemptState, ask: RouteAsk): void {
  if (run.fact.isHistory) return
  attempt.isHistory = false
  attempt.awaiting = ask
  decide(run, 'routing.asked', ask.clause, { why: ask.why, exclude: ask.exclude }, attempt.number)
}

/** Told about long ago, and now the person is here again: the attempt is work from now on. */
export function wake(run: Run): void {
  const attempt = openAttempt(run.state)
  if (attempt === null || !attempt.isHistory || run.fact.isHistory) return
  if (FACT_KINDS[run.fact.kind].side !== 'prospect') return
  attempt.isHistory = false
}
