import type { FactOf } from '../facts/fact.ts'
import { advance, askRoute, beginAttempt, close } from './attempts.ts'
import { startClock, stopClock, stopClocks } from './clocks.ts'
import { startPromised } from './owed.ts'
import { decide, type Run } from './run.ts'
import type { AttemptState } from './state.ts'

/** Sales took the lead on, by a word or by starting to work it. */
export function accept(run: Run, attempt: AttemptState, evidence: string): void {
  if (attempt.stage !== 'qualified') return
  stopClock(run, attempt, 'acceptance', evidence)
  takeOver(attempt, run.fact.actor)
  advance(run, attempt, 'accepted', evidence, run.agreement.promises.acceptance?.clause ?? null)
  // They had spoken before the lead qualified.
  if (attempt.twoWayAt !== null) talkedWith(run, attempt, true)
}

/** Whoever works a lead that nobody has owns it. Work of nobody in particular leaves the search for an owner on. */
export function takeOver(attempt: AttemptState, who: string | null): void {
  attempt.owner ??= who
  if (attempt.owner !== null) attempt.awaiting = null
}

/** A person of the owner's side reached out. `isTwoWay`: they spoke with each other. */
export function reachOut(run: Run, attempt: AttemptState, channel: string, isTwoWay: boolean): void {
  const { fact } = run
  attempt.touches += 1
  if (!attempt.touchChannels.includes(channel)) attempt.touchChannels.push(channel)
  attempt.firstTouchAt ??= fact.at
  const isFirstTalk = isTwoWay && attempt.twoWayAt === null
  if (isTwoWay) attempt.twoWayAt ??= fact.at
  stopClock(run, attempt, 'first contact', fact.kind)
  accept(run, attempt, 'worked without a word')
  if (isTwoWay) talkedWith(run, attempt, isFirstTalk)
  if (attempt.stage === 'opportunity') startPromised(run, attempt, 'next step')
}

/** A two-way contact: the lead counts as contacted, and a verdict is owed. */
export function talkedWith(run: Run, attempt: AttemptState, isFirst = attempt.twoWayAt === null): void {
  attempt.twoWayAt ??= run.fact.at
  if (attempt.stage === 'inquiry') return
  advance(run, attempt, 'contacted', run.fact.kind)
  if (isFirst && attempt.stage === 'contacted') startPromised(run, attempt, 'verdict')
}

function sendBack(run: Run, attempt: AttemptState, reason: string, clause: string | null): void {
  stopClocks(run, attempt, 'sent back')
  attempt.owner = null
  attempt.calendar = null
  attempt.pool = null
  attempt.isHeld = true
  attempt.awaiting = null
  attempt.stage = 'inquiry'
  attempt.team = run.agreement.stageOwners.inquiry
  decide(run, 'returned', clause, { to: attempt.team, reason })
}

/** Whoever was given a lead that was none gets their turn back, where the pool says so and the agreement gives the reason that consequence. */
function returnTurn(run: Run, attempt: AttemptState, reason: string): void {
  const { owner, pool, routedAt } = attempt
  if (owner === null || pool === null || routedAt === null || run.fact.isHistory) return
  const consequence = run.agreement.reject.get(reason)
  if (consequence === undefined || consequence === 'nurture') return
  if (run.agreement.pools.get(pool)?.isCredited !== true) return
  decide(run, 'turn.returned', `pools.${pool}`, { to: owner, pool, reason, routedAt })
}

/** The owner works here no more, or not for long: their lead goes to somebody else, by the same clauses. */
export function leave(run: Run, attempt: AttemptState): void {
  if (attempt.isHistory) return
  stopClocks(run, attempt, 'the owner left')
  attempt.owner = null
  attempt.calendar = null
  if (attempt.stage === 'inquiry') return
  askRoute(run, attempt, { why: 'owner left', exclude: [...attempt.hadBy], clause: null })
}

/** Before contact, with the consequence the agreement gives the reason; the reason is the clause that decides. */
export function reject(run: Run, attempt: AttemptState, reason: string): void {
  const consequence = run.agreement.reject.get(reason) ?? 'close'
  const clause = run.agreement.reject.has(reason) ? reason : null
  returnTurn(run, attempt, reason)
  switch (consequence) {
    case 'route again': {
      const exclude = [...attempt.hadBy]
      stopClocks(run, attempt, 'rejected')
      attempt.owner = null
      attempt.calendar = null
      if (attempt.stage !== 'inquiry') attempt.stage = 'qualified'
      attempt.team = run.agreement.stageOwners[attempt.stage]
      askRoute(run, attempt, { why: 'misrouted', exclude, clause })
      return
    }
    case 'back to marketing':
      sendBack(run, attempt, reason, clause)
      return
    case 'close':
    case 'nurture':
      close(run, attempt, 'rejected', reason, clause)
  }
}

/** Sent back by the owner without a verdict on the person: to marketing, or to the pool, where somebody else goes on with it. */
export function giveBack(run: Run, attempt: AttemptState, { note, to }: FactOf<'lead.returned'>['data']): void {
  const reason = note ?? 'sent back'
  if (to !== 'pool') {
    sendBack(run, attempt, reason, null)
    return
  }
  const exclude = attempt.owner === null ? [] : [attempt.owner]
  stopClocks(run, attempt, 'sent back')
  attempt.owner = null
  attempt.calendar = null
  decide(run, 'returned', null, { to: 'pool', reason })
  askRoute(run, attempt, { why: 'handed back', exclude, clause: null })
}

/** After contact, or after all promised attempts: closed for good, or planned to come back as attempt N+1. */
export function disqualify(run: Run, attempt: AttemptState, fact: FactOf<'lead.disqualified'>): void {
  const { reason, recycleAt } = fact.data
  const rule = run.agreement.disqualify.get(reason)
  const isRecycled = rule !== undefined && rule.recycle !== null
  close(run, attempt, isRecycled ? 'recycled' : 'disqualified', reason, rule === undefined ? null : reason)
  if (!isRecycled || fact.isHistory) return
  const given = recycleAt === undefined ? null : Date.parse(recycleAt)
  const term =
    rule.recycle === 'at a date given' || rule.recycle === null
      ? { text: 'the date given', duration: { isWorking: false, amountMs: 30 * 86_400_000 } }
      : rule.recycle
  const dueAt = rule.recycle === 'at a date given' && given !== null && given > fact.at ? given : undefined
  startClock(run, attempt, { name: 'recycling', clause: reason, team: 'marketing', term, dueAt, strikes: [] })
  const clock = attempt.clocks.at(-1)
  if (clock === undefined) return
  clock.strikes = [{ at: clock.dueAt, do: 'recycle', whom: [] }]
  decide(run, 'recycling.planned', reason, { dueAt: clock.dueAt, reason })
}

/** The term is over: the person is worth another try. */
export function recycle(run: Run, attempt: AttemptState): void {
  attempt.clocks = []
  beginAttempt(run, 'recycling')
}
