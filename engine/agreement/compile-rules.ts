import type { Expression } from '../cel/ast.ts'
import { compileToSource } from '../cel/compile-to-source.ts'
import { nearestName } from '../cel/nearest-name.ts'
import { runtime } from '../cel/runtime.ts'
import { FACT_DATA, isFactKind } from '../facts/kinds.ts'
import { STAGES, type Stage, type Team } from '../lifecycle/state.ts'
import type {
  CompiledAgreement,
  EngagementRule,
  ExpressionContext,
  FitRule,
  QualifyRule,
} from './compiled.ts'
import { checkGrades } from './check-grades.ts'
import { readPools, readRoutes } from './compile-routes.ts'
import type { Compiler } from './compiler.ts'
import { factSchema, fitSchema, leadSchema } from './expression-schema.ts'

type Holds = (context: ExpressionContext, held: number[]) => number

/**
 * One function out of many conditions: statements spliced into a single source, so that a thousand clauses cost
 * a thousand comparisons and no calls. Sources come only from checked expressions.
 */
function splice(conditions: readonly (Expression | null)[], effect: (index: number) => string, end: string): Holds {
  const constants: string[] = []
  const hoist = (source: string): string => `constant${constants.push(source) - 1}$`
  const names = { context: 'c', runtime: 'r', hoist, records: { person: 'person', account: 'account' } }
  const body = conditions
    .map((when, index) => (when === null ? effect(index) : `if (${compileToSource(when, names)}) { ${effect(index)} }`))
    .join('\n')
  const declared = constants.map((each, index) => `const constant${index}$ = ${each};`).join('\n')
  const source = `"use strict";\n${declared}\nreturn (c, held) => {\nconst person = r.record(c.person), account = r.record(c.account);\nlet points = 0;\n${body}\n${end}\n}`
  const made: unknown = new Function('r', source)(runtime)
  if (!isHolds(made)) throw new Error('the spliced source is an arrow function')
  return made
}

function isHolds(value: unknown): value is Holds {
  return typeof value === 'function'
}

function readFit(compiler: Compiler): FitRule[] {
  return Object.entries(compiler.document.fit).map(([name, rule]) => ({
    clause: compiler.clause(name, ['fit', name]),
    points: rule.points,
    because: rule.because ?? null,
    when: compiler.condition(rule.when, fitSchema, ['fit', name, 'when']),
  }))
}

function readEngagement(compiler: Compiler): EngagementRule[] {
  const rules: EngagementRule[] = []
  for (const [name, rule] of Object.entries(compiler.document.engagement)) {
    if (typeof rule === 'string') continue
    const path = ['engagement', name]
    if (!/^[A-Z][A-Za-z]?\d{1,4}$/.test(name)) {
      compiler.report(path, `"${name}" is no clause name.`, 'Use a letter and a number, such as E7, or half_life.')
      continue
    }
    if (!isFactKind(rule.on)) {
      const near = nearestName(rule.on, Object.keys(FACT_DATA))
      compiler.report(
        [...path, 'on'],
        `"${rule.on}" is no kind of fact.`,
        near === undefined ? 'Name one such as form.submitted.' : `Did you mean "${near}"?`,
      )
      continue
    }
    rules.push({
      clause: compiler.clause(name, path),
      on: rule.on,
      points: rule.points,
      because: rule.because ?? null,
      when: rule.when === undefined ? null : compiler.condition(rule.when, factSchema(rule.on), [...path, 'when']),
      atMostPerDay: rule.at_most === undefined ? null : Number.parseInt(rule.at_most, 10),
    })
  }
  return rules
}

function readQualify(compiler: Compiler): QualifyRule[] {
  const { when } = compiler.document.stages.qualified
  const path = ['stages', 'qualified', 'when']
  if (typeof when === 'string') {
    return [{ clause: compiler.clause('Q1', path), because: null, when: compiler.condition(when, leadSchema, path) }]
  }
  return Object.entries(when).map(([name, rule]) => ({
    clause: compiler.clause(name, [...path, name]),
    because: rule.because ?? null,
    when: compiler.condition(rule.when, leadSchema, [...path, name, 'when']),
  }))
}

