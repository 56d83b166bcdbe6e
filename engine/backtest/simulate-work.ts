import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { Fact } from '../facts/fact.ts'
import { emptyState, type PersonState, type RunningClock } from '../lifecycle/state.ts'
import { applyFact } from '../lifecycle/step.ts'
import type { RosterPerson } from '../routing/roster.ts'
import { leadContext } from '../scoring/context.ts'
import { pointsAt } from '../scoring/decay.ts'
import { type FactReader, factReader } from './fact-reader.ts'
import type { History } from './history.ts'
import { isKnowable } from './is-knowable.ts'
import { type LightStep, lightStep } from './light-step.ts'
import { routedFact, struckFact } from './made-facts.ts'
import type { Qualification } from './qualify-all.ts'
import { turnQueue } from './queue.ts'
import type { OnProgress } from './score-track.ts'
import { type SimulatedRoster, simulatedRoster } from './simulated-roster.ts'
import { PROMISED, type Work, type WorkLog, workLog } from './work-log.ts'

export type WorkInput = {
  history: History
  agreement: CompiledAgreement
  qualification: Qualification
  roster: readonly RosterPerson[]
  /** Nothing is known, and nothing happens, after this moment. */
  untilMs: number
  onProgress?: OnProgress
  /** Told of every fact the simulation makes up or takes, in order of each person's story. */
  onFact?: (person: number, fact: Fact) => void
}

/** A person in the middle of being folded. */
type Life = {
  person: number
  state: PersonState
  next: number
  end: number
  /** When the open question of who takes the lead is answered; null when none is open. */
  askAt: number | null
  searches: number
  owner: string | null
  isKnowable: boolean
}

type World = WorkInput & {
  reader: FactReader
  stepLightly: LightStep
  crew: SimulatedRoster
  made: number
  log: WorkLog
  unroutable: Uint8Array
}

/** A search for somebody free that went on this often, once every `nobody_free` term, is given up. */
const MOST_SEARCHES = 40
const REPORT_EVERY = 1_024

/** Of a lead of which nothing tells what sales did, no promise is called late: its clocks strike nothing. */
function nextStrike({ state, isKnowable: isKnown }: Life): { clock: RunningClock; at: number } | null {
  const { attempt } = state
  if (attempt === null || attempt.clocks.length === 0) return null
  let first: { clock: RunningClock; at: number } | null = null
  for (const clock of attempt.clocks) {
    if (!isKnown && PROMISED.has(clock.name)) continue
    const at = clock.strikes[clock.next]?.at
    if (at !== undefined && (first === null || at < first.at)) first = { clock, at }
  }
  return first
}

function happen(world: World, life: Life, fact: Fact): void {
  world.onFact?.(life.person, fact)
  const decisions = applyFact(world.agreement, life.state, fact)
  world.log.note(life.person, decisions)
  for (const decision of decisions)
    if (decision.what === 'turn.returned')
      world.crew.giveBack(decision.data.pool, decision.data.to, decision.data.routedAt)
  const { attempt } = life.state
  const owner = attempt !== null && attempt.outcome === 'open' ? attempt.owner : null
  if (owner !== life.owner) {
    if (life.owner !== null) world.crew.moveLoad(fact.at, life.owner, -1)
    if (owner !== null) world.crew.moveLoad(fact.at, owner, 1)
    life.owner = owner
  }
  if (attempt === null || attempt.awaiting === null) life.askAt = null
  else life.askAt ??= fact.at + 1
}

/** Lets a life go on, facts and strikes in order of the story, until somebody must be named or it is over. */
function goOn(world: World, life: Life): void {
  const { history, untilMs, qualification } = world
  const qualifiesAt = qualification.at[life.person] ?? Number.NaN
  for (;;) {
    const factAt = life.next < life.end ? (history.at[life.next] ?? 0) : Number.POSITIVE_INFINITY
    const hasClocks = (life.state.attempt?.clocks.length ?? 0) > 0
    if (factAt < qualifiesAt && !hasClocks && world.stepLightly(life.state, life.next) !== 'not light') {
      world.onFact?.(life.person, world.reader.factAt(life.next))
      life.next += 1
      continue
    }
    const due = nextStrike(life)
    const isStrike = due !== null && due.at < factAt
    const at = isStrike ? due.at : factAt
    // The answer comes a moment later, behind every fact of that moment and before its strikes.
    if (life.askAt !== null && (isStrike ? at >= life.askAt : at > life.askAt)) return
    if (at > untilMs) return
    if (isStrike) {
      const number = life.state.attempt?.number ?? 1
      happen(world, life, struckFact(`strike ${world.made++}`, at, number, due.clock))
    } else happen(world, life, world.reader.factAt(life.next++))
  }
}

