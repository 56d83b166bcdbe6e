import type { Expression } from '../cel/ast.ts'
import { compileToSource } from '../cel/compile-to-source.ts'
import { nearestName } from '../cel/nearest-name.ts'
import { runtime } from '../cel/runtime.ts'
import { FACT_DATA, type FactKind, isFactKind } from '../facts/kinds.ts'
import { STAGES, type Stage, type Team } from '../lifecycle/state.ts'
import { checkGrades } from './check-grades.ts'
import { readNamedAccounts, readTerritories } from './compile-places.ts'
import { readPools, readRoutes } from './compile-routes.ts'
import type { CompiledAgreement, EngagementRule, FitRule, QualifyRule } from './compiled.ts'
import type { Compiler } from './compiler.ts'
import { factSchema, fitSchema, leadSchema, nounOf, snakeCase } from './expression-schema.ts'

type Spliced = (context: unknown, data: unknown, held: Int32Array, from: number) => number
type Shape = {
  /** The records that conditions read, besides those of a fact's data. */
  records: readonly string[]
  /** The kind whose data conditions see under its noun, in their own spelling. */
  kind?: FactKind
}

const LEAD: Shape = { records: ['person', 'account', 'lead'] }

/** `const form = { name: data.name, wants_call: data.wantsCall };`: it never leaves the function, so it costs nothing. */
function dataRecord(kind: FactKind): string {
  const fields = Object.keys(FACT_DATA[kind].shape).map((name) => `${snakeCase(name)}: data.${name}`)
  return `const ${nounOf(kind)} = { ${fields.join(', ')} };`
}

/**
 * One function out of many conditions: statements spliced into a single source, so that a thousand clauses cost
 * a thousand comparisons and no calls. Sources come only from checked expressions.
 */
function splice(
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
  | 'held'
  | 'fit'
  | 'engage'
  | 'qualify'
  | 'qualifyRules'
  | 'route'
  | 'routes'
  | 'pools'
  | 'territories'
  | 'namedAccounts'
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
      { records: ['person', 'account'], kind },
      (position) => `held[n++] = ${indexes[position]}`,
      'return n',
    )
  }
  const fit = splice(
    fitRules.map((rule) => rule.when),
    { records: ['person', 'account'] },
    (index) => `held[n++] = ${index}`,
    'return n',
  )
  const first = splice(
    qualifyRules.map((rule) => rule.when),
    LEAD,
    (index) => `return ${index}`,
    'return -1',
  )
  const next = splice(
    routes.map((rule) => rule.when),
    LEAD,
    (index) => `if (from <= ${index}) return ${index}`,
    'return -1',
  )
  const held = new Int32Array(Math.max(fitRules.length, engagementRules.length))
  return {
    halfLifeMs: readHalfLife(compiler),
    fitRules,
    engagementRules,
    qualifyRules,
    routes,
    held,
    fit: (state) => fit(state, null, held, 0),
    engage,
    qualify: (context) => first(context, null, held, 0),
    route: (context, from) => next(context, null, held, from),
    pools: readPools(compiler),
    territories: readTerritories(compiler),
    namedAccounts: readNamedAccounts(compiler),
    nobodyFree: {
      keepFor: compiler.promised(document.nobody_free.keep_for, ['nobody_free', 'keep_for']),
      tell: document.nobody_free.then.slice('tell '.length),
    },
    stageOwners: perStage<Team>((stage) => document.stages[stage].owner),
    knownAs: perStage((stage) => document.stages[stage].known_as ?? null),
    staleAfterMs: readStale(compiler),
  }
}
