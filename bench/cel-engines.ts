import type { Expression, Node } from '@ensemble/engine/cel/ast.ts'
import { compileToSource } from '@ensemble/engine/cel/compile-to-source.ts'
import { interpret } from '@ensemble/engine/cel/interpret.ts'
import { parseExpression } from '@ensemble/engine/cel/parse-expression.ts'
import { runtime } from '@ensemble/engine/cel/runtime.ts'
import { Environment } from '@marcbachmann/cel-js'
import { LogicEngine } from 'json-logic-engine'
import { routed, scored } from './cel-rules.ts'

type Condition = (context: unknown) => unknown

function parse(source: string): Expression {
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

/** All rules spliced into one function; with `trace`, the numbers of the rules that held are written into a list. */
export function compiled(trace: boolean): (context: unknown) => unknown {
  const names = { context: 'c', runtime: 'r', records: { account: 'account', person: 'person', activity: 'activity' } }
  const record = Object.keys(names.records).map((name) => `const ${name} = r.record(c.${name});`)
  const note = (index: number) => (trace ? ` trace.push(${index});` : '')
  const scores = scored.map(([source, points], index) => {
    return `if (${compileToSource(parse(source), names)}) { score += ${points};${note(index)} }`
  })
  const routes = routed.map(([source, route], index) => {
    return `if (${compileToSource(parse(source), names)}) {${note(scored.length + index)} return ${trace ? '{ trace, decision: ' : '('}score * 8 + ${route}${trace ? ' }' : ')'} }`
  })
  const body = [
    ...record,
    'let score = 0;',
    trace ? 'const trace = [];' : '',
    ...scores,
    ...routes,
    `return ${trace ? '{ trace, decision: score * 8 }' : 'score * 8'}`,
  ]
  const decide: unknown = new Function('r', `"use strict"; return (c) => {\n${body.join('\n')}\n}`)(runtime)
  if (typeof decide !== 'function') throw new Error('the compiled source is a function')
  return (context) => decide(context)
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
  return decideEach((source) => engine.build(toJsonLogic(parse(source).root)))
}

function toJsonLogic(node: Node): unknown {
  const to = toJsonLogic
  switch (node.kind) {
    case 'literal':
      return node.value
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
