import type { DecisionData } from '../lifecycle/decision.ts'
import { decide, type Run } from '../lifecycle/run.ts'
import { localTimeOf } from '../worktime/local-time.ts'
import { faded } from './decay.ts'

const LEDGER_KEPT = 12
type Lines = DecisionData['scored']['lines']

/** Scores who the person is, anew. The ledger says every clause and, when the sum leaves 0 to 100, the limit. */
export function scoreFit(run: Run): void {
  const { agreement, state } = run
  const count = agreement.fit(state)
  const lines: Lines = []
  let sum = 0
  for (let place = 0; place < count; place++) {
    const rule = agreement.fitRules[agreement.held[place] ?? 0]
    if (rule === undefined) continue
    sum += rule.points
    lines.push({ clause: rule.clause, points: rule.points })
  }
  const total = Math.min(100, Math.max(0, sum))
  if (total !== sum) lines.push({ clause: 'limit', points: total - sum, limitedBy: '0 to 100' })
  if (isSameLedger(state.fitLines, lines)) return
  state.fit = total
  state.fitLines = lines.map(({ clause, points }) => ({ clause, points }))
  decide(run, 'scored', null, { axis: 'fit', lines, total })
}

function isSameLedger(
  a: readonly { clause: string; points: number }[],
  b: readonly { clause: string; points: number }[],
): boolean {
  return (
    a.length === b.length &&
    a.every((line, index) => line.clause === b[index]?.clause && line.points === b[index]?.points)
  )
}

/** Scores what the person did. Points beyond a clause's daily limit are cut, and the ledger says so. */
export function scoreEngagement(run: Run): void {
  const { agreement, state, fact } = run
  const engage = agreement.engage[fact.kind]
  if (engage === undefined) return
  const count = engage(state, fact.data, agreement.held, 0)
  if (count === 0) return
  const lines: Lines = []
  let gained = 0
  for (let place = 0; place < count; place++) {
    const rule = agreement.engagementRules[agreement.held[place] ?? 0]
    if (rule === undefined) continue
    const points = rule.atMostPerDay === null ? rule.points : capped(run, rule.clause, rule.points, rule.atMostPerDay)
    lines.push(
      points === rule.points
        ? { clause: rule.clause, points }
        : { clause: rule.clause, points, limitedBy: `${rule.atMostPerDay} a day` },
    )
    gained += points
    if (points !== 0) state.ledger.push({ fact: fact.id, clause: rule.clause, points, at: fact.at })
  }
  if (state.ledger.length > LEDGER_KEPT) state.ledger = state.ledger.slice(-LEDGER_KEPT)
  state.engagement = faded(state.engagement, fact.at - state.engagementAt, agreement.halfLifeMs) + gained
  state.engagementAt = fact.at
  decide(run, 'scored', null, { axis: 'engagement', lines, total: state.engagement })
}

/** What of `points` still fits under the clause's limit for the day of the agreement's zone. */
function capped(run: Run, clause: string, points: number, atMostPerDay: number): number {
  const { agreement, state, fact } = run
  const { day } = localTimeOf(agreement.calendar.zone, fact.at)
  if (state.capDay !== day) {
    state.capDay = day
    state.capUsed = {}
  }
  const used = state.capUsed[clause] ?? 0
  const given = points > 0 ? Math.min(points, Math.max(0, atMostPerDay - used)) : points
  state.capUsed[clause] = used + given
  return given
}

/** The points left now. */
export function engagementAt(run: Run, atMs: number): number {
  return faded(run.state.engagement, atMs - run.state.engagementAt, run.agreement.halfLifeMs)
}

/** Grades by fit (letter) and faded engagement (number), and notes a change. */
export function grade(run: Run): void {
  const { agreement, state, fact } = run
  const { letters, numbers } = agreement
  const engagement = engagementAt(run, fact.at)
  const letter = state.fit >= letters.A ? 'A' : state.fit >= letters.B ? 'B' : state.fit >= letters.C ? 'C' : 'D'
  const number = engagement >= numbers[1] ? 1 : engagement >= numbers[2] ? 2 : engagement >= numbers[3] ? 3 : 4
  const to = `${letter}${number}`
  if (to === state.grade) return
  decide(run, 'graded', null, { from: state.grade, to, fit: state.fit, engagement })
  state.grade = to
}
