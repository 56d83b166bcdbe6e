import { evidenceInWords } from '@ensemble/engine/agreement/words/evidence-in-words.ts'
import type { Missing } from '@ensemble/engine/pipeline/evidence.ts'
import type { ProblemPlace } from '../../http/problem.ts'
import { conditionWords } from '../deals/condition-words.ts'

/** What a deal lacks, each thing as a place of the problem with what to do about it. */
export function missingPlaces(missing: readonly Missing[] | undefined, language: 'en' | 'fr'): ProblemPlace[] {
  return (missing ?? []).map(({ asked, stage, condition }) => {
    const { says, mend } =
      asked === 'condition' ? conditionWords(condition ?? '', language) : evidenceInWords(asked, language)
    return { where: stage === null ? `win.${asked}` : `stages.${stage}.${asked}`, what: says, mend }
  })
}
