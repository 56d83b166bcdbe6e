import type { Expression } from '../cel/ast.ts'
import { checkExpression } from '../cel/check-expression.ts'
import { parseExpression } from '../cel/parse-expression.ts'
import { readPaths } from '../cel/read-paths.ts'
import type { Schema } from '../cel/schema.ts'
import { parseDuration } from '../worktime/parse-duration.ts'
import type { Term } from './compiled.ts'
import type { AgreementDocument } from './document.ts'
import { type OwnNames, ROUTING_ONLY } from './expression-schema.ts'
import { type AgreementProblem, type DocumentPath, type Located, problemAt } from './problem.ts'

const NEVER: Expression = { source: 'false', root: { kind: 'literal', type: 'bool', value: false, from: 0, to: 5 } }
const NO_TERM: Term = { duration: { isWorking: false, amountMs: 0 }, text: '' }

/** As a sentence: a capital first, a full stop last. */
export function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.?!]$/.test(capital) ? capital : `${capital}.`
}

/** What an expression reads that only routing clauses may read. */
function routingOnly(ast: Expression): string[] {
  return readPaths(ast).filter((path) => ROUTING_ONLY.some((only) => path === only || path.startsWith(`${only}.`)))
}

/** One compilation: the document, and the problems found so far. Reading goes on after a problem so that all are named. */
export class Compiler {
  readonly document: AgreementDocument
  readonly problems: AgreementProblem[] = []
  readonly #located: Located
  readonly #clauses = new Map<string, string>()

  constructor(document: AgreementDocument, located: Located) {
    this.document = document
    this.#located = located
  }

  /** What conditions may read besides the declared fields. */
  get ownNames(): OwnNames {
    return { scores: Object.keys(this.document.scores), sources: Object.keys(this.document.sources) }
  }

  report(path: DocumentPath, what: string, mend: string): void {
    this.problems.push(problemAt(this.#located, path, what, mend))
  }

  /** Remembers a clause name and refuses the second of two. */
  clause(name: string, path: DocumentPath): string {
    const section = String(path[0])
    const before = this.#clauses.get(name)
    if (before !== undefined)
      this.report(
        path,
        `The clause name ${name} is already used under ${before}.`,
        'Give each clause a name of its own.',
      )
    this.#clauses.set(name, section)
    return name
  }

  hasClause(name: string): boolean {
    return this.#clauses.has(name)
  }

  /** A condition that is checked against what it may read. */
  condition(source: string, schema: Schema, path: DocumentPath): Expression {
    const parsed = parseExpression(source)
    const foreign = parsed.ok && path[0] !== 'routing' ? routingOnly(parsed.ast) : []
    for (const name of foreign)
      this.report(
        path,
        `"${name}" is known only when a lead is routed.`,
        'Use it in a clause of routing; here may stand what is known of the person, the company and the lead.',
      )
    if (foreign.length > 0) return NEVER
    const faults = parsed.ok ? checkExpression(parsed.ast, schema, 'bool').problems : parsed.problems
    for (const fault of faults) {
      const part = source.slice(fault.offset, fault.offset + fault.length)
      this.report(
        path,
        part === '' || part === source || fault.message.includes(part)
          ? fault.message
          : `${fault.message} (at "${part}")`,
        fault.remedy,
      )
    }
    return parsed.ok && faults.length === 0 ? parsed.ast : NEVER
  }

  term(text: string, path: DocumentPath): Term {
    const parsed = parseDuration(text)
    if (parsed.ok) return { duration: parsed.value, text }
    this.report(path, sentence(parsed.message), sentence(parsed.remedy))
    return NO_TERM
  }

  /** A term somebody has to keep: it has a length. */
  promised(text: string, path: DocumentPath): Term {
    const term = this.term(text, path)
    const length = 'workingDays' in term.duration ? term.duration.workingDays : term.duration.amountMs
    if (length === 0 && term !== NO_TERM)
      this.report(path, 'Nobody can keep a term of no length.', 'Write for example "4 working hours".')
    return term
  }

  /** The names the document refers to must exist: pools of routes, clauses that reasons need. */
  checkNames(): void {
    for (const [clause, route] of Object.entries(this.document.routing)) {
      if (!route.to.startsWith('pool ')) continue
      const pool = route.to.slice('pool '.length)
      if (!Object.hasOwn(this.document.pools, pool)) {
        const names = Object.keys(this.document.pools)
        this.report(
          ['routing', clause, 'to'],
          `There is no pool "${pool}".`,
          names.length === 0 ? 'Add it under pools.' : `Name one of: ${names.join(', ')}; or add it under pools.`,
        )
      }
    }
    for (const [reason, { needs }] of Object.entries(this.document.reasons.disqualify)) {
      if (needs !== undefined && needs !== 'an attempt' && !this.hasClause(needs)) {
        this.report(
          ['reasons', 'disqualify', reason, 'needs'],
          `There is no clause ${needs}.`,
          'Name a clause of sales_promises.',
        )
      }
    }
  }
}
