import type { Expression } from '../cel/ast.ts'
import { parseExpression } from '../cel/parse-expression.ts'
import type { ClauseSentence } from './clauses-of.ts'
import type { CompiledAgreement, LearnedRule, ScoreRules } from './compiled.ts'
import type { DocumentPath } from './problem.ts'
import { fieldWordsOf, verbaliseCondition } from './verbalise-condition.ts'
import type { Grammar, Language } from './words/grammar.ts'
import { grammarOf } from './words/grammar-of.ts'
import { narrowedFact } from './words/narrowed-fact.ts'
import { phrasesOf } from './words/phrases-of.ts'

type Section = ClauseSentence['section']

/** The clauses of one score: `section` names where they are read, null for the sections of the main score. */
export function sentencesOfScore(
  rules: ScoreRules,
  at: DocumentPath,
  section: Section | null,
  language: Language,
): ClauseSentence[] {
  const [phrases, grammar] = [phrasesOf(language), grammarOf(language)]
  const under = (own: Section): Section => section ?? own
  const name = (path: DocumentPath): string => [...at, ...path].join('.')
  const pace = (amountMs: number) => ({ isWorking: false, amountMs }) as const
  const plain = { owner: null, because: null }
  const halfLife: ClauseSentence = {
    ...plain,
    clause: at.length === 0 ? 'half_life' : name(['engagement', 'half_life']),
    section: under('engagement'),
    sentence: phrases.halfLife(pace(rules.halfLifeMs)),
    path: [...at, 'engagement', 'half_life'],
  }
  return [
    ...rules.fitRules.map(
      ({ clause, points, because, when }): ClauseSentence => ({
        ...plain,
        clause,
        because,
        section: under('fit'),
        sentence: phrases.points(points, verbaliseCondition(when, grammar).says),
        path: [...at, 'fit', clause],
      }),
    ),
    halfLife,
    ...(rules.atMostEachDay === null
      ? []
      : [
          {
            ...plain,
            clause: name(['engagement', 'at_most']),
            section: under('engagement'),
            sentence: phrases.scoring.eachDay(rules.atMostEachDay),
            path: [...at, 'engagement', 'at_most'],
          },
        ]),
    ...rules.engagementRules.map((rule): ClauseSentence => {
      const { does, provided } = narrowedFact(rule.on, rule.when, grammar)
      const sentence = phrases.eachTime(rule.points, does, provided, rule.atMostPerDay)
      return {
        ...plain,
        clause: rule.clause,
        because: rule.because,
        section: under('engagement'),
        sentence: rule.halfLifeMs === null ? sentence : phrases.scoring.ownPace(sentence, pace(rule.halfLifeMs)),
        path: [...at, 'engagement', rule.clause],
      }
    }),
    {
      ...plain,
      clause: name(['grades', 'letter']),
      section: under('grades'),
      sentence: phrases.letters(rules.letters),
      path: [...at, 'grades', 'letter'],
    },
    {
      ...plain,
      clause: name(['grades', 'number']),
      section: under('grades'),
      sentence: phrases.numbers(rules.numbers),
      path: [...at, 'grades', 'number'],
    },
  ]
}

/** The scores beside the main one, each clause with the name of its score. */
export function otherScoreSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const { scoring } = phrasesOf(language)
  return agreement.scores.flatMap((rules) =>
    sentencesOfScore(rules, ['scores', rules.name], 'scores', language).map((each) => ({
      ...each,
      sentence: scoring.inScore(rules.name, each.sentence),
    })),
  )
}

/** How a lead source is told: in order, and what the rest are called. */
export function sourceSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const [{ scoring }, grammar] = [phrasesOf(language), grammarOf(language)]
  const named = agreement.sources.map(
    ({ name, when, owner, because }, index): ClauseSentence => ({
      clause: `sources.${name}`,
      section: 'sources',
      owner,
      because,
      sentence: scoring.source(name, verbaliseCondition(when, grammar).says, owner, index === 0 ? 'first' : 'later'),
      path: ['sources', name],
    }),
  )
  if (named.length === 0) return []
  const rest = { clause: 'sources', owner: null, because: null, path: ['sources'] } as const
  return [...named, { ...rest, section: 'sources', sentence: scoring.otherSource }]
}

/** A field of a model as what it reads is called. */
function fieldInWords(path: readonly string[], grammar: Grammar): string {
  const [root, name] = path
  if (root === 'traits' && name !== undefined) return grammar.trait(name).noun
  const parsed = parseExpression(path.join('.'))
  const words = parsed.ok ? fieldWordsOf((parsed.ast satisfies Expression).root, grammar) : undefined
  return words?.noun ?? path.join('.')
}

function learnedSentence(rule: LearnedRule, language: Language): string {
  const [{ scoring }, grammar] = [phrasesOf(language), grammarOf(language)]
  const sentence = scoring.learned({
    model: rule.stored.name,
    target: rule.stored.model.target,
    positive: rule.stored.model.positive,
    atMost: rule.atMost,
    fields: rule.reads.map(({ path }) => fieldInWords(path, grammar)),
    inTime: Object.entries(rule.knownInTime).map(([field, why]) => ({ field, why })),
  })
  return rule.score === null ? sentence : scoring.inScore(rule.score, sentence)
}

/** The clauses that score by what was learned from outcomes. */
export function learnedSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const rules = [agreement, ...agreement.scores].flatMap(({ learned }) => learned)
  return rules.map((rule) => ({
    clause: rule.clause,
    section: 'learned',
    owner: null,
    because: rule.because,
    sentence: learnedSentence(rule, language),
    path: ['learned', rule.clause],
  }))
}
