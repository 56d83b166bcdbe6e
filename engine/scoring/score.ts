import type { ScoreRules } from '../agreement/compiled.ts'
import type { DecisionData } from '../lifecycle/decision.ts'
import { decide, type Run } from '../lifecycle/run.ts'
import { emptyCard, type ScoreCard } from '../lifecycle/state.ts'
import { localTimeOf } from '../worktime/local-time.ts'
import { faded, fadingAt, pointsAt } from './decay.ts'
import { learnedLines } from './learned-lines.ts'

const LEDGER_KEPT = 12
/** The place in a card's used-up limits of the limit to all clauses together. */
const ALL_CLAUSES = ''
type Lines = DecisionData['scored']['lines']
/** Null: the main score. */
type Named = string | null

/** What a decision carries of the score it is about: nothing when that is the main one. */
function named(score: Named): { score?: string } {
  return score === null ? {} : { score }
}

/** The card of a score beside the main one; made when it is first asked for. */
function cardOf(run: Run, name: string): ScoreCard {
  run.state.scores ??= {}
  const card = run.state.scores[name] ?? emptyCard()
  run.state.scores[name] = card
  return card
}

/**
 * Scores who the person is, anew, where that can have changed. The ledger says every clause and, when the sum leaves 0 to
 * 100, the limit.
 */
export function scoreFit(run: Run, isKnownBetter: boolean, isTime: boolean): void {
  const { agreement, state } = run
  const isDue = (card: ScoreCard, rules: ScoreRules): boolean =>
    isKnownBetter || card.grade === null || (rules.learned.length > 0 && !isTime)
  if (isDue(state, agreement)) scoreFitOf(run, agreement, state, null)
  for (const rules of agreement.scores) {
    const card = cardOf(run, rules.name)
    if (isDue(card, rules)) scoreFitOf(run, rules, card, rules.name)
  }
}

function scoreFitOf(run: Run, rules: ScoreRules, card: ScoreCard, score: Named): void {
  const count = rules.fit(run.state)
  const lines: Lines = []
  let sum = 0
  for (let place = 0; place < count; place++) {
    const rule = rules.fitRules[rules.held[place] ?? 0]
    if (rule === undefined) continue
    sum += rule.points
    lines.push({ clause: rule.clause, points: rule.points })
  }
  if (rules.learned.length > 0) {
    for (const line of learnedLines(rules.learned, run.state)) {
      sum += line.points
      lines.push(line)
    }
  }
  const total = Math.min(100, Math.max(0, sum))
  if (total !== sum) lines.push({ clause: 'limit', points: total - sum, limitedBy: '0 to 100' })
  if (isSameLedger(card.fitLines, lines)) return
  card.fit = total
  card.fitLines = lines.map(({ clause, points }) => ({ clause, points }))
  decide(run, 'scored', null, { axis: 'fit', lines, total, ...named(score) })
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

/** Scores what the person did. Points beyond a daily limit are cut, and the ledger says so. */
export function scoreEngagement(run: Run): void {
  scoreEngagementOf(run, run.agreement, run.state, null)
  for (const rules of run.agreement.scores) scoreEngagementOf(run, rules, cardOf(run, rules.name), rules.name)
}

function scoreEngagementOf(run: Run, rules: ScoreRules, card: ScoreCard, score: Named): void {
  const { state, fact } = run
  const engage = rules.engage[fact.kind]
  if (engage === undefined) return
  const count = engage(state, fact.data, rules.held, 0)
  if (count === 0) return
  const lines: Lines = []
  let gained = 0
  fadeTo(card, fact.at, rules.halfLifeMs)
  for (let place = 0; place < count; place++) {
    const rule = rules.engagementRules[rules.held[place] ?? 0]
    if (rule === undefined) continue
    const { clause, atMostPerDay } = rule
    const own = atMostPerDay === null ? rule.points : capped(run, card, clause, rule.points, atMostPerDay)
    const { atMostEachDay } = rules
    const points = atMostEachDay === null ? own : capped(run, card, ALL_CLAUSES, own, atMostEachDay)
    lines.push(
      points === rule.points
        ? { clause, points }
        : { clause, points, limitedBy: points === own ? `${atMostPerDay} a day` : `${atMostEachDay} a day in all` },
    )
    if (rule.halfLifeMs === null || rule.halfLifeMs === rules.halfLifeMs) gained += points
    else if (points !== 0) keepApart(card, rule.halfLifeMs, points)
    if (points !== 0) card.ledger.push({ fact: fact.id, clause, points, at: fact.at })
  }
  if (card.ledger.length > LEDGER_KEPT) card.ledger = card.ledger.slice(-LEDGER_KEPT)
  card.engagement += gained
  decide(run, 'scored', null, {
    axis: 'engagement',
    lines,
    total: pointsAt(card, fact.at, rules.halfLifeMs),
    ...named(score),
  })
}

function fadeTo(card: ScoreCard, atMs: number, halfLifeMs: number): void {
  const ageMs = atMs - card.engagementAt
  card.engagement = faded(card.engagement, ageMs, halfLifeMs)
  if (card.fading !== undefined) card.fading = fadingAt(card.fading, ageMs)
  card.engagementAt = atMs
}

/** Points of a pace of their own are summed by pace. */
function keepApart(card: ScoreCard, halfLifeMs: number, points: number): void {
  const before = card.fading ?? []
  const known = before.find((each) => each.halfLifeMs === halfLifeMs)
  card.fading =
    known === undefined
      ? [...before, { halfLifeMs, points }]
      : before.map((each) => (each === known ? { halfLifeMs, points: each.points + points } : each))
}

/** What of `points` still fits under a limit for the day of the agreement's zone. */
function capped(run: Run, card: ScoreCard, limit: string, points: number, atMostPerDay: number): number {
  const { day } = localTimeOf(run.agreement.calendar.zone, run.fact.at)
  if (card.capDay !== day) {
    card.capDay = day
    card.capUsed = {}
  }
  const used = card.capUsed[limit] ?? 0
  const given = points > 0 ? Math.min(points, Math.max(0, atMostPerDay - used)) : points
  card.capUsed[limit] = used + given
  return given
}

/** The points of the main score left at a moment. */
export function engagementAt({ state, agreement }: Run, atMs: number): number {
  return pointsAt(state, atMs, agreement.halfLifeMs)
}

/** Grades by fit (letter) and faded engagement (number), and notes a change. */
export function grade(run: Run): void {
  gradeOf(run, run.agreement, run.state, null)
  for (const rules of run.agreement.scores) gradeOf(run, rules, cardOf(run, rules.name), rules.name)
}

function gradeOf(run: Run, { letters, numbers, halfLifeMs }: ScoreRules, card: ScoreCard, score: Named): void {
  const engagement = pointsAt(card, run.fact.at, halfLifeMs)
  const letter = card.fit >= letters.A ? 'A' : card.fit >= letters.B ? 'B' : card.fit >= letters.C ? 'C' : 'D'
  const number = engagement >= numbers[1] ? 1 : engagement >= numbers[2] ? 2 : engagement >= numbers[3] ? 3 : 4
  const to = `${letter}${number}`
  if (to === card.grade) return
  decide(run, 'graded', null, { from: card.grade, to, fit: card.fit, engagement, ...named(score) })
  card.grade = to
}
