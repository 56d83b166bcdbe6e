import { nearestName } from '../cel/nearest-name.ts'
import type { Calendar } from '../worktime/calendar.ts'
import { dueAt } from '../worktime/due-at.ts'
import type { LateStep, Term } from './compiled.ts'
import type { Compiler } from './compiler.ts'
import type { DocumentPath } from './problem.ts'

const ROLES = ['owner', 'manager', 'head of sales', 'head of marketing'] as const
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const LADDER: Readonly<Record<string, number>> = { owner: 0, manager: 1, 'head of sales': 2, 'head of marketing': 2 }

/** Refuses a word that names nobody: the owner, the manager, a head, "team NAME" or an e-mail address. */
export function checkWhom(compiler: Compiler, words: readonly string[], path: DocumentPath): void {
  for (const word of words) {
    if (ROLES.some((role) => role === word) || /^team \S/.test(word) || EMAIL.test(word)) continue
    const near = nearestName(word, ROLES)
    compiler.report(
      path,
      `"${word}" is nobody who could be told.`,
      near === undefined
        ? `Write ${ROLES.join(', ')}, "team NAME", or somebody's e-mail address.`
        : `Did you mean "${near}"? It may also be "team NAME" or an e-mail address.`,
    )
  }
  if (new Set(words).size < words.length) compiler.report(path, 'Somebody is named twice.', 'Name everybody once.')
}

function overlaps(a: LateStep, b: LateStep): boolean {
  return a.of === null || b.of === null || a.of.some((clock) => b.of?.includes(clock))
}

/** A Monday and a Friday, in winter and in summer: where working time and elapsed time can be told apart. */
const FROM = ['2026-01-12T10:00:00Z', '2026-01-16T15:00:00Z', '2026-07-06T10:00:00Z', '2026-07-10T15:00:00Z']

function isSooner(calendar: Calendar, term: Term, than: Term): boolean {
  return FROM.every((from) => {
    const [a, b] = [term, than].map((each) => dueAt(calendar, Date.parse(from), each.duration))
    return a?.ok === true && b?.ok === true && a.dueMs < b.dueMs
  })
}

function highest(words: readonly string[]): number {
  return Math.max(-1, ...words.map((word) => LADDER[word] ?? -1))
}

/** Whoever only was told of by a rung above is told after them: the ladder would lead in a circle. */
function descends(step: LateStep, before: LateStep): boolean {
  if (step.do !== 'tell' || before.do !== 'tell') return false
  const [now, then] = [highest(step.whom), highest(before.whom)]
  return now >= 0 && then > now
}

/**
 * Refuses an escalation that does not lead upwards: a step that comes after one it strikes before, one that says again what
 * an earlier one says, and one that goes back down from a manager to those below. Steps for different promises are apart.
 */
export function checkEscalation(compiler: Compiler, calendar: Calendar, steps: readonly LateStep[]): void {
  for (const [index, step] of steps.entries()) {
    const path = ['when_late', 'then', index]
    for (const [place, before] of steps.slice(0, index).entries()) {
      if (!overlaps(step, before)) continue
      const isSame =
        step.do === 'reassign'
          ? before.do === 'reassign'
          : before.do === 'tell' && step.whom.every((word) => before.whom.includes(word))
      const what = isSame
        ? `Step ${index + 1} does again what step ${place + 1} did.`
        : isSooner(calendar, step.after, before.after)
          ? `Step ${index + 1} comes before step ${place + 1}, after which it stands.`
          : descends(step, before)
            ? `Step ${index + 1} goes back down: those above have been told by step ${place + 1}.`
            : null
      if (what === null) continue
      compiler.report(
        path,
        what,
        isSame
          ? 'Keep one of the two, or let them follow different promises with "of".'
          : 'Put the steps in the order in which they happen, each further up than the one before.',
      )
      break
    }
  }
}