function answer(world: World, life: Life, atMs: number): void {
  const { state } = life
  const { attempt } = state
  const ask = attempt?.awaiting
  life.askAt = null
  if (attempt === null || ask === undefined || ask === null) return
  const engagement = pointsAt(state, atMs, world.agreement.halfLifeMs)
  const routed = world.crew.route(leadContext(state, engagement, world.agreement), ask, atMs)
  happen(world, life, routedFact(`routed ${world.made++}`, atMs, attempt.number, ask.why, routed))
  if (routed.to !== null) {
    life.searches = 0
    return
  }
  // Somebody who is late keeps the lead when nobody else is free.
  if (attempt.owner !== null) return
  world.unroutable[life.person] = 1
  life.searches += 1
  if (life.searches < MOST_SEARCHES && world.crew.hasAnybody(routed.pool)) return
  attempt.clocks = attempt.clocks.filter((clock) => clock.name !== 'parking')
}

/** Promises whose term reaches beyond what is known. */
function leaveRunning(world: World, life: Life): void {
  for (const clock of life.state.attempt?.clocks ?? [])
    if (PROMISED.has(clock.name) && !clock.isBreached)
      world.log.promise(life.person, clock.name, 'running', clock.dueAt)
}

function worldOf(input: WorkInput): World {
  const reader = factReader(input.history)
  return {
    ...input,
    reader,
    stepLightly: lightStep(input.history, input.agreement, reader),
    crew: simulatedRoster(input.agreement, input.roster),
    made: 0,
    log: workLog(input.roster),
    unroutable: new Uint8Array(input.history.people.length),
  }
}

/** The people who qualify, in order of the first fact of each: nobody is folded before the simulation comes to them. */
function inOrder({ history, qualification }: WorkInput): Uint32Array {
  const who: number[] = []
  for (let person = 0; person < history.people.length; person++)
    if (!Number.isNaN(qualification.at[person])) who.push(person)
  const at = (person: number): number => qualification.at[person] ?? 0
  const id = (person: number): string => history.people[person] ?? ''
  return Uint32Array.from(who.sort((a, b) => at(a) - at(b) || (id(a) < id(b) ? -1 : 1)))
}

/**
 * Hands every qualified lead over and lets its clocks run, as the agreement would have: whoever is next in the pools takes
 * it, clocks strike in order of time, and what people of sales really did then keeps or breaks each promise.
 */
export function simulateWork(input: WorkInput): Work {
  const world = worldOf(input)
  const { history, qualification } = input
  const order = inOrder(input)
  const asking = turnQueue<Life>()
  let begun = 0
  const stop = (life: Life): void => {
    if (life.askAt !== null && life.askAt <= input.untilMs)
      asking.add({ at: life.askAt, key: history.people[life.person] ?? '', item: life })
    else leaveRunning(world, life)
  }
  for (;;) {
    const first = asking.first()
    const person = order[begun]
    if (person !== undefined && (first === undefined || (qualification.at[person] ?? 0) < first.at)) {
      begun += 1
      if (begun % REPORT_EVERY === 0) input.onProgress?.(begun / order.length)
      const next = history.firstOf[person] ?? 0
      const end = history.firstOf[person + 1] ?? 0
      const life: Life = {
        person,
        state: emptyState(),
        next,
        end,
        askAt: null,
        searches: 0,
        owner: null,
        isKnowable: isKnowable(history.flags[person] ?? 0),
      }
      goOn(world, life)
      stop(life)
    } else if (first !== undefined) {
      asking.take()
      answer(world, first.item, first.at)
      goOn(world, first.item)
      stop(first.item)
    } else break
  }
  return { ...world.log.finish(), unroutable: world.unroutable }
}
