import { type ConditionRows, rowsOf } from '@ensemble/engine/agreement/condition-rows.ts'
import type { DocumentPath } from '@ensemble/engine/agreement/problem.ts'
import { verbaliseCondition } from '@ensemble/engine/agreement/verbalise-condition.ts'
import { grammarOf } from '@ensemble/engine/agreement/words/grammar-of.ts'
import { parseExpression } from '@ensemble/engine/cel/parse-expression.ts'

type Row = {
  field: string
  is: ConditionRows['rows'][number] extends infer R ? (R extends { is: infer I } ? I : never) : never
  value: Value | Value[] | null
}
type Value = string | number | boolean
type Group = { join: 'all' | 'any'; rows: Row[] }
type Found = {
  path: (string | number)[]
  says: string | null
  rows: { join: 'all' | 'any'; rows: (Row | Group)[] } | null
}

function flat({ join, rows }: ConditionRows): Group {
  return { join, rows: rows.flatMap((row) => ('rows' in row ? [] : [rowFrom(row)])) }
}

function rowFrom({ field, is, value }: Exclude<ConditionRows['rows'][number], ConditionRows>): Row {
  return { field, is, value: typeof value === 'object' && value !== null ? [...value] : value }
}

/** The condition of a part of a document, in words and as rows; null when it has none. */
export function conditionIn(value: unknown, path: DocumentPath, language: 'en' | 'fr'): Found | null {
  if (typeof value !== 'object' || value === null || !('when' in value) || typeof value.when !== 'string') return null
  const at = [...path, 'when']
  const parsed = parseExpression(value.when)
  if (!parsed.ok) return { path: at, says: null, rows: null }
  const rows = rowsOf(parsed.ast.root)
  const { says } = verbaliseCondition(parsed.ast, grammarOf(language))
  return {
    path: at,
    says,
    rows:
      rows === null
        ? null
        : { join: rows.join, rows: rows.rows.map((row) => ('rows' in row ? flat(row) : rowFrom(row))) },
  }
}
