import type { Team } from '../lifecycle/state.ts'
import type { CompiledAgreement } from './compiled.ts'
import type { DocumentPath } from './problem.ts'
import { marketingSentences } from './sentences-of-marketing.ts'
import { pipelineSentences } from './sentences-of-pipelines.ts'
import { lateSentences, promiseSentences, reasonSentences } from './sentences-of-promises.ts'
import { qualifyingSentences, scoringSentences } from './sentences-of-rules.ts'
import { learnedSentences, otherScoreSentences, sourceSentences } from './sentences-of-scores.ts'
import { calendarSentences, partySentences, returnSentences, routingSentences } from './sentences-of-work.ts'
import type { Language } from './words/grammar.ts'

export const SECTIONS = [
  'parties',
  'calendar',
  'sources',
  'fit',
  'engagement',
  'grades',
  'scores',
  'learned',
  'stages',
  'routing',
  'promises',
  'late',
  'pipelines',
  'reasons',
  'returns',
] as const
export type Section = (typeof SECTIONS)[number]

/** One clause as people read it aloud. `owner` is the side that owes it, null when it binds both. */
export type ClauseSentence = {
  /** Its name in decisions, such as F1; a reason by its own words; other parts of the document by their path. */
  clause: string
  section: Section
  owner: Team | null
  sentence: string
  because: string | null
  path: DocumentPath
}

/** Every clause of an agreement as a sentence of the language, in the order in which the contract is read. */
export function clausesOf(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  return [
    ...partySentences(agreement, language),
    ...calendarSentences(agreement, language),
    ...sourceSentences(agreement, language),
    ...scoringSentences(agreement, language),
    ...otherScoreSentences(agreement, language),
    ...learnedSentences(agreement, language),
    ...qualifyingSentences(agreement, language),
    ...routingSentences(agreement, language),
    ...marketingSentences(agreement, language),
    ...promiseSentences(agreement, language),
    ...lateSentences(agreement, language),
    ...pipelineSentences(agreement, language).filter(({ section }) => section === 'pipelines'),
    ...reasonSentences(agreement, language),
    ...pipelineSentences(agreement, language).filter(({ section }) => section === 'reasons'),
    ...returnSentences(agreement, language),
  ]
}
