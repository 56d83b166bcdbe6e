import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compileAgreement } from '../agreement/compile-agreement.ts'
import type { CompiledAgreement } from '../agreement/compiled.ts'
import { type Fact, storyOf } from '../facts/fact.ts'
import type { FactData, FactKind } from '../facts/kinds.ts'
import type { Decision } from './decision.ts'
import { feedbackClockName } from './feedback.ts'
import { fold } from './fold.ts'
import { TERMS, type Terms, tell } from './oracle-for-test.ts'
import { emptyState, type PersonState, type RunningClock } from './state.ts'
import { isNext, step } from './step.ts'
import { ANA, DOCUMENT, fact, RUI, ZOE } from './story-for-test.ts'

declare const process: { env: Record<string, string | undefined> }
declare const console: { log(line: string): void }
/** ENSEMBLE_MODEL_SEQUENCES=100000 for a long run. */
const numRuns = Number(process.env.ENSEMBLE_MODEL_SEQUENCES ?? 1_000)
const MINUTE = 60_000
const START = Date.UTC(2026, 10, 9, 9)

function versionOf(terms: Terms, version: number): CompiledAgreement {
  const promises = `marketing_promises:
  M4: { answer: feedback, within: ${terms.feedback} working minutes }
sales_promises:
  S1: { accept_or_reject: { within: ${terms.acceptance} working minutes } }
  S2: { first_contact: { otherwise: ${terms['first contact']} working minutes } }
  S3: { attempts: { at_least: 3, over: ${terms.attempts} working minutes } }
${terms.verdict === null ? '' : `  S4: { verdict: { within: ${terms.verdict} working minutes } }\n`}`
  const text =
    `${DOCUMENT.slice(0, DOCUMENT.indexOf('sales_promises:'))}${promises}${DOCUMENT.slice(DOCUMENT.indexOf('when_late:'))}`
      .replace('Europe/Paris', 'UTC')
      .replace('[09:00-12:30, 13:30-18:00]', '[09:00-17:00]')
      .replace('at_most: 2 }', 'at_most: 1 }')
  const compiled = compileAgreement(`${text}running_clocks: take the new terms\n`, version)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return compiled.agreement
}
const FIRST = versionOf(TERMS[0], 1)
const SECOND = versionOf(TERMS[1], 2)

/** One life of a lead as it goes in the product: what is done, the timer between, somebody named whenever one is asked for. */
class World {
  facts: Fact[] = []
  state: PersonState = emptyState()
  now = START
  secondFrom = Number.POSITIVE_INFINITY
  turn = 0
  readonly isAnybodyThere: (turn: number) => boolean

  constructor(isAnybodyThere: (turn: number) => boolean) {
    this.isAnybodyThere = isAnybodyThere
  }

  agreementAt = (atMs: number): CompiledAgreement => (atMs < this.secondFrom ? FIRST : SECOND)

  happen(one: Fact): void {
    this.facts.push(one)
    if (one.kind === 'fact.retracted' || !isNext(this.state, one)) this.state = fold(this.agreementAt, this.facts).state
    else this.state = JSON.parse(JSON.stringify(step(this.agreementAt(one.at), this.state, one).state))
    this.now = Math.max(this.now, one.at)
    const { attempt } = this.state
    if (attempt?.awaiting == null) return
    const { why, exclude, clause } = attempt.awaiting
    this.turn += 1
    const free = [ANA, RUI, ZOE].filter((id) => !exclude.includes(id))
    const to = this.isAnybodyThere(this.turn) ? (free[this.turn % free.length] ?? null) : null
    const data = {
      attempt: attempt.number,
      to,
      pool: 'Everyone',
      clause: clause ?? 'R2',
      why,
      passedOver: [],
      calendar: null,
    }
    this.happen(fact(this.now + MINUTE, 'lead.routed', data))
  }

