import { durationInWords } from './duration-in-words.ts'
import { joinWords } from './join-words.ts'
import type { ScoringPhrases } from './scoring-phrases.ts'
import { numberInWords } from './value-in-words.ts'

const number = (value: number): string => numberInWords(value, 'en')

export const SCORING_EN: ScoringPhrases = {
  inScore: (name, sentence) => `For “${name}”: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  ownPace: (sentence, duration) =>
    `${sentence.slice(0, -1)}; half of their worth is gone after ${durationInWords(duration, 'en')}.`,
  eachDay: (points) => `What somebody does gives at most ${number(points)} points a day in all.`,
  qualifiedFor: (product, condition) => `A lead is qualified for “${product}” when ${condition}.`,
  source: (name, condition, owner, place) =>
    `The source of a lead is “${name}” when ${condition}${place === 'first' ? '' : ' and none before holds'}${owner === null ? '' : `; it belongs to ${owner}`}.`,
  otherSource: 'The source of every other lead is “other”.',
  learned: ({ model, target, positive, atMost, fields, inTime }) =>
    `At most ${number(atMost)} points for who they are, by what the learned score “${model}” makes of ${joinWords(fields, 'and')}: so much of them as it is likely that ${target} will be ${positive}.${inTime.map(({ field, why }) => ` “${field}” is known in time: ${why}.`).join('')}`,
}
