import type { LearnedRule } from '../agreement/compiled.ts'
import type { Row } from '../learning/model.ts'
import { type Contribution, score } from '../learning/score.ts'
import type { PersonState } from '../lifecycle/state.ts'
import { leadOf } from './context.ts'

const STRONGEST = 3

/** What a learned score says of somebody: its probability and what speaks loudest for or against them. */
export type LearnedLine = {
  clause: string
  points: number
  learned: { probability: number; strongest: readonly Contribution[] }
}

function valueAt(context: Readonly<Record<string, unknown>>, path: readonly string[]): Row[string] {
  let value: unknown = context
  for (const part of path) {
    const holder: unknown = value
    value =
      typeof holder === 'object' && holder !== null && Object.hasOwn(holder, part) ? Reflect.get(holder, part) : null
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** The ledger lines of learned scores: of each, its most points times the probability, rounded. */
export function learnedLines(rules: readonly LearnedRule[], state: PersonState): LearnedLine[] {
  const { person, account, traits } = state
  const context = { person, account, traits, lead: leadOf(state) }
  return rules.map(({ clause, stored, reads, atMost }) => {
    const row: Record<string, Row[string]> = {}
    for (const { field, path } of reads) row[field] = valueAt(context, path)
    const { probability, contributions } = score(stored.model, row)
    return {
      clause,
      points: Math.round(atMost * probability),
      learned: { probability, strongest: contributions.slice(0, STRONGEST) },
    }
  })
}
