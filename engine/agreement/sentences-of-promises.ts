import type { Duration } from '../worktime/duration.ts'
import type { ClauseSentence } from './clauses-of.ts'
import type { CompiledAgreement, Term } from './compiled.ts'
import type { Language } from './words/grammar.ts'
import { peopleInWords } from './words/people-in-words.ts'
import type { Needs, Phrases } from './words/phrases.ts'
import { phrasesOf } from './words/phrases-of.ts'

/** Grades of the same term are told together, in the order of the document. */
function firstContact(byGrade: ReadonlyMap<string, Term>, otherwise: Term, phrases: Phrases): string {
  const terms = new Map<string, { term: Duration; grades: string[] }>()
  for (const [grade, { duration }] of byGrade) {
    if (grade === 'otherwise') continue
    const key = JSON.stringify(duration)
    const known = terms.get(key)
    if (known === undefined) terms.set(key, { term: duration, grades: [grade] })
    else known.grades.push(grade)
  }
  return phrases.firstContact([...terms.values()], otherwise.duration)
}

/** What sales promised, in the order of the document. */
export function promiseSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const phrases = phrasesOf(language)
  const { acceptance, firstContact: contact, attempts, verdict, nextStep } = agreement.promises
  const told = [
    acceptance && { ...acceptance, sentence: phrases.acceptance(acceptance.within.duration) },
    contact && { ...contact, sentence: firstContact(contact.byGrade, contact.otherwise, phrases) },
    attempts && { ...attempts, sentence: phrases.attempts(attempts.atLeast, attempts.over.duration) },
    verdict && { ...verdict, sentence: phrases.verdict(verdict.within.duration) },
    nextStep && { ...nextStep, sentence: phrases.nextStep(nextStep.within.duration) },
  ].filter((promise) => promise !== null)
  const order = Object.keys(agreement.document.sales_promises)
  return told
    .map(
      ({ clause, because, sentence }): ClauseSentence => ({
        clause,
        section: 'promises',
        owner: 'sales',
        sentence,
        because,
        path: ['sales_promises', clause],
      }),
    )
    .sort((a, b) => order.indexOf(a.clause) - order.indexOf(b.clause))
}

/** What follows when a promise runs late. */
export function lateSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const phrases = phrasesOf(language)
  const { late, document } = agreement
  const make = (path: (string | number)[], sentence: string): ClauseSentence => ({
    clause: path.join('.'),
    section: 'late',
    owner: null,
    sentence,
    because: null,
    path,
  })
  const steps = late.steps.map((step, index) => {
    const { duration } = step.after
    const of = step.of ?? []
    const sentence =
      step.do === 'reassign'
        ? phrases.reassign(duration, of, step.atMost)
        : phrases.tell(duration, of, peopleInWords(step.whom, language))
    return make(['when_late', 'then', index], sentence)
  })
  return [
    ...(late.warnAt === null
      ? []
      : [make(['when_late', 'warn'], phrases.warn(late.warnAt, peopleInWords(late.warnWhom, language)))]),
    ...(document.when_late.breach === undefined
      ? []
      : [make(['when_late', 'breach'], phrases.breach(peopleInWords(late.breachWhom, language)))]),
    ...steps,
    ...(document.running_clocks === undefined
      ? []
      : [make(['running_clocks'], phrases.runningClocks(agreement.runningClocks))]),
  ]
}

function needsOf(agreement: CompiledAgreement, needs: string | null): Needs | null {
  if (needs === null) return null
  if (needs === 'an attempt') return { attempts: 1, clause: null }
  return { attempts: agreement.promises.attempts?.atLeast ?? 1, clause: needs }
}

/** The reasons to say no, each with its consequence. Decisions name a reason by its own words. */
export function reasonSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const phrases = phrasesOf(language)
  const make = (path: string[], reason: string, sentence: string): ClauseSentence => ({
    clause: reason,
    section: 'reasons',
    owner: 'sales',
    sentence,
    because: null,
    path,
  })
  return [
    ...[...agreement.reject].map(([reason, then]) =>
      make(['reasons', 'reject', reason], reason, phrases.reject(reason, then)),
    ),
    ...[...agreement.disqualify.values()].map(({ reason, needs, recycle, asks }) => {
      const comeback = recycle === null || recycle === 'at a date given' ? recycle : recycle.duration
      return make(
        ['reasons', 'disqualify', reason],
        reason,
        phrases.disqualify(reason, needsOf(agreement, needs), comeback, asks),
      )
    }),
  ]
}
