import type { Fact, FactOf } from '../facts/fact.ts'
import { breachOf, momentAfter, planStrikes, stoppedOf } from './clocks.ts'
import { decide, type Run } from './run.ts'
import type { FeedbackState, PersonState, RunningClock, Strike } from './state.ts'

type Answering = FactOf<'feedback.answered'> | FactOf<'feedback.closed'> | FactOf<'feedback.reopened'>

/** The name under which the clock of one word of feedback is stored and strikes: a person may have several. */
export function feedbackClockName(id: string): string {
  return `feedback ${id}`
}

export function feedbackOf(state: PersonState, id: string): FeedbackState | null {
  return state.feedback?.find((each) => each.id === id) ?? null
}

function start(run: Run, feedback: FeedbackState): void {
  const promise = run.agreement.marketing.feedback
  if (promise === null || run.fact.isHistory) return
  const { calendar, late } = run.agreement
  const { at } = run.fact
  const dueAt = momentAfter(calendar, at, promise.within)
  const clock: RunningClock = {
    name: 'feedback',
    clause: promise.clause,
    team: 'marketing',
    startedAt: at,
    term: promise.within,
    dueAt,
    strikes: planStrikes(late, calendar, { name: 'feedback', startedAt: at, dueMs: dueAt, term: promise.within }),
    next: 0,
    isBreached: false,
  }
  feedback.clock = clock
  decide(
    run,
    'clock.started',
    clock.clause,
    { clock: 'feedback', team: 'marketing', dueAt, term: promise.within.text, feedback: feedback.id },
    feedback.attempt,
  )
}

function stop(run: Run, feedback: FeedbackState, by: string): void {
  const { clock } = feedback
  if (clock === null) return
  feedback.clock = null
  const end = clock.strikes.find((strike) => strike.do === 'breach')
  if (run.fact.at > clock.dueAt && end !== undefined) breach(run, feedback, clock, end.whom)
  const stopped = stoppedOf(run, clock, run.agreement.calendar, by)
  decide(run, 'clock.stopped', clock.clause, { ...stopped, feedback: feedback.id }, feedback.attempt)
}

function breach(run: Run, feedback: FeedbackState, clock: RunningClock, whom: readonly string[]): void {
  if (clock.isBreached) return
  clock.isBreached = true
  feedback.isLate = true
  const data = { ...breachOf(clock, whom, feedback.owner), feedback: feedback.id }
  decide(run, 'clock.breached', clock.clause, data, feedback.attempt)
}

/** Sales said something of what marketing did, with the lead as evidence: an answer is owed. What was told afterwards waits for none. */
export function giveFeedback(run: Run, fact: FactOf<'feedback.given'>): void {
  const { state } = run
  const touch = fact.touch ?? state.attempt?.touch ?? state.lastTouch
  const feedback: FeedbackState = {
    id: fact.id,
    attempt: state.attempt?.number ?? 0,
    at: fact.at,
    by: fact.actor,
    verdict: fact.data.verdict,
    campaign: fact.data.on === 'campaign' ? fact.data.about : (touch?.campaign ?? null),
    owner: fact.data.owner ?? null,
    status: fact.isHistory ? 'closed' : 'open',
    clock: null,
    isLate: false,
    answeredAt: null,
    answer: null,
    closedAt: fact.isHistory ? fact.at : null,
  }
  state.feedback = [...(state.feedback ?? []), feedback]
  if (!fact.isHistory) start(run, feedback)
}

/** Marketing answers, and the clock stops; either side settles it, or takes it up again, and the clock starts anew. */
export function answerFeedback(run: Run, fact: Answering): void {
  const feedback = feedbackOf(run.state, fact.data.feedback)
  if (feedback === null) return
  switch (fact.kind) {
    case 'feedback.answered':
      stop(run, feedback, 'answered')
      feedback.status = 'answered'
      feedback.answeredAt ??= fact.at
      feedback.answer = fact.id
      return
    case 'feedback.closed':
      stop(run, feedback, 'settled')
      feedback.status = 'closed'
      feedback.closedAt = fact.at
      return
    case 'feedback.reopened':
      feedback.status = 'open'
      feedback.closedAt = null
      start(run, feedback)
  }
}

function doStrike(run: Run, feedback: FeedbackState, clock: RunningClock, strike: Strike): void {
  const about = { clock: clock.name, whom: strike.whom, feedback: feedback.id }
  if (strike.do === 'warn')
    decide(run, 'clock.warned', clock.clause, { ...about, dueAt: clock.dueAt }, feedback.attempt)
  else if (strike.do === 'breach') breach(run, feedback, clock, strike.whom)
  else if (strike.do === 'tell') decide(run, 'escalated', clock.clause, about, feedback.attempt)
}

/** The clock of an unanswered word of feedback ran to its next mark. */
export function strikeFeedback(run: Run, fact: FactOf<'clock.struck'>): void {
  const feedback = run.state.feedback?.find((each) => feedbackClockName(each.id) === fact.data.clock)
  const clock = feedback?.clock
  if (feedback === undefined || clock === null || clock === undefined || clock.startedAt !== fact.data.startedAt) return
  for (
    let next = clock.strikes[clock.next];
    next !== undefined && next.at <= fact.at;
    next = clock.strikes[clock.next]
  ) {
    clock.next += 1
    doStrike(run, feedback, clock, next)
  }
}

/** Whether a fact is about feedback already given. */
export function isAnswering(fact: Fact): fact is Extract<Fact, Answering> {
  return fact.kind === 'feedback.answered' || fact.kind === 'feedback.closed' || fact.kind === 'feedback.reopened'
}
