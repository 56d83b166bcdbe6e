import { contributionSentence, type SentenceLanguage } from '@ensemble/engine/learning/contribution-sentence.ts'
import { z } from 'zod'

const learnedLine = z.looseObject({
  learned: z.object({
    probability: z.number(),
    strongest: z.array(z.object({ field: z.string(), value: z.string().nullable(), logOdds: z.number() })),
  }),
})

/** The data of a score with what its learned lines go by as sentences of the language. */
export function withToldReasons(data: Record<string, unknown>, language: SentenceLanguage): Record<string, unknown> {
  const { lines } = data
  if (!Array.isArray(lines)) return data
  return {
    ...data,
    lines: lines.map((line: unknown) => {
      const { success, data: found } = learnedLine.safeParse(line)
      if (!success) return line
      const told = found.learned.strongest.map((each) => contributionSentence(each, language))
      return { ...found, learned: { ...found.learned, told } }
    }),
  }
}
