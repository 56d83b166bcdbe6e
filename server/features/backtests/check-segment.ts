import { verbaliseCondition } from '@ensemble/engine/agreement/verbalise-condition.ts'
import { grammarOf } from '@ensemble/engine/agreement/words/grammar-of.ts'
import type { Segment } from '@ensemble/engine/backtest/segment.ts'
import { segmentCondition } from '@ensemble/engine/backtest/segment-condition.ts'
import { parseExpression } from '@ensemble/engine/cel/parse-expression.ts'
import { Problem } from '../../http/problem.ts'

type Fault = { where: string; what: string; mend: string }

function faultsOf(when: string): Fault[] {
  const read = segmentCondition(when)
  if (read.ok) return []
  return read.problems.map(({ message, remedy, offset }) => ({
    where: `segment.when, character ${offset + 1}`,
    what: message,
    mend: remedy,
  }))
}

/** Refuses a segment whose condition cannot be read or asks for the wrong type. */
export function checkSegment({ when }: Segment): void {
  const errors = when === undefined ? [] : faultsOf(when)
  if (errors.length === 0) return
  const count = errors.length === 1 ? 'a problem' : `${errors.length} problems`
  throw new Problem('refused', `The condition of the segment has ${count}. Nothing was tried.`, {
    mend: 'Mend the places named in errors and try again.',
    errors,
  })
}

/** What the condition of a segment says in words, null when it cannot be read, and what is wrong with it. */
export function sayCondition(when: string, language: 'en' | 'fr'): { says: string | null; problems: Fault[] } {
  const problems = faultsOf(when)
  const parsed = parseExpression(when)
  if (problems.length > 0 || !parsed.ok) return { says: null, problems }
  return { says: verbaliseCondition(parsed.ast, grammarOf(language)).says, problems }
}
