import { learnedSchema } from '../agreement/expression-schema.ts'
import type { Problem } from '../cel/ast.ts'
import { checkExpression } from '../cel/check-expression.ts'
import { type CompiledExpression, compileExpression } from '../cel/compile-expression.ts'
import { parseExpression } from '../cel/parse-expression.ts'
import { readPaths } from '../cel/read-paths.ts'

export type SegmentCondition = {
  /** The fields it reads, dotted. */
  paths: readonly string[]
  holds: CompiledExpression
}

export type ReadCondition =
  | { ok: true; condition: SegmentCondition }
  /** What is wrong, each with its place in the text and a remedy. */
  | { ok: false; problems: readonly Problem[] }

/**
 * Reads the condition of a segment: who they are and how they came (`person`, `account`, `traits`, `lead`), as an agreement's
 * conditions are written. Neither scores nor what sales did may be read: two agreements are compared over the same leads.
 */
export function segmentCondition(when: string): ReadCondition {
  const parsed = parseExpression(when)
  if (!parsed.ok) return { ok: false, problems: parsed.problems }
  const { problems } = checkExpression(parsed.ast, learnedSchema, 'bool')
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, condition: { paths: readPaths(parsed.ast), holds: compileExpression(parsed.ast) } }
}

/** The condition of a segment that was checked before; null for a segment without one. */
export function conditionOf({ when }: { readonly when?: string | undefined }): SegmentCondition | null {
  if (when === undefined) return null
  const read = segmentCondition(when)
  if (read.ok) return read.condition
  throw new Error(`the condition was checked before: ${read.problems[0]?.message}`)
}
