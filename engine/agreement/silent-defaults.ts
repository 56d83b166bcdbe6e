import type { CompiledAgreement, RouteRule } from './compiled.ts'
import type { Language } from './words/grammar.ts'
import { grammarOf } from './words/grammar-of.ts'
import type { Silent } from './words/phrases.ts'
import { phrasesOf } from './words/phrases-of.ts'

/** A route to a pool, without a condition, that keeps what it takes. */
function takesEvery(route: RouteRule): boolean {
  return route.when === null && typeof route.to !== 'string' && route.ifNobody === 'wait'
}

/** Clauses that do not say what happens when nobody is free. An owner who cannot take it always lets the next decide. */
function unsaidWaits({ document }: CompiledAgreement): string[] {
  return Object.entries(document.routing).flatMap(([clause, route]) =>
    route.if_nobody === undefined && route.to !== 'account owner' ? [clause] : [],
  )
}

function silentRules(
  agreement: CompiledAgreement,
  silent: Silent,
  list: (items: readonly string[]) => string,
  quote: (text: string) => string,
): string[] {
  const { fitRules, engagementRules, routes, pools, document } = agreement
  const uncapped = engagementRules.filter((rule) => rule.atMostPerDay === null).map((rule) => rule.clause)
  const limits = [...pools.values()].flatMap((pool) => [...pool.limits, ...pool.limitsTogether])
  const waiting = unsaidWaits(agreement)
  const anyHour = [...pools.values()].flatMap((pool) =>
    pool.hours === null && !pool.isOnlyWhenWorking ? [quote(pool.name)] : [],
  )
  const noCredit = [...pools.values()].flatMap((pool) => (pool.isCredited ? [] : [quote(pool.name)]))
  return [
    ...(document.calendar.holidays === undefined ? [silent.holidays] : []),
    silent.ownHours,
    ...(fitRules.length === 0 ? [silent.fit] : []),
    ...(engagementRules.length === 0 ? [silent.engagement] : []),
    ...(uncapped.length === 0
      ? []
      : [silent.uncapped(uncapped.length > 12 ? list([...uncapped.slice(0, 11), '…']) : list(uncapped))]),
    ...(routes.some(takesEvery) ? [] : [silent.routing]),
    ...(waiting.length === 0 ? [] : [silent.ifNobody(list(waiting))]),
    ...(anyHour.length === 0 ? [] : [silent.anyHour(list(anyHour))]),
    ...(noCredit.length === 0 ? [] : [silent.noCredit(list(noCredit))]),
    ...[...pools.values()].filter((pool) => pool.limits.length === 0).map((pool) => silent.poolLimit(pool.name)),
    ...(limits.some((limit) => limit.per !== 'day') ? [silent.weekStart] : []),
  ]
}

function silentPromises({ promises, marketing }: CompiledAgreement, silent: Silent): string[] {
  return [
    ...(marketing.deliveries.length === 0 && marketing.handoff === null && marketing.feedback === null
      ? [silent.marketingPromises]
      : []),
    ...(promises.acceptance === null ? [silent.acceptance] : []),
    ...(promises.firstContact === null ? [silent.firstContact] : []),
    ...(promises.attempts === null ? [silent.attempts] : []),
    ...(promises.verdict === null ? [silent.verdict] : []),
    ...(promises.nextStep === null ? [silent.nextStep] : []),
  ]
}

function silentLate({ document: { when_late } }: CompiledAgreement, silent: Silent): string[] {
  return [
    ...(when_late.warn === undefined ? [silent.warn] : []),
    ...(when_late.breach === undefined ? [silent.breach] : []),
    ...(when_late.then.length === 0 ? [silent.late] : []),
    ...when_late.then.flatMap((step, index) => [
      ...(step.of === undefined ? [silent.lateOf(index + 1, step.do)] : []),
      ...(step.do === 'reassign' && step.at_most === undefined ? [silent.lateAtMost(index + 1)] : []),
    ]),
  ]
}

function silentPipelines(agreement: CompiledAgreement, silent: Silent, quote: (text: string) => string): string[] {
  const { pipelines, arePipelinesWritten, winLoss, document } = agreement
  const [first] = pipelines
  const noNeeds = pipelines.filter(({ name }) => document.pipelines?.[name]?.win_needs === undefined)
  const unsaid = pipelines.flatMap(({ stages }) =>
    stages.flatMap((stage) => (stage.probability === null ? [quote(stage.name)] : [])),
  )
  return [
    ...(arePipelinesWritten || first === undefined
      ? []
      : [silent.pipelines(quote(first.name), first.stages.map((stage) => quote(stage.name)).join(', '))]),
    ...(noNeeds.length === 0 ? [] : [silent.winNeeds]),
    ...(unsaid.length === 0 ? [] : [silent.probability(unsaid.join(', '))]),
    ...(winLoss.isWritten ? [] : [silent.winLoss]),
  ]
}

/** What the document does not say, each with what then holds: nothing is implied. */
export function silentDefaults(agreement: CompiledAgreement, language: Language): string[] {
  const { silent } = phrasesOf(language)
  const grammar = grammarOf(language)
  const list = (items: readonly string[]): string => grammar.list(items, 'and')
  const { reject, disqualify } = agreement.document.reasons
  const unsaid = Object.entries(disqualify).flatMap(([reason, rule]) =>
    rule.recycle === undefined && rule.close !== true ? [grammar.quote(reason)] : [],
  )
  return [
    ...silentRules(agreement, silent, list, grammar.quote),
    ...silentPromises(agreement, silent),
    ...silentLate(agreement, silent),
    ...(Object.keys(reject).length === 0 ? [silent.reject] : []),
    ...(Object.keys(disqualify).length === 0 ? [silent.disqualify] : []),
    ...(unsaid.length === 0 ? [] : [silent.close(list(unsaid))]),
    ...silentPipelines(agreement, silent, grammar.quote),
    ...(agreement.staleAfterMs === null ? [silent.returns] : []),
    ...(agreement.document.running_clocks === undefined ? [silent.runningClocks] : []),
  ]
}
