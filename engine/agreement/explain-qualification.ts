import { changesNeeded } from '../cel/changes-needed.ts'
import { type ExplainNode, explainExpression } from '../cel/explain-expression.ts'
import { openAttempt } from '../lifecycle/run.ts'
import type { PersonState } from '../lifecycle/state.ts'
import { leadContext } from '../scoring/context.ts'
import { changesNeededInWords } from './changes-needed-in-words.ts'
import type { CompiledAgreement } from './compiled.ts'
import type { Language } from './words/grammar.ts'

/** A part of a condition with what it came to. `holds` is null for what is not known, and for values that are no condition. */
export type Explained = {
  text: string
  value: string | number | boolean | null
  holds: boolean | null
  parts: Explained[]
}

export type QualificationExplained = {
  clause: string
  because: string | null
  holds: boolean
  explain: Explained
  /** What would have to be different, in words; null when the clause holds. */
  needed: string | null
}

function explained({ text, value, verdict, parts }: ExplainNode): Explained {
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return {
    text,
    value: isScalar ? value : null,
    holds: verdict === 'held' ? true : verdict === 'failed' ? false : null,
    parts: parts.map(explained),
  }
}

/**
 * Why the open attempt qualifies or does not: each qualifying clause with its parts and what would have to be different.
 * Empty without an open attempt. `engagement` is the points left at the moment asked about.
 */
export function explainQualification(
  agreement: CompiledAgreement,
  state: PersonState,
  engagement: number,
  language: Language = 'en',
): QualificationExplained[] {
  if (openAttempt(state) === null) return []
  const context = leadContext(state, engagement, agreement)
  return agreement.qualifyRules.map(({ clause, because, when }) => {
    const node = explainExpression(when, context)
    const holds = node.value === true
    return {
      clause,
      because,
      holds,
      explain: explained(node),
      needed: changesNeededInWords(changesNeeded(node), language),
    }
  })
}
