import type { Fact } from '../facts/fact.ts'

// Tells of a story what should come of it, in another way than the engine: working time is a list of minutes, a lead is a bag
// of marks. It knows one agreement, in two versions, and shares no code with what it judges.

const MINUTE = 60_000
const FROM = Date.UTC(2026, 10, 2)
const DAYS = 240

export type Terms = Readonly<
  Record<'acceptance' | 'first contact' | 'attempts' | 'verdict' | 'feedback', number | null>
>
/** Minutes of working time by which each promise is due; null when it is not made. */
export const TERMS: readonly [Terms, Terms] = [
  { acceptance: 240, 'first contact': 480, attempts: 2400, verdict: 1440, feedback: 480 },
  { acceptance: 120, 'first contact': 960, attempts: 1200, verdict: null, feedback: 480 },
]
const PARKED = 60
const RECYCLED = 30 * 24 * 60
const ATTEMPTS = 3
const MOST_REASSIGNMENTS = 1

type Away = readonly { from: number; to: number }[]
const tables = new Map<string, Float64Array>()

/** Every minute of work: Monday to Friday, nine to five, nobody away. */
function minutesOf(away: Away): Float64Array {
  const key = JSON.stringify(away)
  const known = tables.get(key)
  if (known !== undefined) return known
  const minutes: number[] = []
  for (let day = 0; day < DAYS; day++) {
    const midnight = FROM + day * 24 * 60 * MINUTE
    if ([0, 6].includes(new Date(midnight).getUTCDay())) continue
    for (let minute = 9 * 60; minute < 17 * 60; minute++) {
      const at = midnight + minute * MINUTE
      if (!away.some(({ from, to }) => at >= from && at < to)) minutes.push(at)
    }
  }
  const table = Float64Array.from(minutes)
  tables.set(key, table)
  return table
}

