import type { Expression } from './ast.ts'
import { parseExpression } from './parse-expression.ts'

/** For tests: the tree of a source that must parse. */
export function parseForTest(source: string): Expression {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(`${source}: ${parsed.problems.map((each) => each.message).join(' ')}`)
  return parsed.ast
}
