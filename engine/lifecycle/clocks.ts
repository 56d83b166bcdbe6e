import type { CompiledAgreement, LateStep, Term } from '../agreement/compiled.ts'
import type { Calendar } from '../worktime/calendar.ts'
import { dueAt } from '../worktime/due-at.ts'
import { workingTimeBetween } from '../worktime/working-time-between.ts'
import { decide, type Run } from './run.ts'
import type { AttemptState, ClockName, RunningClock, Strike, Team } from './state.ts'

const remembered = new Map<string, Calendar>()

/** The same object for the same calendar, so that its tables are made once (they are remembered by identity). */
function shared(calendar: Calendar): Calendar {
  const key = JSON.stringify(calendar)
  const known = remembered.get(key)
  if (known !== undefined) return known
  if (remembered.size > 5_000) remembered.clear()
  remembered.set(key, calendar)
  return calendar
}

/** The calendar that counts for an attempt: its owner's, else the agreement's. */
export function calendarOf(run: Run, attempt: AttemptState): Calendar {
  return attempt.calendar === null ? run.agreement.calendar : shared(attempt.calendar)
}

/** The moment a term is over. A calendar without working time for ten years gives the term in real time: better late than never. */
export function momentAfter(calendar: Calendar, fromMs: number, term: Term): number {
  const due = dueAt(calendar, fromMs, term.duration)
  if (due.ok) return due.dueMs
  const { duration } = term
  return fromMs + ('workingDays' in duration ? duration.workingDays * 86_400_000 : duration.amountMs)
}

/** A moment part of the way through a term, counted in working time when the term is. */
export function partOf(calendar: Calendar, fromMs: number, dueMs: number, part: number, isWorking: boolean): number {
  if (!isWorking) return Math.round(fromMs + (dueMs - fromMs) * part)
  const amountMs = Math.round(workingTimeBetween(calendar, fromMs, dueMs) * part)
  const due = dueAt(calendar, fromMs, { isWorking: true, amountMs })
  return due.ok ? Math.min(due.dueMs, dueMs) : dueMs
}

function lateStrike(calendar: Calendar, dueMs: number, step: LateStep): Strike {
  const at = momentAfter(calendar, dueMs, step.after)
  return step.do === 'reassign' ? { at, do: 'reassign', whom: [] } : { at, do: 'tell', whom: step.whom }
}

type Planned = { name: ClockName; startedAt: number; dueMs: number; term: Term; reassignments?: number }

function follows(step: LateStep, { name, reassignments = 0 }: Planned): boolean {
  if (step.of !== null && !step.of.includes(name)) return false
  if (step.do !== 'reassign') return true
  if (step.of === null && name !== 'acceptance' && name !== 'first contact') return false
  return name !== 'feedback' && reassignments < step.atMost
}

/** What a clock will do: warn, be broken, and what the agreement has follow, in order. */
export function planStrikes(late: CompiledAgreement['late'], calendar: Calendar, planned: Planned): Strike[] {
  const { startedAt, dueMs, term } = planned
  const strikes: Strike[] = []
  if (late.warnAt !== null) {
    const at = partOf(calendar, startedAt, dueMs, late.warnAt, term.duration.isWorking)
    if (at < dueMs) strikes.push({ at, do: 'warn', whom: late.warnWhom })
  }
  strikes.push({ at: dueMs, do: 'breach', whom: late.breachWhom })
  for (const step of late.steps) if (follows(step, planned)) strikes.push(lateStrike(calendar, dueMs, step))
  return strikes.sort((a, b) => a.at - b.at)
}

function strikesOf(run: Run, attempt: AttemptState, planned: Planned): Strike[] {
  const { reassignments } = attempt
  return planStrikes(run.agreement.late, calendarOf(run, attempt), { ...planned, reassignments })
}

type Start = {
  name: ClockName
  clause: string
  team: Team
  term: Term
  strikes?: Strike[]
  dueAt?: number
}