  next(): { at: number; make: () => Fact } | null {
    const { attempt, feedback = [] } = this.state
    const running: [string, number, RunningClock][] = [
      ...(attempt?.clocks ?? []).map((clock): [string, number, RunningClock] => [
        clock.name,
        attempt?.number ?? 1,
        clock,
      ]),
      ...feedback.flatMap(({ id, attempt: number, clock }): [string, number, RunningClock][] =>
        clock === null ? [] : [[feedbackClockName(id), number, clock]],
      ),
    ]
    let first: { at: number; make: () => Fact } | null = null
    for (const [name, number, clock] of running) {
      const at = clock.strikes[clock.next]?.at
      if (at === undefined || (first !== null && first.at <= at)) continue
      first = {
        at,
        make: () => fact(at, 'clock.struck', { attempt: number, clock: name, startedAt: clock.startedAt }),
      }
    }
    return first
  }

  /** The timer strikes what is due until then. `isAsleep`: nobody keeps time for a while, and all of it comes at once afterwards. */
  until(atMs: number): void {
    for (let due = this.next(); due !== null && due.at <= atMs; due = this.next()) this.happen(due.make())
    this.now = Math.max(this.now, atMs)
  }
}

type Act = (world: World) => void
const does =
  <K extends FactKind>(kind: K, data: FactData[K], actor: string | null = ANA): Act =>
  (world) =>
    world.happen(fact(world.now, kind, data, { actor }))
const block = [{ fromMinute: 540, toMinute: 1020 }]
const hours = { mon: block, tue: block, wed: block, thu: block, fri: block, sat: [], sun: [] }

const away =
  (inDays: number, days: number): Act =>
  (world) => {
    const owner = world.state.attempt?.owner
    if (owner == null) return
    const from = Math.floor(world.now / 86_400_000) * 86_400_000 + inDays * 86_400_000
    const calendar = { zone: 'UTC', hours, holidays: [], away: [{ from, to: from + days * 86_400_000 }] }
    world.happen(fact(world.now, 'owner.calendar_changed', { owner, calendar }))
  }
const undo =
  (which: number): Act =>
  (world) => {
    const slips = world.facts.filter(
      ({ kind }) =>
        !['lead.routed', 'clock.struck', 'agreement.changed', 'fact.retracted', 'owner.calendar_changed'].includes(
          kind,
        ),
    )
    const slip = slips[slips.length - 1 - (which % Math.max(1, slips.length))]
    if (slip !== undefined) world.happen(fact(world.now, 'fact.retracted', { fact: slip.id }))
  }
/** A version comes into force; the product tells the story of it some minutes later. */
const comeIntoForce =
  (toldAfterMinutes: number): Act =>
  (world) => {
    if (world.secondFrom !== Number.POSITIVE_INFINITY) return
    const at = world.now
    world.secondFrom = at
    world.until(at + toldAfterMinutes * MINUTE)
    world.happen(fact(at, 'agreement.changed', { version: 2 }))
  }
const onFeedback =
  (kind: 'feedback.answered' | 'feedback.closed' | 'feedback.reopened'): Act =>
  (world) => {
    const last = world.facts.findLast((each) => each.kind === 'feedback.given')
    if (last !== undefined) world.happen(fact(world.now, kind, { feedback: last.id, text: 'x', note: 'x' } as never))
  }

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(does('form.submitted', { name: 'demo', wantsCall: true }, null)) },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('no answer' as const, 'connected' as const)
      .chain((outcome) => fc.constantFrom(ANA, RUI, null).map((who) => does('call.made', { outcome }, who))),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(ANA, null)
      .chain((who) => fc.boolean().map((isAutomatic) => does('email.sent', { isAutomatic }, who))),
  },
  { weight: 4, arbitrary: fc.constant(does('lead.accepted', {})) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('misrouted', 'incomplete', 'duplicate')
      .map((reason) => does('lead.rejected', { reason })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('unreachable', 'no fit').map((reason) => does('lead.disqualified', { reason })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('marketing' as const, 'pool' as const)
      .map((to) => does('lead.returned', { to, note: 'x' })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(ANA, RUI, ZOE)
      .map((to) => does('lead.assigned', { to, note: 'x', calendar: null }, ZOE)),
  },
  { weight: 1, arbitrary: fc.constant(does('lead.escalated', { note: 'help' })) },
  { weight: 1, arbitrary: fc.constant(does('escalation.answered', { note: 'so' }, ZOE)) },
  { weight: 2, arbitrary: fc.constant(does('person.identified', { person: { title: 'Boss' } }, null)) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })).map(([inDays, days]) => away(inDays, days)),
  },
  { weight: 3, arbitrary: fc.nat(5).map(undo) },
  { weight: 2, arbitrary: fc.nat(600).map(comeIntoForce) },
  { weight: 2, arbitrary: fc.constant(does('feedback.given', { about: 'spring', verdict: 'bad' })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('feedback.answered' as const, 'feedback.closed' as const, 'feedback.reopened' as const)
      .map(onFeedback),
  },
)
/** Minutes until the next command: at once, within the hour, a day, a week. */
const pause = fc.oneof(
  fc.integer({ min: 2, max: 60 }),
  fc.integer({ min: 60, max: 600 }),
  fc.integer({ min: 600, max: 10_000 }),
)

