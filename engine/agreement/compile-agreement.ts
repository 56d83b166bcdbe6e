import type { StoredModels } from '../learning/stored-model.ts'
import type { Calendar } from '../worktime/calendar.ts'
import { parseCalendar } from '../worktime/parse-calendar.ts'
import { compileMarketing } from './compile-marketing.ts'
import { compilePipelines } from './compile-pipelines.ts'
import { compileLate, compilePromises, compileReasons } from './compile-promises.ts'
import { compileRules } from './compile-rules.ts'
import type { CompiledAgreement } from './compiled.ts'
import { Compiler, sentence } from './compiler.ts'
import type { AgreementProblem } from './problem.ts'
import { readDocument } from './read-document.ts'

export type Compilation = { ok: true; agreement: CompiledAgreement } | { ok: false; problems: AgreementProblem[] }

const NO_MODELS: StoredModels = new Map()
const NOWHERE: Calendar = {
  zone: 'UTC',
  hours: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  holidays: [],
  away: [],
}

function readCalendar(compiler: Compiler): Calendar {
  const parsed = parseCalendar(compiler.document.calendar, ['calendar'])
  if (parsed.ok) return parsed.calendar
  for (const problem of parsed.problems)
    compiler.report(problem.path, sentence(problem.message), sentence(problem.remedy))
  return NOWHERE
}

/**
 * Checks the YAML text of an agreement and compiles it: every expression against the declared facts, every duration,
 * calendar and name. `models`: the learned scores its clauses may name. All problems are returned together, each with line, clause and remedy. Pure and deterministic.
 */
export function compileAgreement(source: string, version: number, models: StoredModels = NO_MODELS): Compilation {
  const read = readDocument(source)
  if (!read.ok) return { ok: false, problems: read.problems }
  const compiler = new Compiler(read.document, read.located)
  const calendar = readCalendar(compiler)
  const rules = compileRules(compiler, models)
  const marketing = compileMarketing(compiler)
  const promises = compilePromises(compiler)
  const late = compileLate(compiler, calendar)
  const reasons = compileReasons(compiler, promises)
  const pipelines = compilePipelines(compiler)
  compiler.checkNames()
  if (compiler.problems.length > 0)
    return { ok: false, problems: compiler.problems.sort((a, b) => a.line - b.line || a.column - b.column) }
  const { document } = compiler
  return {
    ok: true,
    agreement: {
      version,
      document,
      calendar,
      ...rules,
      promises,
      marketing,
      late,
      ...reasons,
      ...pipelines,
      runningClocks: document.running_clocks === 'take the new terms' ? 'take' : 'keep',
    },
  }
}
