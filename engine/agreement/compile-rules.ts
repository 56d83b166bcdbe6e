import type { StoredModels } from '../learning/stored-model.ts'
import { STAGES, type Stage, type Team } from '../lifecycle/state.ts'
import { compileLearned } from './compile-learned.ts'
import { readNamedAccounts, readTerritories } from './compile-places.ts'
import { readPools, readRoutes } from './compile-routes.ts'
import { compileScore, compileScores } from './compile-scores.ts'
import { readSources } from './compile-sources.ts'
import type { CompiledAgreement, ExpressionContext, QualifyRule, ScoreRules } from './compiled.ts'
import type { Compiler } from './compiler.ts'
import { leadSchemaOf } from './expression-schema.ts'
import { LEAD, type Spliced, splice } from './splice.ts'

function checkProduct(compiler: Compiler, product: string | undefined, path: readonly string[]): string | null {
  if (product === undefined) return null
  const { scores } = compiler.ownNames
  if (!scores.includes(product))
    compiler.report(
      [...path, 'for'],
      `There is no score "${product}".`,
      scores.length === 0 ? 'Add it under scores, or remove this.' : `Name one of: ${scores.join(', ')}.`,
    )
  return product
}

function readQualify(compiler: Compiler): QualifyRule[] {
  const { when } = compiler.document.stages.qualified
  const schema = leadSchemaOf(compiler.ownNames)
  const path = ['stages', 'qualified', 'when']
  if (typeof when === 'string') {
    const clause = compiler.clause('Q1', path)
    return [{ clause, because: null, when: compiler.condition(when, schema, path), product: null }]
  }
  return Object.entries(when).map(([name, rule]) => ({
    clause: compiler.clause(name, [...path, name]),
    because: rule.because ?? null,
    when: compiler.condition(rule.when, schema, [...path, name, 'when']),
    product: checkProduct(compiler, rule.for, [...path, name]),
  }))
}

/** The clauses after the one that decided which hold as well. Made when first asked: most leads never qualify. */
function alsoQualify(rules: readonly QualifyRule[]): CompiledAgreement['alsoQualify'] {
  let later: Spliced | null = null
  const held = new Int32Array(rules.length)
  return (context: ExpressionContext, decided: number) => {
    if (decided + 1 >= rules.length) return []
    later ??= splice(
      rules.map((rule) => rule.when),
      LEAD,
      (index) => `if (from < ${index}) held[n++] = ${index}`,
      'return n',
    )
    const count = later(context, null, held, decided)
    return Array.from(held.subarray(0, count), (index) => rules[index]?.clause ?? '')
  }
}

type Rules = Pick<
  CompiledAgreement,
  | keyof ScoreRules
  | 'scores'
  | 'sources'
  | 'source'
  | 'qualify'
  | 'alsoQualify'
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
export function compileRules(compiler: Compiler, models: StoredModels): Rules {
  const { document } = compiler
  const learned = compileLearned(compiler, models)
  const main = compileScore(
    compiler,
    document,
    [],
    learned.filter((rule) => rule.score === null),
  )
  const scores = compileScores(compiler, learned)
  const sources = readSources(compiler)
  const qualifyRules = readQualify(compiler)
  const routes = readRoutes(compiler)
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
  const from = splice(
    sources.map((rule) => rule.when),
    LEAD,
    (index) => `return ${index}`,
    'return -1',
  )
  const { held } = main
  return {
    ...main,
    scores,
    sources,
    source: (context) => from(context, null, held, 0),
    qualifyRules,
    routes,
    qualify: (context) => first(context, null, held, 0),
    alsoQualify: alsoQualify(qualifyRules),
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