function lineOf({ what, at, data }: Decision): string[] {
  const clock = 'clock' in data ? data.clock : ''
  switch (what) {
    case 'clock.started':
      return [`${at} started ${clock} until ${'dueAt' in data ? data.dueAt : 0}`]
    case 'clock.changed':
      return [`${at} changed ${clock} until ${'dueAt' in data ? data.dueAt : 0}`]
    case 'clock.stopped':
      return [`${at} stopped ${clock} ${'isKept' in data && data.isKept ? 'kept' : 'late'}`]
    case 'clock.warned':
      return [`${at} warned ${clock}`]
    case 'clock.breached':
      return [`${at} broken ${clock}`]
    case 'escalated':
      return [`${at} told up ${clock}`]
    case 'routing.asked':
      return [`${at} asked who`]
    default:
      return []
  }
}

it(`${numRuns} random lives end as an independent oracle says, told live or folded anew`, () => {
  let commands = 0
  let facts = 0
  fc.assert(
    fc.property(
      fc.array(fc.tuple(pause, act), { minLength: 6, maxLength: 30 }),
      fc.integer({ min: 2, max: 9 }),
      (acts, every) => {
        const world = new World((turn) => turn % every !== 0)
        world.happen(
          fact(
            START,
            'person.identified',
            { person: { email: 'vera@firm.example', role: 'owner' }, account: { employees: 80 } },
            { actor: null },
          ),
        )
        for (const [minutes, doIt] of acts) {
          world.until(world.now + minutes * MINUTE)
          doIt(world)
          commands += 1
        }
        const story = storyOf(world.facts)
        facts += story.length
        const folded = fold(world.agreementAt, world.facts)
        expect(world.state).toEqual(JSON.parse(JSON.stringify(folded.state)))
        const told = tell(story, world.secondFrom)
        expect(folded.decisions.flatMap(lineOf).sort()).toEqual(told.log.sort())
        const { attempt, feedback = [] } = folded.state
        expect(
          told.lead === null
            ? null
            : {
                ...told.lead,
                clocks: told.lead.clocks
                  .map(({ name, since, due, isBroken, marks }) => [
                    name,
                    since,
                    due,
                    isBroken,
                    marks.map((mark) => `${mark.at} ${mark.do}`),
                  ])
                  .sort(),
              },
        ).toMatchObject(
          attempt === null
            ? {}
            : {
                number: attempt.number,
                stage: attempt.stage,
                outcome: attempt.outcome,
                owner: attempt.owner,
                touches: attempt.touches,
                moved: attempt.reassignments,
                isAsked: attempt.asked != null,
                clocks: attempt.clocks
                  .map((clock) => [
                    clock.name,
                    clock.startedAt,
                    clock.dueAt,
                    clock.isBreached,
                    clock.strikes.slice(clock.next).map((mark) => `${mark.at} ${mark.do}`),
                  ])
                  .sort(),
              },
        )
        expect(feedback.map(({ id, status, clock, isLate }) => [id, status, clock?.dueAt ?? null, isLate])).toEqual(
          told.feedback.map(({ id, status, clock, isLate }) => [id, status, clock?.due ?? null, isLate]),
        )
      },
    ),
    { numRuns },
  )
  console.log(`model: ${numRuns} sequences, ${commands} commands, ${facts} facts`)
}, 600_000)
