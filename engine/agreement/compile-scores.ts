import { nearestName } from '../cel/nearest-name.ts'
import { FACT_DATA, isFactKind } from '../facts/kinds.ts'
import { checkGrades } from './check-grades.ts'
import type { EngagementRule, FitRule, LearnedRule, NamedScore, ScoreRules } from './compiled.ts'
import type { Compiler } from './compiler.ts'
import type { AgreementDocument } from './document.ts'
import { factSchema, fitSchema } from './expression-schema.ts'
import type { DocumentPath } from './problem.ts'
import { splice } from './splice.ts'

type Written = Pick<AgreementDocument, 'fit' | 'engagement' | 'grades'>

function readFit(compiler: Compiler, written: Written, at: DocumentPath): FitRule[] {
  return Object.entries(written.fit).map(([name, rule]) => {
    const path = [...at, 'fit', name]
    return {
      clause: compiler.clause(name, path),
      points: rule.points,
      because: rule.because ?? null,
      when: compiler.condition(rule.when, fitSchema, [...path, 'when']),
    }
  })
}

/** A length of real time over which points lose half their worth. */
function readHalfLife(compiler: Compiler, text: string, path: DocumentPath): number {
  const { duration } = compiler.term(text, path)
  if (duration.isWorking || duration.amountMs <= 0) {
    compiler.report(path, 'Points fade in real time, not in working time.', 'Write for example "30 days".')
    return 1
  }
  return duration.amountMs
}

function readEngagement(compiler: Compiler, written: Written, at: DocumentPath): EngagementRule[] {
  const rules: EngagementRule[] = []
  for (const [name, rule] of Object.entries(written.engagement)) {
    if (typeof rule === 'string' || rule === undefined) continue
    const path = [...at, 'engagement', name]
    if (!/^[A-Z][A-Za-z]?\d{1,4}$/.test(name)) {
      const mend = 'Use a letter and a number, such as E7; or half_life, or at_most.'
      compiler.report(path, `"${name}" is no clause name.`, mend)
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
      halfLifeMs: rule.half_life === undefined ? null : readHalfLife(compiler, rule.half_life, [...path, 'half_life']),
    })
  }
  return rules
}

/** Reads and compiles one score of the document: the main one at its top, another under `scores`. */
export function compileScore(
  compiler: Compiler,
  written: Written,
  at: DocumentPath,
  learned: readonly LearnedRule[],
): ScoreRules {
  const fitRules = readFit(compiler, written, at)
  const engagementRules = readEngagement(compiler, written, at)
  checkGrades(compiler, written.grades, [...at, 'grades'])
  const engage: ScoreRules['engage'] = {}
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
  const held = new Int32Array(Math.max(fitRules.length, engagementRules.length))
  const { half_life, at_most } = written.engagement
  const halfLifeMs = readHalfLife(compiler, half_life, [...at, 'engagement', 'half_life'])
  return {
    halfLifeMs,
    atMostEachDay: at_most === undefined ? null : Number.parseInt(at_most, 10),
    fadesAlike: engagementRules.every((rule) => rule.halfLifeMs === null || rule.halfLifeMs === halfLifeMs),
    fitRules,
    engagementRules,
    learned,
    held,
    fit: (state) => fit(state, null, held, 0),
    engage,
    letters: written.grades.letter,
    numbers: written.grades.number,
  }
}

/** The scores beside the main one. */
export function compileScores(compiler: Compiler, learned: readonly LearnedRule[]): NamedScore[] {
  return Object.entries(compiler.document.scores).map(([name, written]) => ({
    name,
    ...compileScore(
      compiler,
      written,
      ['scores', name],
      learned.filter((rule) => rule.score === name),
    ),
  }))
}
