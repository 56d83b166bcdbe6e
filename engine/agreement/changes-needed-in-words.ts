import type { Change } from '../cel/changes-needed.ts'
import { parseExpression } from '../cel/parse-expression.ts'
import { fieldWordsOf, verbaliseCondition } from './verbalise-condition.ts'
import type { Grammar, Language } from './words/grammar.ts'
import { grammarOf } from './words/grammar-of.ts'
import { valueInWords } from './words/value-in-words.ts'

type Condition = Change & { kind: 'condition' }

/** "it is C2", "it is not known"; null where the condition says it already. */
function nowIs(condition: Condition, grammar: Grammar): string | null {
  const [read, ...others] = condition.reads
  if (read === undefined || others.length > 0) return null
  const parsed = parseExpression(read.text)
  const field = parsed.ok ? fieldWordsOf(parsed.ast.root, grammar) : undefined
  if (read.value === undefined || read.value === '') return grammar.now(field, null)
  if (field?.yes !== undefined) return null
  const value = valueInWords(read.value, field, grammar)
  return value === null ? null : grammar.now(field, value)
}

function sayCondition(condition: Condition, grammar: Grammar, isAlone: boolean): string {
  const parsed = parseExpression(condition.text)
  const must = parsed.ok
    ? verbaliseCondition(parsed.ast, grammar, condition.wanted).must
    : grammar.code(condition.text, condition.wanted).must
  const now = nowIs(condition, grammar)
  if (now === null) return must
  const between = grammar.language === 'fr' ? ' ; ' : '; '
  return isAlone ? `${must}${between}${now}` : `${must} (${now})`
}

function sayChange(change: Change, grammar: Grammar, isAlone: boolean): string {
  if (change.kind === 'condition') return sayCondition(change, grammar, isAlone)
  const parts = change.of.map((each) => {
    const said = sayChange(each, grammar, false)
    return { says: said, must: said }
  })
  return change.kind === 'all' ? grammar.all(parts, !isAlone).must : grammar.any(parts, !isAlone).must
}

/**
 * What would have to be different for a condition to hold, as a person says it: "their grade would have to be A1, A2 or
 * B1; it is C2". Null when it holds already.
 */
export function changesNeededInWords(change: Change | undefined, language: Language): string | null {
  return change === undefined ? null : sayChange(change, grammarOf(language), true)
}
