import { compileAgreement } from '../agreement/compile-agreement.ts'
import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { Fact, Touch } from '../facts/fact.ts'
import { FACT_KINDS, type FactData, type FactKind } from '../facts/kinds.ts'
import type { Decision, DecisionKind } from './decision.ts'
import { type Folded, fold } from './fold.ts'
import { emptyState, type PersonState, type RunningClock } from './state.ts'
import { step } from './step.ts'

export const ANA = '00000000-0000-7000-8000-000000000001'
export const RUI = '00000000-0000-7000-8000-000000000002'
export const ZOE = '00000000-0000-7000-8000-000000000003'

export const DOCUMENT = `
title: Test
parties:
  marketing: { team: Marketing, signs: 1 }
  sales: { team: Sales, signs: 1 }
calendar:
  zone: Europe/Paris
  hours: { mon-fri: [09:00-12:30, 13:30-18:00] }
fit:
  F1: { when: account.employees >= 50, points: 60 }
  F2: { when: 'person.role == "owner"', points: 50 }
  F3: { when: person.email_is_free_mail, points: -30 }
  F4: { when: person.has_phone, points: 20 }
engagement:
  half_life: 30 days
  E1: { on: form.submitted, points: 40 }
  E2: { on: page.viewed, when: page.path.startsWith("/pricing"), points: 15, at_most: 30 a day }
  E3: { on: page.viewed, points: 4, at_most: 10 a day }
  E4: { on: email.replied, points: 35 }
  E5: { on: event.attended, points: -10 }
grades:
  letter: { A: 70, B: 45, C: 20 }
  number: { 1: 60, 2: 30, 3: 10 }
stages:
  inquiry: { owner: marketing }
  qualified:
    owner: marketing
    when:
      Q1: { when: person.asked_for_a_call }
      Q2: { when: 'grade in ["A1", "A2", "B1", "B2"]' }
  accepted: { owner: sales }
  contacted: { owner: sales }
  opportunity: { owner: sales }
  won: { owner: sales }
routing:
  R1: { when: 'account.country == "PT"', to: pool Lisbon }
  R2: { to: pool Everyone }
pools:
  Lisbon: { people: [zoe@x.example], order: least loaded, at_most: [1 a day] }
  Everyone: { people: team Sales, order: round robin, at_most: [3 a day, 8 a week, 20 a month] }
nobody_free: { keep_for: 1 working hour, then: tell manager }
sales_promises:
  S1: { accept_or_reject: { within: 4 working hours } }
  S2: { first_contact: { A1: 30 working minutes, B: 2 working hours, otherwise: 1 working day } }
  S3: { attempts: { at_least: 3, over: 10 working days } }
  S4: { verdict: { within: 15 working days } }
  S5: { next_step: { never_older_than: 10 working days } }
when_late:
  warn: { at: half the time, whom: owner }
  breach: { whom: [owner, manager] }
  then:
    - { after: 1 working hour, do: reassign, of: [acceptance, first contact], at_most: 2 }
    - { after: 4 working hours, do: tell, whom: head of sales }
reasons:
  reject:
    misrouted: { then: route again }
    incomplete: { then: back to marketing }
    duplicate: { then: close }
    below: { then: nurture }
  disqualify:
    unreachable: { needs: S3, recycle: after 30 days }
    no need: { recycle: after 180 days }
    bad timing: { recycle: at a date given }
    no fit: { close: true }
    wrong data: { needs: an attempt, close: true }
returns: { stale_after: 180 days }
`

/** The agreement of the tests, with some of its text replaced. */
export function agreementWith(...changes: readonly (readonly [from: string, to: string])[]): CompiledAgreement {
  let text = DOCUMENT
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the test agreement has no "${from}"`)
    text = text.replace(from, to)
  }
  const compiled = compileAgreement(text, 1)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return compiled.agreement
}

export const AGREEMENT = agreementWith()

const MONDAY = Date.parse('2026-11-23T00:00:00+01:00')

/** Epoch ms of `day HH:MM` in Paris, in the winter weeks from Monday 23 November 2026 on: day 0 is that Monday. */
export function when(text: string): number {
  const [, day = '0', hours = '0', minutes = '0'] = /^(-?\d+) (\d\d):(\d\d)$/.exec(text) ?? []
  return MONDAY + Number(day) * 86_400_000 + Number(hours) * 3_600_000 + Number(minutes) * 60_000
}

/** The same as text, for messages that can be read. */
export function told(atMs: number): string {
  const minutes = Math.round((atMs - MONDAY) / 60_000)
  const day = Math.floor(minutes / 1440)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${day} ${two(Math.floor((minutes - day * 1440) / 60))}:${two(minutes % 60 < 0 ? (minutes % 60) + 60 : minutes % 60)}`
}

type More = { isHistory?: boolean; actor?: string | null; touch?: Touch; id?: string; messageId?: string }
let made = 0

