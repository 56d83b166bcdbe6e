import { isMap, isNode, isPair, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { SuggestedClause } from './suggest.ts'

function block(clauses: readonly SuggestedClause[], comment: string, indent: string): string {
  const lines = comment.split('\n').map((line) => `${indent}# ${line}`)
  for (const { clause, when, because } of clauses) {
    lines.push(`${indent}${clause}:`)
    lines.push(`${indent}  when: '${when.replaceAll("'", "''")}'`)
    lines.push(`${indent}  because: ${JSON.stringify(because)}`)
  }
  return `\n${lines.join('\n')}`
}

function pairOf(map: YAMLMap): Pair | undefined {
  return map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === 'when')
}

/**
 * The text of an agreement with its definition of a qualified lead replaced by suggested clauses. Every other character
 * stays as it is written. `comment` is put above the clauses. Throws when the text is no agreement.
 */
export function suggestedDocument(source: string, clauses: readonly SuggestedClause[], comment: string): string {
  const qualified = parseDocument(source).getIn(['stages', 'qualified'], true)
  if (!isMap(qualified)) throw new Error('the agreement defines a qualified lead')
  const pair = pairOf(qualified)
  const value = pair?.value
  if (pair === undefined || !isScalar(pair.key) || !isNode(value)) throw new Error('the definition is a clause')
  const from = pair.key.range?.[1] ?? 0
  const to = value.range?.[1] ?? from
  const keyAt = pair.key.range?.[0] ?? 0
  const column = keyAt - (source.lastIndexOf('\n', keyAt - 1) + 1)
  const tail = source.slice(source.slice(0, to).trimEnd().length)
  const written =
    qualified.flow === true
      ? `: ${JSON.stringify(Object.fromEntries(clauses.map(({ clause, when, because }) => [clause, { when, because }])))}`
      : `:${block(clauses, comment, ' '.repeat(column + 2))}`
  return source.slice(0, from) + written + tail
}