/** The place of the first minute of work at or after a moment. */
function placeOf(table: Float64Array, at: number): number {
  let [low, high] = [0, table.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((table[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

function after(away: Away, from: number, minutes: number): number {
  const table = minutesOf(away)
  return (table[placeOf(table, from) + minutes - 1] ?? Number.NaN) + MINUTE
}

function halfway(away: Away, from: number, to: number): number {
  const table = minutesOf(away)
  const [first, last] = [placeOf(table, from), placeOf(table, to)]
  const half = (last - first) / 2
  return (table[first + Math.ceil(half) - 1] ?? Number.NaN) + (Number.isInteger(half) ? MINUTE : MINUTE / 2)
}

type Mark = { at: number; do: 'warn' | 'breach' | 'reassign' | 'tell' | 'retry' | 'recycle' }
type Clock = {
  name: string
  since: number
  minutes: number
  due: number
  isBroken: boolean
  marks: Mark[]
  done: Mark[]
}
type Lead = {
  number: number
  stage: 'inquiry' | 'qualified' | 'accepted' | 'contacted'
  outcome: string
  owner: string | null
  away: Away
  isAwaited: boolean
  isHeld: boolean
  touches: number
  hasSpoken: boolean
  moved: number
  isAsked: boolean
  clocks: Clock[]
}
type Feedback = { id: string; status: 'open' | 'answered' | 'closed'; clock: Clock | null; isLate: boolean }
export type Told = { log: string[]; lead: Lead | null; feedback: Feedback[] }

/** What the engine should conclude of a story in order, under version 1 until `secondFrom` and version 2 from then on. */
export function tell(story: readonly Fact[], secondFrom: number): Told {
  const log: string[] = []
  const feedback: Feedback[] = []
  let lead = null as Lead | null
  let wantsCall = false
  let now = 0
  const say = (what: string): void => void log.push(`${now} ${what}`)
  const terms = (): Terms => TERMS[now < secondFrom ? 0 : 1]

  const marksOf = (name: string, since: number, due: number, away: Away, moved: number): Mark[] => {
    const warn = halfway(away, since, due)
    const marks: Mark[] = warn < due ? [{ at: warn, do: 'warn' }] : []
    marks.push({ at: due, do: 'breach' })
    const mayMove = (name === 'acceptance' || name === 'first contact') && moved < MOST_REASSIGNMENTS
    if (mayMove) marks.push({ at: after(away, due, 60), do: 'reassign' })
    marks.push({ at: after(away, due, 240), do: 'tell' })
    return marks
  }
  const breach = (clock: Clock): void => {
    if (clock.isBroken) return
    clock.isBroken = true
    say(`broken ${clock.name}`)
  }
  const ended = (clock: Clock): void => {
    if (now > clock.due && clock.marks.concat(clock.done).some((mark) => mark.do === 'breach')) breach(clock)
    say(`stopped ${clock.name} ${now <= clock.due ? 'kept' : 'late'}`)
  }
  const stop = (one: Lead, isIt: (clock: Clock) => boolean): void => {
    for (const clock of one.clocks.filter(isIt)) {
      one.clocks = one.clocks.filter((each) => each !== clock)
      ended(clock)
    }
  }
  const begin = (one: Lead, name: string, due: number, marks: Mark[], minutes = 0): void => {
    stop(one, (clock) => clock.name === name)
    one.clocks.push({ name, since: now, minutes, due, isBroken: false, marks, done: [] })
    say(`started ${name} until ${due}`)
  }
  const promise = (one: Lead, name: 'acceptance' | 'first contact' | 'attempts' | 'verdict'): void => {
    const minutes = terms()[name]
    if (minutes === null) return
    const due = after(one.away, now, minutes)
    begin(one, name, due, marksOf(name, now, due, one.away, one.moved), minutes)
  }
  const ask = (one: Lead): void => {
    one.isAwaited = true
    say('asked who')
  }
  const open = (): Lead => {
    lead = {
      number: (lead?.number ?? 0) + 1,
      stage: 'inquiry',
      outcome: 'open',
      owner: null,
      away: [],
      isAwaited: false,
      isHeld: false,
      touches: 0,
      hasSpoken: false,
      moved: 0,
      isAsked: false,
      clocks: [],
    }
    return lead
  }
  const close = (one: Lead, outcome: string): void => {
    stop(one, () => true)
    one.outcome = outcome
    one.isAwaited = false
    one.isAsked = false
  }
  const accept = (one: Lead, actor: string | null): void => {
    if (one.stage !== 'qualified') return
    stop(one, (clock) => clock.name === 'acceptance')
    one.owner ??= actor
    if (one.owner !== null) one.isAwaited = false
    one.stage = 'accepted'
    if (one.hasSpoken) speak(one, true)
  }
  const speak = (one: Lead, isFirst: boolean): void => {
    one.hasSpoken = true
    if (one.stage === 'inquiry') return
    if (one.stage !== 'contacted') one.stage = 'contacted'
    if (isFirst) promise(one, 'verdict')
  }
  const touch = (one: Lead, actor: string | null, isTalk: boolean): void => {
    const isFirst = isTalk && !one.hasSpoken
    one.touches += 1
    if (isTalk) one.hasSpoken = true
    stop(one, (clock) => clock.name === 'first contact')
    accept(one, actor)
    if (isTalk) speak(one, isFirst)
  }
  const toMarketing = (one: Lead): void => {
    stop(one, () => true)
    Object.assign(one, { owner: null, away: [], isHeld: true, isAwaited: false, stage: 'inquiry' })
  }
  const toOthers = (one: Lead): void => {
    stop(one, () => true)
    Object.assign(one, { owner: null, away: [] })
    ask(one)
  }
  const give = (one: Lead, to: string): void => {
    stop(one, () => true)
    Object.assign(one, { owner: to, away: [], isAwaited: false, isHeld: false, isAsked: false })
    if (one.stage === 'inquiry') one.stage = 'qualified'
  }
  const newPlan = (one: Lead, clock: Clock, due: number): void => {
    const isWarned = clock.done.some((mark) => mark.do === 'warn')
    clock.due = due
    clock.done = []
    clock.marks = marksOf(clock.name, clock.since, due, one.away, one.moved)
      .filter((mark) => !(isWarned && mark.do === 'warn'))
      .map((mark) => ({ ...mark, at: Math.max(mark.at, now) }))
  }
  const strike = (clock: Clock, doIt: (mark: Mark) => void): void => {
    for (let mark = clock.marks[0]; mark !== undefined && mark.at <= now; mark = clock.marks[0]) {
      clock.marks = clock.marks.slice(1)
      clock.done.push(mark)
      doIt(mark)
    }
  }
  const strikeLead = (one: Lead, clock: Clock): void =>
    strike(clock, (mark) => {
      if (mark.do === 'warn') say(`warned ${clock.name}`)
      else if (mark.do === 'breach') breach(clock)
      else if (mark.do === 'tell') say(`told up ${clock.name}`)
      else if (mark.do === 'reassign' && !one.isAwaited) ask(one)
      else if (mark.do === 'retry') {
        say(`told up ${clock.name}`)
        ask(one)
      } else if (mark.do === 'recycle') {
        one.clocks = []
        open()
      }
    })
  const change = (one: Lead): void => {
    for (const clock of [...one.clocks]) {
      if (!(clock.name in TERMS[1]) || clock.isBroken || clock.due <= now) continue
      const minutes = TERMS[1][clock.name as 'acceptance']
      if (minutes === null) stop(one, (each) => each === clock)
      else {
        const half = halfway(one.away, now, after(one.away, now, minutes))
        const due = Math.max(after(one.away, clock.since, minutes), Math.min(clock.due, half))
        clock.minutes = minutes
        if (due === clock.due) continue
        newPlan(one, clock, due)
        say(`changed ${clock.name} until ${due}`)
      }
    }
  }
  const settle = (one: Lead): void => {
    const isTouched = one.touches > 0
    const owed =
      one.owner === null || one.stage === 'inquiry'
        ? []
        : one.stage === 'qualified'
          ? isTouched
            ? ['acceptance']
            : ['acceptance', 'first contact']
          : one.stage === 'contacted' || one.touches >= ATTEMPTS
            ? ['verdict']
            : isTouched
              ? ['attempts']
              : ['first contact', 'attempts']
    stop(one, ({ name }) => !owed.includes(name) && !(name === 'parking' && one.owner === null))
    for (const name of ['acceptance', 'first contact', 'attempts', 'verdict'] as const)
      if (owed.includes(name) && !one.clocks.some((clock) => clock.name === name)) promise(one, name)
  }

  const answer = (one: Feedback, status: Feedback['status']): void => {
    if (one.clock !== null) {
      const { clock } = one
      one.clock = null
      if (now > clock.due) one.isLate = true
      ended(clock)
    }
    one.status = status
  }
  const await_ = (one: Feedback): void => {
    const due = after([], now, 480)
    one.clock = {
      name: 'feedback',
      since: now,
      minutes: 480,
      due,
      isBroken: false,
      marks: marksOf('feedback', now, due, [], 9),
      done: [],
    }
    say(`started feedback until ${due}`)
  }
  /** What a fact does to the lead at hand; false when it is refused and nothing more follows. */
  const apply = (fact: Fact): boolean => {
    const one = lead?.outcome === 'open' ? lead : null
    switch (fact.kind) {
      case 'lead.accepted':
        if (one?.stage !== 'qualified') return false
        accept(one, fact.actor)
        return true
      case 'lead.rejected':
        if (one === null || one.stage === 'inquiry' || one.stage === 'contacted' || one.touches > 0) return false
        if (fact.data.reason === 'misrouted') {
          toOthers(one)
          one.stage = 'qualified'
        } else if (fact.data.reason === 'incomplete') toMarketing(one)
        else close(one, 'rejected')
        return true
      case 'lead.disqualified':
        if (one === null || !(one.hasSpoken || (fact.data.reason === 'unreachable' && one.touches >= ATTEMPTS)))
          return false
        if (fact.data.reason !== 'unreachable') close(one, 'disqualified')
        else {
          close(one, 'recycled')
          const due = now + RECYCLED * MINUTE
          begin(one, 'recycling', due, [{ at: due, do: 'recycle' }])
        }
        return true
      case 'lead.returned':
        if (one === null || one.stage === 'inquiry' || (fact.data.to === 'marketing' && one.hasSpoken)) return false
        if (fact.data.to === 'pool') toOthers(one)
        else toMarketing(one)
        return true
      case 'lead.escalated':
        if (one === null) return false
        one.isAsked = true
        return true
      case 'escalation.answered':
        if (one?.isAsked !== true) return false
        one.isAsked = false
        return true
      case 'lead.assigned':
        if (one === null) return false
        give(one, fact.data.to)
        return true
      case 'call.made':
        if (one !== null) touch(one, fact.actor, fact.data.outcome === 'connected')
        return true
      case 'email.sent':
        if (one !== null && fact.data.isAutomatic !== true && fact.actor !== null) touch(one, fact.actor, false)
        return true
      case 'person.identified':
        if (one !== null) one.isHeld = false
        return true
      case 'lead.routed': {
        if (one === null || (one.number !== fact.data.attempt && !one.isAwaited) || one.stage === 'inquiry') return true
        one.isAwaited = false
        if (fact.data.to !== null) {
          if (fact.data.why === 'late') one.moved += 1
          // `moved` counts before the clocks of the next owner are planned.
          give(one, fact.data.to)
        } else if (one.owner === null) {
          const due = after(one.away, now, PARKED)
          begin(one, 'parking', due, [{ at: due, do: 'retry' }])
        }
        return true
      }
      case 'owner.calendar_changed':
        if (one === null || one.owner !== fact.data.owner) return true
        one.away = fact.data.calendar.away
        for (const clock of one.clocks) {
          if (clock.isBroken || clock.minutes === 0) continue
          const due = after(one.away, clock.since, clock.minutes)
          if (due === clock.due) continue
          newPlan(one, clock, due)
          say(`started ${clock.name} until ${due}`)
        }
        return true
      case 'agreement.changed':
        if (one !== null && now >= secondFrom) change(one)
        return true
      case 'clock.struck': {
        const clock = lead?.clocks.find((each) => each.name === fact.data.clock && each.since === fact.data.startedAt)
        if (lead !== null && clock !== undefined) strikeLead(lead, clock)
        const waiting = feedback.find((each) => `feedback ${each.id}` === fact.data.clock)
        if (waiting?.clock?.since === fact.data.startedAt)
          strike(waiting.clock, (mark) => {
            if (mark.do === 'warn') say('warned feedback')
            else if (mark.do === 'tell') say('told up feedback')
            else if (waiting.clock !== null) {
              breach(waiting.clock)
              waiting.isLate = true
            }
          })
        return true
      }
      case 'feedback.given': {
        const given: Feedback = { id: fact.id, status: 'open', clock: null, isLate: false }
        feedback.push(given)
        await_(given)
        return true
      }
      case 'feedback.answered':
      case 'feedback.closed':
      case 'feedback.reopened': {
        const given = feedback.find((each) => each.id === fact.data.feedback)
        if (given === undefined) return false
        if (given.status === (fact.kind === 'feedback.reopened' ? 'open' : 'closed')) return false
        if (fact.kind === 'feedback.reopened') {
          given.status = 'open'
          await_(given)
        } else answer(given, fact.kind === 'feedback.answered' ? 'answered' : 'closed')
        return true
      }
      default:
        return true
    }
  }
  const meet = (fact: Fact): void => {
    if (fact.kind === 'form.submitted') wantsCall = true
    const isKnown = fact.kind === 'person.identified' && fact.data.person?.email !== undefined
    if (lead === null && (isKnown || fact.kind === 'form.submitted')) open()
    else if (lead !== null && lead.outcome !== 'open' && fact.kind === 'form.submitted') {
      stop(lead, () => true)
      open()
    }
  }
  for (const fact of story) {
    now = fact.at
    meet(fact)
    if (!apply(fact)) continue
    const one = lead
    if (one === null || one.outcome !== 'open') continue
    if (fact.kind !== 'agreement.changed') {
      const isParked = one.clocks.some(({ name }) => name === 'parking')
      const isNew = one.stage === 'inquiry' && !one.isHeld && wantsCall
      if (isNew) one.stage = 'qualified'
      if (isNew || (one.stage !== 'inquiry' && one.owner === null && !one.isAwaited && !isParked)) ask(one)
    }
    settle(one)
  }
  return { log, lead, feedback }
}
