import { type ClauseSentence, clausesOf } from './clauses-of.ts'
import type { CompiledAgreement } from './compiled.ts'
import type { Language } from './words/grammar.ts'
import { phrasesOf } from './words/phrases-of.ts'

type Told = Pick<ClauseSentence, 'sentence' | 'because'>

/** Made once for each agreement and language: a story names the same few clauses again and again. */
const remembered = new WeakMap<CompiledAgreement, Partial<Record<Language, ReadonlyMap<string, Told>>>>()

function sentencesOf(agreement: CompiledAgreement, language: Language): ReadonlyMap<string, Told> {
  const known = remembered.get(agreement) ?? {}
  remembered.set(agreement, known)
  const sentences = known[language]
  if (sentences !== undefined) return sentences
  const phrases = phrasesOf(language)
  const made = new Map<string, Told>([
    ['limit', { sentence: phrases.limit, because: null }],
    ['', { sentence: phrases.noRoute, because: null }],
  ])
  // Where a reason is named twice, the first stands: to reject comes before to disqualify.
  for (const { clause, sentence, because } of clausesOf(agreement, language))
    if (!made.has(clause)) made.set(clause, { sentence, because })
  known[language] = made
  return made
}

/**
 * The sentence of a clause that a decision names: a clause name, a reason in its own words, `nobody_free`, or one of the
 * product's own (`limit` of the fit ledger, and the empty name of a lead for which no route holds). Null when this version has no such clause.
 */
export function sentenceOf(agreement: CompiledAgreement, clause: string, language: Language): Told | null {
  return sentencesOf(agreement, language).get(clause) ?? null
}