/** A fact at a moment of the test weeks. */
export function fact<K extends FactKind>(at: string | number, kind: K, data: FactData[K], more: More = {}): Fact {
  made += 1
  const id = more.id ?? `fact-${String(made).padStart(8, '0')}`
  const atMs = typeof at === 'number' ? at : when(at)
  const side = FACT_KINDS[kind].side
  return {
    id,
    kind,
    at: atMs,
    recordedAt: atMs,
    source: 'test',
    messageId: more.messageId ?? id,
    actor: more.actor === undefined ? (side === 'sales' ? ANA : null) : more.actor,
    isHistory: more.isHistory ?? false,
    touch: more.touch ?? null,
    data,
  } as unknown as Fact
}

export const knownOwner = (at: string, more: More = {}): Fact =>
  fact(
    at,
    'person.identified',
    { person: { email: 'vera@firm.example', role: 'owner' }, account: { employees: 80 } },
    more,
  )
/** Opens an attempt that qualifies by Q2 with grade A2. */
export const form = (at: string, more: More = {}): Fact => fact(at, 'form.submitted', { name: 'demo' }, more)
export const call = (at: string, outcome: FactData['call.made']['outcome'] = 'no answer', more: More = {}): Fact =>
  fact(at, 'call.made', { outcome }, more)
export const routedTo = (at: string, to: string | null, more: Partial<FactData['lead.routed']> = {}): Fact =>
  fact(at, 'lead.routed', {
    attempt: 1,
    to,
    pool: 'Everyone',
    clause: 'R2',
    why: 'qualified',
    passedOver: [],
    calendar: null,
    ...more,
  })

export type Lived = Folded & { facts: Fact[] }
type Surroundings = {
  agreement?: CompiledAgreement
  /** Whom routing names, given who is excluded; null when nobody is free. */
  route?: (exclude: readonly string[], atMs: number) => string | null
  until?: string | number
}

/** Everybody in turn, whoever is not excluded. */
export function inTurn(...people: readonly string[]): (exclude: readonly string[]) => string | null {
  let turn = 0
  return (exclude) => {
    for (let tried = 0; tried < people.length; tried++) {
      const person = people[turn++ % people.length]
      if (person !== undefined && !exclude.includes(person)) return person
    }
    return null
  }
}

function nextClock(state: PersonState): { clock: RunningClock; at: number } | null {
  let first: { clock: RunningClock; at: number } | null = null
  for (const clock of state.attempt?.clocks ?? []) {
    const at = clock.strikes[clock.next]?.at
    if (at !== undefined && (first === null || at < first.at)) first = { clock, at }
  }
  return first
}

/** Lets facts happen as they would in life: clocks strike in between, and whoever must be routed is routed at once. */
export function live(facts: readonly Fact[], around: Surroundings = {}): Lived {
  const { agreement = AGREEMENT, route = inTurn(ANA, RUI) } = around
  const until =
    around.until === undefined
      ? Number.NEGATIVE_INFINITY
      : typeof around.until === 'number'
        ? around.until
        : when(around.until)
  const pending = [...facts].sort((a, b) => a.at - b.at)
  const lived: Fact[] = []
  let state = emptyState()
  const happen = (one: Fact): void => {
    lived.push(one)
    state = step(agreement, state, one).state
    const { attempt } = state
    if (attempt?.awaiting == null) return
    const { why, exclude } = attempt.awaiting
    const to = route(exclude, one.at)
    happen(
      fact(one.at + 1, 'lead.routed', {
        attempt: attempt.number,
        to,
        pool: 'Everyone',
        clause: 'R2',
        why,
        passedOver: [],
        calendar: null,
      }),
    )
  }
  for (;;) {
    const due = nextClock(state)
    const [next] = pending
    if (due !== null && due.at <= (next?.at ?? until)) {
      const { clock, at } = due
      happen(
        fact(at, 'clock.struck', {
          attempt: state.attempt?.number ?? 1,
          clock: clock.name,
          startedAt: clock.startedAt,
        }),
      )
    } else if (next === undefined) break
    else {
      pending.shift()
      happen(next)
    }
  }
  return { ...fold(() => agreement, lived), facts: lived }
}

/** The decisions of one kind. */
export function all<K extends DecisionKind>(folded: Folded, what: K): Extract<Decision, { what: K }>[] {
  return folded.decisions.filter(
    (each): each is Extract<Decision, { what: K }> & { version: number } => each.what === what,
  )
}

/** What was concluded, as short lines: `day HH:MM kind`. */
export function lines(folded: Folded, ...kinds: readonly DecisionKind[]): string[] {
  return folded.decisions
    .filter((each) => kinds.includes(each.what))
    .map((each) => `${told(each.at)} ${each.what}${'clock' in each.data ? ` ${each.data.clock}` : ''}`)
}

export function clockNames(folded: Folded): string[] {
  return (folded.state.attempt?.clocks ?? []).map((clock) => clock.name).sort()
}
