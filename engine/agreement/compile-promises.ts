import type { Calendar } from '../worktime/calendar.ts'
import { checkEscalation, checkWhom } from './check-escalation.ts'
import type { CompiledAgreement, LateStep, Term } from './compiled.ts'
import type { Compiler } from './compiler.ts'

type Promises = CompiledAgreement['promises']
const GRADE = /^[A-D][1-4]?$|^otherwise$/

function readFirstContact(
  compiler: Compiler,
  name: string,
  byGrade: Record<string, string>,
): { byGrade: Map<string, Term>; otherwise: Term } {
  const path = ['sales_promises', name, 'first_contact']
  const terms = new Map<string, Term>()
  for (const [grade, text] of Object.entries(byGrade)) {
    if (!GRADE.test(grade))
      compiler.report([...path, grade], `"${grade}" is no grade.`, 'Use A1 to D4, a letter alone, or "otherwise".')
    terms.set(grade, compiler.promised(text, [...path, grade]))
  }
  const otherwise = terms.get('otherwise')
  if (otherwise === undefined)
    compiler.report(path, 'The other grades have no term.', 'Add "otherwise: 1 working day".')
  return { byGrade: terms, otherwise: otherwise ?? { duration: { isWorking: false, amountMs: 0 }, text: '' } }
}

/** Reads what sales promised, each promise at most once. */
export function compilePromises(compiler: Compiler): Promises {
  const promises: Promises = { acceptance: null, firstContact: null, attempts: null, verdict: null, nextStep: null }
  for (const [name, promise] of Object.entries(compiler.document.sales_promises)) {
    const path = ['sales_promises', name]
    const head = { clause: compiler.clause(name, path), because: promise.because ?? null }
    const twice = (): void => compiler.report(path, 'This promise is made twice.', 'Keep one of the two.')
    if ('accept_or_reject' in promise) {
      if (promises.acceptance !== null) twice()
      promises.acceptance = {
        ...head,
        within: compiler.promised(promise.accept_or_reject.within, [...path, 'accept_or_reject', 'within']),
      }
    } else if ('first_contact' in promise) {
      if (promises.firstContact !== null) twice()
      promises.firstContact = { ...head, ...readFirstContact(compiler, name, promise.first_contact) }
    } else if ('attempts' in promise) {
      if (promises.attempts !== null) twice()
      promises.attempts = {
        ...head,
        atLeast: promise.attempts.at_least,
        over: compiler.promised(promise.attempts.over, [...path, 'attempts', 'over']),
      }
    } else if ('verdict' in promise) {
      if (promises.verdict !== null) twice()
      promises.verdict = { ...head, within: compiler.promised(promise.verdict.within, [...path, 'verdict', 'within']) }
    } else {
      if (promises.nextStep !== null) twice()
      promises.nextStep = {
        ...head,
        within: compiler.promised(promise.next_step.never_older_than, [...path, 'next_step', 'never_older_than']),
      }
    }
  }
  return promises
}

function fractionOf(at: number | 'half the time' | 'three quarters of the time'): number {
  return at === 'half the time' ? 0.5 : at === 'three quarters of the time' ? 0.75 : at
}

function listOf(whom: string | string[]): string[] {
  return typeof whom === 'string' ? [whom] : whom
}

/** Reads what happens when a promise runs late. */
export function compileLate(compiler: Compiler, calendar: Calendar): CompiledAgreement['late'] {
  const { warn, breach, then } = compiler.document.when_late
  const warnWhom = listOf(warn?.whom ?? 'owner')
  const breachWhom = listOf(breach?.whom ?? ['owner', 'manager'])
  checkWhom(compiler, warnWhom, ['when_late', 'warn', 'whom'])
  checkWhom(compiler, breachWhom, ['when_late', 'breach', 'whom'])
  checkWhom(compiler, [compiler.document.nobody_free.then.slice('tell '.length)], ['nobody_free', 'then'])
  const steps = then.map((step, index): LateStep => {
    const after = compiler.term(step.after, ['when_late', 'then', index, 'after'])
    const of = step.of ?? null
    if (step.do === 'reassign') {
      if (of?.includes('feedback'))
        compiler.report(
          ['when_late', 'then', index, 'of'],
          'Feedback is not reassigned: it has no seller.',
          'Leave "feedback" out, or tell somebody.',
        )
      return { do: 'reassign', after, of, atMost: step.at_most ?? 2 }
    }
    const whom = listOf(step.whom)
    checkWhom(compiler, whom, ['when_late', 'then', index, 'whom'])
    return { do: 'tell', after, of, whom }
  })
  checkEscalation(compiler, calendar, steps)
  return {
    warnAt: warn === undefined ? null : fractionOf(warn.at),
    warnWhom,
    breachWhom,
    steps,
  }
}

/** Reads the reasons to reject and to disqualify with their consequences. */
export function compileReasons(
  compiler: Compiler,
  promises: Promises,
): Pick<CompiledAgreement, 'reject' | 'disqualify'> {
  const { reject, disqualify } = compiler.document.reasons
  const reasons: CompiledAgreement['disqualify'] = new Map(
    Object.entries(disqualify).map(([reason, rule]) => {
      const path = ['reasons', 'disqualify', reason]
      if (rule.recycle !== undefined && rule.close)
        compiler.report(path, 'It both recycles and closes.', 'Keep one of the two.')
      if (
        rule.needs !== undefined &&
        rule.needs !== 'an attempt' &&
        promises.attempts?.clause !== rule.needs &&
        compiler.hasClause(rule.needs)
      ) {
        compiler.report(
          [...path, 'needs'],
          `${rule.needs} is not the promise of attempts.`,
          'Name the clause with "attempts".',
        )
      }
      const recycle =
        rule.recycle === undefined
          ? null
          : rule.recycle === 'at a date given'
            ? rule.recycle
            : compiler.promised(rule.recycle.slice('after '.length), [...path, 'recycle'])
      return [reason, { reason, needs: rule.needs ?? null, recycle, asks: rule.ask ?? null }]
    }),
  )
  return { reject: new Map(Object.entries(reject).map(([reason, rule]) => [reason, rule.then])), disqualify: reasons }
}
