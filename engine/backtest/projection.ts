import type { CompiledAgreement, ExpressionContext } from '../agreement/compiled.ts'
import { readPaths } from '../cel/read-paths.ts'
import type { PersonState } from '../lifecycle/state.ts'
import { leadContext, type Sources } from '../scoring/context.ts'

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

export type Projection = {
  /** The same for everybody of whom the named parts are the same. */
  keyOf(state: PersonState): string
  /** The named parts, in the shape an expression sees. */
  contextOf(state: PersonState): ExpressionContext
}

type Getter = (state: PersonState) => unknown

/** Reads one dotted path straight from the state where it can; the rare rest goes through the whole context. */
function getterOf(path: string, agreement: Sources): Getter {
  const [root, field, ...deeper] = path.split('.')
  if (field === undefined || deeper.length > 0) return (state) => read(leadContext(state, 0, agreement), path)
  if (root === 'person' || root === 'account' || root === 'traits') {
    return (state) => {
      const part: Readonly<Record<string, unknown>> = state[root]
      return part[field]
    }
  }
  return (state) => read(leadContext(state, 0, agreement), path)
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return `s${value}`
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : `${typeof value}${String(value)}`
}

/** Only the named parts of what an expression sees, so that people of whom they are the same share one context. */
export function projection(paths: readonly string[], agreement: Sources): Projection {
  const getters = paths.map((path) => getterOf(path, agreement))
  return {
    keyOf(state) {
      let key = ''
      for (const get of getters) key += `${textOf(get(state))}\u0000`
      return key
    },
    contextOf(state) {
      const context: Record<string, unknown> = { person: {}, account: {}, traits: {}, lead: {} }
      for (const [index, path] of paths.entries()) {
        const value = getters[index]?.(state)
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
      return context
    },
  }
}
