import type { Expression, Node } from '@ensemble/engine/cel/ast.ts'
import { compileToSource } from '@ensemble/engine/cel/compile-to-source.ts'
import { interpret } from '@ensemble/engine/cel/interpret.ts'
import { parseExpression } from '@ensemble/engine/cel/parse-expression.ts'
import { runtime } from '@ensemble/engine/cel/runtime.ts'
import { Environment } from '@marcbachmann/cel-js'
import { LogicEngine } from 'json-logic-engine'
import { routed, scored } from './cel-rules.ts'

type Condition = (context: unknown) => unknown

function isCondition(value: unknown): value is Condition {
  return typeof value === 'function'
}

export function parse(source: string): Expression {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(`${source}: ${JSON.stringify(parsed.problems)}`)
  return parsed.ast
}

/** The rules one by one, for engines that evaluate a condition at a time. */
function decideEach(prepare: (source: string) => Condition): (context: unknown) => number {
  const scores = scored.map(([source, points]) => ({ holds: prepare(source), points }))
  const routes = routed.map(([source, route]) => ({ holds: prepare(source), route }))
  return (context) => {
    let score = 0
    for (const { holds, points } of scores) if (holds(context) === true) score += points
    for (const { holds, route } of routes) if (holds(context) === true) return score * 8 + route
    return score * 8
  }
}

/** How a compiled decision tells which rules held: not at all, as a list of their numbers, or as one bit each. */
export type Trace = 'none' | 'list' | 'bits'

const traces = {
  none: { declare: '', note: () => '', answer: (decision: string) => decision },
  list: {
    declare: 'const hits = [];',
    note: (index: number) => ` hits.push(${index});`,
    answer: (decision: string) => `{ decision: ${decision}, hits }`,
  },
  bits: {
    declare: 'let hits = 0;',
    note: (index: number) => ` hits |= ${1 << index};`,
    answer: (decision: string) => `{ decision: ${decision}, hits }`,
  },
} as const

/** All rules spliced into one function. */
export function compiled(trace: Trace): (context: unknown) => unknown {
  const { declare, note, answer } = traces[trace]
  const names = {
    context: 'c',
    runtime: 'r',
    records: { account: 'account', person: 'person', activity: 'activity' },
  }
  const records = Object.keys(names.records).map((name) => `const ${name} = r.record(c.${name});`)
  const test = (source: string) => compileToSource(parse(source), names)
  const scores = scored.map(([source, points], index) => `if (${test(source)}) { score += ${points};${note(index)} }`)
  const routes = routed.map(
    ([source, route], index) =>
      `if (${test(source)}) {${note(scored.length + index)} return ${answer(`score * 8 + ${route}`)} }`,
  )
  const body = [...records, 'let score = 0;', declare, ...scores, ...routes, `return ${answer('score * 8')}`]
  const decide: unknown = new Function('r', `"use strict"; return (c) => {\n${body.join('\n')}\n}`)(runtime)
  if (!isCondition(decide)) throw new Error('the compiled source is a function')
  return decide
}

export function interpreted(): (context: unknown) => number {
  return decideEach((source) => {
    const ast = parse(source)
    return (context) => interpret(ast, runtime.record(context))
  })
}

export function celJs(): (context: unknown) => number {
  const environment = new Environment()
    .registerVariable('account', 'map')
    .registerVariable('person', 'map')
    .registerVariable('activity', 'map')
  return decideEach((source) => {
    const evaluate = environment.parse(source)
    return (context) => evaluate(runtime.record(context))
  })
}

export function jsonLogic(): (context: unknown) => number {
  const engine = new LogicEngine()
  return decideEach((source) => {
    const built = engine.build(toJsonLogic(parse(source).root))
    return (context) => built(context)
  })
}

export function toJsonLogic(node: Node): unknown {
  const to = toJsonLogic
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'name':
      return { var: node.name }
    case 'member':
      return { var: node.of.kind === 'name' ? `${node.of.name}.${node.field}` : '' }
    case 'list':
      return node.items.map(to)
    case 'order':
      return { [node.operator]: [to(node.left), to(node.right)] }
    case 'equality':
      return { [`${node.operator}=`]: [to(node.left), to(node.right)] }
    case 'in':
      return { in: [to(node.item), to(node.list)] }
    case 'and':
    case 'or':
      return { [node.kind]: node.parts.map(to) }
    case 'not':
      return { '!': [to(node.of)] }
    case 'call': {
      const [text, start] = node.args
      if (node.fn !== 'startsWith' || text === undefined || start?.kind !== 'literal') break
      return { '===': [{ substr: [to(text), 0, String(start.value).length] }, start.value] }
    }
  }
  throw new Error(`no JsonLogic form of ${node.kind}`)
}
