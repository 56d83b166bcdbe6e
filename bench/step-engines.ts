import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { leadContext } from '@ensemble/engine/scoring/context.ts'
import { Environment } from '@marcbachmann/cel-js'
import { LogicEngine } from 'json-logic-engine'
import { parse, toJsonLogic } from './cel-engines.ts'
import type { Scored } from './step-by-hand.ts'
import { ENGAGEMENT, FIT, type Lead, QUALIFY, ROUTES } from './step-rules.ts'

type Condition = (context: unknown) => unknown

/** The agreement as the product calls it, building what its conditions see. */
export function byAgreement(agreement: CompiledAgreement): (lead: Lead) => Scored {
  const engage = agreement.engage['form.submitted']
  return ({ state, form }) => {
    const held: number[] = []
    let fit = 0
    const fits = agreement.fit(state)
    for (let place = 0; place < fits; place++) {
      const rule = agreement.held[place] ?? 0
      fit += agreement.fitRules[rule]?.points ?? 0
      held.push(rule)
    }
    let engagement = 0
    const count = engage?.(state, form.data, agreement.held, 0) ?? 0
    for (let place = 0; place < count; place++) {
      const rule = agreement.held[place] ?? 0
      engagement += agreement.engagementRules[rule]?.points ?? 0
      held.push(FIT.length + rule)
    }
    state.fit = fit
    const context = leadContext(state, engagement, agreement)
    return { fit, engagement, held, qualify: agreement.qualify(context), route: agreement.route(context, 0) }
  }
}

/** Engines that evaluate one condition at a time. */
function oneByOne(
  prepare: (source: string) => Condition,
  contextOf: (lead: Lead) => Record<string, unknown>,
): (lead: Lead) => Scored {
  const fits = FIT.map(([source, points]) => ({ holds: prepare(source), points }))
  const engagements = ENGAGEMENT.map(([source, points]) => ({ holds: prepare(source), points }))
  const qualifies = QUALIFY.map(prepare)
  const routes = ROUTES.map(prepare)
  return (lead) => {
    const context = contextOf(lead)
    const held: number[] = []
    let fit = 0
    let engagement = 0
    let place = 0
    for (const { holds, points } of fits) {
      if (holds(context) === true) {
        fit += points
        held.push(place)
      }
      place++
    }
    for (const { holds, points } of engagements) {
      if (holds(context) === true) {
        engagement += points
        held.push(place)
      }
      place++
    }
    context.fit = fit
    context.engagement = engagement
    return {
      fit,
      engagement,
      held,
      qualify: qualifies.findIndex((holds) => holds(context) === true),
      route: routes.findIndex((holds) => holds(context) === true),
    }
  }
}

/** What the conditions of a lead may read, as a plain object. */
export function seenBy({ state, form }: Lead): Record<string, unknown> {
  const { name, path, wantsCall } = form.data
  return {
    person: state.person,
    account: state.account,
    traits: {},
    form: { name, path, wants_call: wantsCall },
    fit: 0,
    engagement: 0,
  }
}

export function byJsonLogic(): (lead: Lead) => Scored {
  const engine = new LogicEngine()
  return oneByOne((source) => {
    const built: unknown = engine.build(toJsonLogic(parse(source).root))
    return built as Condition
  }, seenBy)
}

const wide = (value: unknown): unknown =>
  typeof value === 'number'
    ? BigInt(value)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wide(each)]))
      : value

export function byCelJs(): (lead: Lead) => Scored {
  const environment = new Environment()
  for (const name of ['person', 'account', 'traits', 'form']) environment.registerVariable(name, 'map')
  environment.registerVariable('fit', 'double').registerVariable('engagement', 'double')
  // It takes whole numbers as BigInt: like every contender it makes what its conditions see from the stored state, within the clock.
  return oneByOne(
    (source) => {
      const evaluate = environment.parse(source)
      return (context) => evaluate(context as Record<string, unknown>)
    },
    (lead) => Object.fromEntries(Object.entries(seenBy(lead)).map(([key, value]) => [key, wide(value)])),
  )
}
