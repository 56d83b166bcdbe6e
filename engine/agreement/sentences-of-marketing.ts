import type { ClauseSentence } from './clauses-of.ts'
import type { CompiledAgreement, Promise_ } from './compiled.ts'
import type { Language } from './words/grammar.ts'
import { phrasesOf } from './words/phrases-of.ts'

/** What marketing promised, in the order of the document. */
export function marketingSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const phrases = phrasesOf(language)
  const { deliveries, handoff, feedback } = agreement.marketing
  const make = ({ clause, because }: Promise_, sentence: string): ClauseSentence => ({
    clause,
    section: 'promises',
    owner: 'marketing',
    sentence,
    because,
    path: ['marketing_promises', clause],
  })
  const told = [
    ...deliveries.map((delivery) => make(delivery, phrases.deliver(delivery))),
    ...(handoff === null ? [] : [make(handoff, phrases.give(handoff.gives))]),
    ...(feedback === null ? [] : [make(feedback, phrases.feedback(feedback.within.duration))]),
  ]
  const order = Object.keys(agreement.document.marketing_promises)
  return told.sort((a, b) => order.indexOf(a.clause) - order.indexOf(b.clause))
}
