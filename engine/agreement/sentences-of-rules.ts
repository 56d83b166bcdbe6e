import { STAGES } from '../lifecycle/state.ts'
import type { ClauseSentence } from './clauses-of.ts'
import type { CompiledAgreement } from './compiled.ts'
import { sentencesOfScore } from './sentences-of-scores.ts'
import { verbaliseCondition } from './verbalise-condition.ts'
import type { Language } from './words/grammar.ts'
import { grammarOf } from './words/grammar-of.ts'
import { phrasesOf } from './words/phrases-of.ts'

/** Who they are, what they did, and the grades made of both: the main score. */
export function scoringSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  return sentencesOfScore(agreement, [], null, language)
}

/** The stages with their owners, and what makes a lead a qualified one. */
export function qualifyingSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const [phrases, grammar] = [phrasesOf(language), grammarOf(language)]
  const { stages } = agreement.document
  return STAGES.flatMap((stage): ClauseSentence[] => {
    const owner = agreement.stageOwners[stage]
    const evidence = stages[stage].evidence ?? []
    const path = ['stages', stage]
    const sentence = phrases.stage(
      stage,
      owner,
      agreement.knownAs[stage],
      typeof evidence === 'string' ? [evidence] : evidence,
    )
    const belongs: ClauseSentence = { clause: path.join('.'), section: 'stages', owner, sentence, because: null, path }
    if (stage !== 'qualified') return [belongs]
    const isNamed = typeof stages.qualified.when !== 'string'
    const definition = agreement.qualifyRules.map(
      ({ clause, because, when, product }): ClauseSentence => ({
        clause,
        section: 'stages',
        owner,
        sentence:
          product === null
            ? phrases.qualified(verbaliseCondition(when, grammar).says)
            : phrases.scoring.qualifiedFor(product, verbaliseCondition(when, grammar).says),
        because,
        path: isNamed ? [...path, 'when', clause] : [...path, 'when'],
      }),
    )
    return [belongs, ...definition]
  })
}
