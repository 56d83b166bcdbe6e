import type { CompiledAgreement, ExpressionContext } from '../agreement/compiled.ts'
import { readPaths } from '../cel/read-paths.ts'
import type { PersonState } from '../lifecycle/state.ts'
import { leadContext } from '../scoring/context.ts'

const SCORES = ['grade', 'fit', 'engagement']

/** What the definition of a qualified lead reads. */
export type Reads = {
  /** Dotted, without the scores. */
  paths: readonly string[]
  /** The points themselves, not only the grade made of them. */
  points: boolean
  scores: boolean
}

/** What the qualifying clauses of an agreement read. */
export function readsOf(agreement: Pick<CompiledAgreement, 'qualifyRules'>): Reads {
  const all = new Set(agreement.qualifyRules.flatMap((rule) => readPaths(rule.when)))
  return {
    paths: [...all].filter((path) => !SCORES.includes(path)).sort(),
    points: all.has('fit') || all.has('engagement'),
    scores: SCORES.some((path) => all.has(path)),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function read(context: ExpressionContext, path: string): unknown {
  let value: unknown = context
  for (const part of path.split('.')) value = isRecord(value) ? value[part] : undefined
  return value
}

/** Only the named parts of what an expression sees, so that people of whom they are the same share one. */
export function project(state: PersonState, paths: readonly string[]): { key: string; context: ExpressionContext } {
  const whole = leadContext(state, 0)
  const context: Record<string, unknown> = { person: {}, account: {}, traits: {}, lead: {} }
  const values: unknown[] = []
  for (const path of paths) {
    const value = read(whole, path)
    values.push(value ?? null)
    const parts = path.split('.')
    let holder = context
    for (const part of parts.slice(0, -1)) {
      const inner = holder[part]
      const next = isRecord(inner) ? inner : {}
      holder[part] = next
      holder = next
    }
    const last = parts.at(-1)
    if (last !== undefined && value !== undefined) holder[last] = value
  }
  return { key: JSON.stringify(values), context }
}
