import { STAGES } from '../lifecycle/state.ts'
import type { ClauseSentence } from './clauses-of.ts'
import type { CompiledAgreement } from './compiled.ts'
import { verbaliseCondition } from './verbalise-condition.ts'
import type { Language } from './words/grammar.ts'
import { grammarOf } from './words/grammar-of.ts'
import { narrowedFact } from './words/narrowed-fact.ts'
import { phrasesOf } from './words/phrases-of.ts'

/** Who they are, what they did, and the grades made of both. */
export function scoringSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const [phrases, grammar] = [phrasesOf(language), grammarOf(language)]
  const duration = { isWorking: false, amountMs: agreement.halfLifeMs }
  const plain = { owner: null, because: null }
  return [
    ...agreement.fitRules.map(
      ({ clause, points, because, when }): ClauseSentence => ({
        ...plain,
        clause,
        because,
        section: 'fit',
        sentence: phrases.points(points, verbaliseCondition(when, grammar).says),
        path: ['fit', clause],
      }),
    ),
    {
      ...plain,
      clause: 'half_life',
      section: 'engagement',
      sentence: phrases.halfLife(duration),
      path: ['engagement', 'half_life'],
    },
    ...agreement.engagementRules.map(({ clause, on, points, because, when, atMostPerDay }): ClauseSentence => {
      const { does, provided } = narrowedFact(on, when, grammar)
      return {
        ...plain,
        clause,
        because,
        section: 'engagement',
        sentence: phrases.eachTime(points, does, provided, atMostPerDay),
        path: ['engagement', clause],
      }
    }),
    {
      ...plain,
      clause: 'grades.letter',
      section: 'grades',
      sentence: phrases.letters(agreement.letters),
      path: ['grades', 'letter'],
    },
    {
      ...plain,
      clause: 'grades.number',
      section: 'grades',
      sentence: phrases.numbers(agreement.numbers),
      path: ['grades', 'number'],
    },
  ]
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
      ({ clause, because, when }): ClauseSentence => ({
        clause,
        section: 'stages',
        owner,
        sentence: phrases.qualified(verbaliseCondition(when, grammar).says),
        because,
        path: isNamed ? [...path, 'when', clause] : [...path, 'when'],
      }),
    )
    return [belongs, ...definition]
  })
}
