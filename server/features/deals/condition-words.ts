import { verbaliseCondition } from '@ensemble/engine/agreement/verbalise-condition.ts'
import { grammarOf } from '@ensemble/engine/agreement/words/grammar-of.ts'
import { parseExpression } from '@ensemble/engine/cel/parse-expression.ts'

/** The condition of a stage in words: what holds there, and what would have to. */
export function conditionWords(source: string, language: 'en' | 'fr'): { says: string; mend: string } {
  const parsed = parseExpression(source)
  if (!parsed.ok) return { says: source, mend: source }
  const { says, must } = verbaliseCondition(parsed.ast, grammarOf(language))
  const mend = `${must.charAt(0).toUpperCase()}${must.slice(1)}.`
  return { says, mend }
}