/** Starts a clock of the attempt, in its owner's working time. One of the same name that runs is stopped first. */
export function startClock(run: Run, attempt: AttemptState, start: Start): void {
  stopClock(run, attempt, start.name, run.fact.kind)
  const startedAt = run.fact.at
  const calendar = calendarOf(run, attempt)
  const due = start.dueAt ?? momentAfter(calendar, startedAt, start.term)
  const strikes =
    start.strikes ?? strikesOf(run, attempt, { name: start.name, startedAt, dueMs: due, term: start.term })
  const clock: RunningClock = {
    name: start.name,
    clause: start.clause,
    team: start.team,
    startedAt,
    term: start.term,
    dueAt: due,
    strikes,
    next: 0,
    isBreached: false,
  }
  attempt.clocks.push(clock)
  decide(
    run,
    'clock.started',
    start.clause,
    { clock: start.name, team: start.team, dueAt: due, term: start.term.text },
    attempt.number,
  )
}

/** A promise that ran out is told as broken once: by its strike, or when it stops before the timer came to it. */
export function breach(run: Run, attempt: AttemptState, clock: RunningClock, whom: readonly string[]): void {
  if (clock.isBreached) return
  clock.isBreached = true
  decide(run, 'clock.breached', clock.clause, breachOf(clock, whom, attempt.owner), attempt.number)
}

export function breachOf({ name, dueAt: due, team }: RunningClock, whom: readonly string[], owner: string | null) {
  return { clock: name, dueAt: due, whom, team, owner }
}

/** What is told of a clock that stops: whether it was kept, and how long it took, raw and in working time. */
export function stoppedOf(
  { fact: { at } }: Run,
  { name, startedAt, dueAt: due }: RunningClock,
  calendar: Calendar,
  by: string,
) {
  return {
    clock: name,
    by,
    isKept: at <= due,
    tookMs: at - startedAt,
    workedMs: workingTimeBetween(calendar, startedAt, at),
  }
}

/** Stops one clock if it runs. It is kept when it stops by its due moment. Both raw and working time are told. */
export function stopClock(run: Run, attempt: AttemptState, name: ClockName, by: string): void {
  const clock = attempt.clocks.find((each) => each.name === name)
  if (clock === undefined) return
  attempt.clocks = attempt.clocks.filter((each) => each !== clock)
  const { at } = run.fact
  const end = clock.strikes.find((strike) => strike.do === 'breach')
  if (at > clock.dueAt && end !== undefined) breach(run, attempt, clock, end.whom)
  decide(run, 'clock.stopped', clock.clause, stoppedOf(run, clock, calendarOf(run, attempt), by), attempt.number)
}

/** Stops every clock of the attempt. */
export function stopClocks(run: Run, attempt: AttemptState, by: string): void {
  for (const { name } of [...attempt.clocks]) stopClock(run, attempt, name, by)
}

/** The next moment at which a clock of this attempt has something to do, or null. */
export function nextStrikeAt(clock: RunningClock): number | null {
  return clock.strikes[clock.next]?.at ?? null
}

/** Gives a running clock another due moment. What the new plan would have done already happens at once, but a warning is given once. */
export function replan(run: Run, attempt: AttemptState, clock: RunningClock, due: number): void {
  const { name, startedAt, term } = clock
  const isWarned = clock.strikes.slice(0, clock.next).some((strike) => strike.do === 'warn')
  clock.dueAt = due
  clock.strikes = strikesOf(run, attempt, { name, startedAt, dueMs: due, term })
    .filter((strike) => !(isWarned && strike.do === 'warn'))
    .map((strike) => ({ ...strike, at: Math.max(strike.at, run.fact.at) }))
  clock.next = 0
}

/**
 * Moves the clocks of an attempt that have not run out into another calendar, keeping their start and term.
 */
export function replanClocks(run: Run, attempt: AttemptState): void {
  for (const clock of attempt.clocks) {
    if (clock.isBreached || clock.team !== 'sales') continue
    const due = momentAfter(calendarOf(run, attempt), clock.startedAt, clock.term)
    if (due === clock.dueAt) continue
    replan(run, attempt, clock, due)
    decide(
      run,
      'clock.started',
      clock.clause,
      { clock: clock.name, team: clock.team, dueAt: due, term: clock.term.text },
      attempt.number,
    )
  }
}
