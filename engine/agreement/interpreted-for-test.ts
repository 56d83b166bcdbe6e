import type { Expression } from '../cel/ast.ts'
import { interpret } from '../cel/interpret.ts'
import { FACT_DATA, type FactKind, isFactKind } from '../facts/kinds.ts'
import type { CompiledAgreement, ExpressionContext } from './compiled.ts'
import { nounOf, snakeCase } from './expression-schema.ts'

function holds(when: Expression | null, context: Readonly<Record<string, unknown>>): boolean {
  return when === null || interpret(when, context) === true
}

function told(kind: FactKind, data: object): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(data))
  return Object.fromEntries(Object.keys(FACT_DATA[kind].shape).map((name) => [snakeCase(name), given.get(name)]))
}

function firstFrom(rules: readonly { when: Expression | null }[], context: ExpressionContext, from: number): number {
  for (let index = from; index < rules.length; index++) {
    const rule = rules[index]
    if (rule !== undefined && holds(rule.when, context)) return index
  }
  return -1
}

/** The same agreement with every condition walked as a tree, clause by clause: what the compiled one must agree with. */
export function interpretedAgreement(agreement: CompiledAgreement): CompiledAgreement {
  const { fitRules, engagementRules, qualifyRules, routes, held } = agreement
  const keep = (indexes: readonly number[], from: number): number => {
    for (const [place, index] of indexes.entries()) held[from + place] = index
    return from + indexes.length
  }
  const engage: CompiledAgreement['engage'] = {}
  for (const kind of Object.keys(agreement.engage)) {
    if (!isFactKind(kind)) continue
    engage[kind] = (state, data) => {
      const context = {
        person: state.person,
        account: state.account,
        traits: state.traits,
        [nounOf(kind)]: told(kind, Object(data)),
      }
      const found = engagementRules.flatMap(({ on, when }, index) =>
        on === kind && holds(when, context) ? [index] : [],
      )
      return keep(found, 0)
    }
  }
  return {
    ...agreement,
    engage,
    fit: (state) => {
      const context = { person: state.person, account: state.account, traits: state.traits }
      const found = fitRules.flatMap(({ when }, index) => (holds(when, context) ? [index] : []))
      return keep(found, 0)
    },
    qualify: (context) => firstFrom(qualifyRules, context, 0),
    alsoQualify: (context, decided) =>
      qualifyRules.flatMap(({ when, clause }, index) => (index > decided && holds(when, context) ? [clause] : [])),
    exitHolds: (condition, context) => holds(condition, context),
    route: (context, from) => firstFrom(routes, context, from),
  }
}
