import type { Expression } from '../cel/ast.ts'
import { compileToSource } from '../cel/compile-to-source.ts'
import { runtime } from '../cel/runtime.ts'
import { FACT_DATA, type FactKind } from '../facts/kinds.ts'
import { nounOf, snakeCase } from './expression-schema.ts'

export type Spliced = (context: unknown, data: unknown, held: Int32Array, from: number) => number
export type Shape = {
  /** The records that conditions read, besides those of a fact's data. */
  records: readonly string[]
  /** The kind whose data conditions see under its noun, in their own spelling. */
  kind?: FactKind
}

export const LEAD: Shape = { records: ['person', 'account', 'lead'] }
export const DEAL: Shape = { records: ['person', 'account', 'lead', 'deal'] }

/** `const form = { name: data.name, wants_call: data.wantsCall };`: it never leaves the function, so it costs nothing. */
function dataRecord(kind: FactKind): string {
  const fields = Object.keys(FACT_DATA[kind].shape).map((name) => `${snakeCase(name)}: data.${name}`)
  return `const ${nounOf(kind)} = { ${fields.join(', ')} };`
}

/**
 * One function out of many conditions: statements spliced into a single source, so that a thousand clauses cost
 * a thousand comparisons and no calls. Sources come only from checked expressions.
 */
export function splice(
  conditions: readonly (Expression | null)[],
  shape: Shape,
  effect: (index: number) => string,
  end: string,
): Spliced {
  const constants: string[] = []
  const hoist = (source: string): string => `constant${constants.push(source) - 1}$`
  const noun = shape.kind === undefined ? null : nounOf(shape.kind)
  // A condition on `person.identified` sees what was told, not what was known.
  const read = shape.records.filter((name) => name !== noun)
  const known = noun === null ? read : [...read, noun]
  const names = { context: 'c', runtime: 'r', hoist, records: Object.fromEntries(known.map((name) => [name, name])) }
  const body = conditions.map((when, index) =>
    when === null ? effect(index) : `if (${compileToSource(when, names)}) { ${effect(index)} }`,
  )
  const source = [
    '"use strict";',
    ...constants.map((each, index) => `const constant${index}$ = ${each};`),
    'return (c, data, held, from) => {',
    ...read.map((name) => `const ${name} = r.record(c.${name});`),
    ...(shape.kind === undefined ? [] : [dataRecord(shape.kind)]),
    'let n = 0;',
    ...body,
    `${end} }`,
  ].join('\n')
  const made: unknown = new Function('r', source)(runtime)
  if (!isSpliced(made)) throw new Error('the spliced source is an arrow function')
  return made
}

function isSpliced(value: unknown): value is Spliced {
  return typeof value === 'function'
}
