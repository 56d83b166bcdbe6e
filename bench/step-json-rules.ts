import type { Node } from '@ensemble/engine/cel/ast.ts'
import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine'
import { parse } from './cel-engines.ts'
import type { Scored } from './step-by-hand.ts'
import { seenBy } from './step-engines.ts'
import { ENGAGEMENT, FIT, type Lead, QUALIFY, ROUTES } from './step-rules.ts'

const OPERATORS = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  '==': 'equal',
  '!=': 'notEqual',
} as const

function factOf(node: Node): { fact: string; path?: string } {
  if (node.kind === 'name') return { fact: node.name }
  if (node.kind === 'member' && node.of.kind === 'name') return { fact: node.of.name, path: `$.${node.field}` }
  throw new Error(`no fact for ${node.kind}`)
}

function constantOf(node: Node): unknown {
  if (node.kind === 'literal') return node.value
  return node.kind === 'list' ? node.items.map(constantOf) : factOf(node)
}

function toJsonRules(node: Node): NestedCondition {
  switch (node.kind) {
    case 'name':
    case 'member':
      return { ...factOf(node), operator: 'equal', value: true }
    case 'order':
    case 'equality':
      return { ...factOf(node.left), operator: OPERATORS[node.operator], value: constantOf(node.right) }
    case 'in':
      return { ...factOf(node.item), operator: 'in', value: constantOf(node.list) }
    case 'and':
      return { all: node.parts.map(toJsonRules) }
    case 'or':
      return { any: node.parts.map(toJsonRules) }
    case 'not':
      return { not: toJsonRules(node.of) }
    case 'call': {
      const [text, start] = node.args
      if (node.fn !== 'startsWith' || text === undefined || start?.kind !== 'literal') break
      return { ...factOf(text), operator: 'startsWith', value: start.value }
    }
  }
  throw new Error(`no json-rules-engine form of ${node.kind}`)
}

function engineOf(clauses: readonly { source: string; params: Record<string, unknown> }[]): Engine {
  const rules = clauses.map(({ source, params }): RuleProperties => {
    const condition = toJsonRules(parse(source).root)
    const conditions = 'all' in condition || 'any' in condition ? condition : { all: [condition] }
    return { conditions, event: { type: 'held', params } }
  })
  const engine = new Engine([], { allowUndefinedFacts: true })
  engine.addOperator('startsWith', (text: unknown, start: unknown) => String(text).startsWith(String(start)))
  for (const rule of rules) engine.addRule(rule)
  return engine
}

/** Points first, then the clauses that read them: two runs for a lead, for no rule may wait for another's event. */
export function byJsonRules(): (lead: Lead) => Promise<Scored> {
  const scores = engineOf([
    ...FIT.map(([source, points], place) => ({ source, params: { place, fit: points, engagement: 0 } })),
    ...ENGAGEMENT.map(([source, points], at) => ({
      source,
      params: { place: FIT.length + at, fit: 0, engagement: points },
    })),
  ])
  const decides = engineOf([
    ...QUALIFY.map((source, qualify) => ({ source, params: { qualify } })),
    ...ROUTES.map((source, route) => ({ source, params: { route } })),
  ])
  const first = (events: readonly { params?: Record<string, unknown> }[], name: string): number =>
    events.reduce((least, { params }) => {
      const at = params?.[name]
      return typeof at === 'number' && (least === -1 || at < least) ? at : least
    }, -1)
  return async (lead) => {
    const context = seenBy(lead)
    const { events } = await scores.run(context)
    let fit = 0
    let engagement = 0
    const held: number[] = []
    for (const { params } of events) {
      fit += Number(params?.fit)
      engagement += Number(params?.engagement)
      held.push(Number(params?.place))
    }
    held.sort((a, b) => a - b)
    const { events: decided } = await decides.run({ ...context, fit, engagement })
    return { fit, engagement, held, qualify: first(decided, 'qualify'), route: first(decided, 'route') }
  }
}