type Rules = Pick<
  CompiledAgreement,
  | 'halfLifeMs'
  | 'fitRules'
  | 'engagementRules'
  | 'fit'
  | 'engage'
  | 'qualify'
  | 'qualifyRules'
  | 'routeHolds'
  | 'routes'
  | 'pools'
  | 'nobodyFree'
  | 'stageOwners'
  | 'knownAs'
  | 'staleAfterMs'
>

function readHalfLife(compiler: Compiler): number {
  const path = ['engagement', 'half_life']
  const { duration } = compiler.term(compiler.document.engagement.half_life, path)
  if (duration.isWorking || duration.amountMs <= 0) {
    compiler.report(path, 'Points fade in real time, not in working time.', 'Write for example "30 days".')
    return 1
  }
  return duration.amountMs
}

function readStale(compiler: Compiler): number | null {
  const { returns } = compiler.document
  if (returns === undefined) return null
  const path = ['returns', 'stale_after']
  const { duration } = compiler.promised(returns.stale_after, path)
  if (!duration.isWorking) return duration.amountMs
  compiler.report(path, 'Silence is counted in real time.', 'Write for example "180 days".')
  return null
}

function perStage<T>(read: (stage: Stage) => T): Record<Stage, T> {
  const [inquiry, qualified, accepted, contacted, opportunity, won] = STAGES
  return {
    inquiry: read(inquiry),
    qualified: read(qualified),
    accepted: read(accepted),
    contacted: read(contacted),
    opportunity: read(opportunity),
    won: read(won),
  }
}

/** Reads and compiles the clauses that score, qualify and route. */
export function compileRules(compiler: Compiler): Rules {
  const { document } = compiler
  const fitRules = readFit(compiler)
  const engagementRules = readEngagement(compiler)
  const qualifyRules = readQualify(compiler)
  const routes = readRoutes(compiler)
  checkGrades(compiler)
  const engage: Rules['engage'] = {}
  for (const kind of new Set(engagementRules.map((rule) => rule.on))) {
    const indexes = engagementRules.flatMap((rule, index) => (rule.on === kind ? [index] : []))
    engage[kind] = splice(
      indexes.map((index) => engagementRules[index]?.when ?? null),
      (position) => `held.push(${indexes[position]})`,
      'return 0',
    )
  }
  return {
    halfLifeMs: readHalfLife(compiler),
    fitRules,
    engagementRules,
    qualifyRules,
    routes,
    fit: splice(
      fitRules.map((rule) => rule.when),
      (index) => `points += ${fitRules[index]?.points ?? 0}; held.push(${index})`,
      'return points',
    ),
    engage,
    qualify: first(qualifyRules.map((rule) => rule.when)),
    routeHolds: each(routes.map((rule) => rule.when)),
    pools: readPools(compiler),
    nobodyFree: {
      keepFor: compiler.promised(document.nobody_free.keep_for, ['nobody_free', 'keep_for']),
      tell: document.nobody_free.then.slice('tell '.length),
    },
    stageOwners: perStage<Team>((stage) => document.stages[stage].owner),
    knownAs: perStage((stage) => document.stages[stage].known_as ?? null),
    staleAfterMs: readStale(compiler),
  }
}

const NOTHING: number[] = []

function each(conditions: readonly (Expression | null)[]): (index: number, context: ExpressionContext) => boolean {
  const tests = conditions.map((when) => first([when]))
  return (index, context) => tests[index]?.(context) === 0
}

function first(conditions: readonly (Expression | null)[]): (context: ExpressionContext) => number {
  const holds = splice(conditions, (index) => `return ${index}`, 'return -1')
  return (context) => holds(context, NOTHING)
}
