import type { Team } from '../../lifecycle/state.ts'
import { durationInWords } from './duration-in-words.ts'
import { joinWords } from './join-words.ts'
import type { ScoringPhrases } from './scoring-phrases.ts'
import { numberInWords } from './value-in-words.ts'

const number = (value: number): string => numberInWords(value, 'fr')
const OF: Readonly<Record<Team, string>> = { marketing: 'du marketing', sales: 'des ventes' }

export const SCORING_FR: ScoringPhrases = {
  inScore: (name, sentence) => `Pour « ${name} » : ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  ownPace: (sentence, duration) =>
    `${sentence.slice(0, -1)} ; la moitié de leur valeur est perdue après ${durationInWords(duration, 'fr')}.`,
  eachDay: (points) => `Ce que fait quelqu’un donne en tout au plus ${number(points)} points par jour.`,
  qualifiedFor: (product, condition) => `Un prospect est qualifié pour « ${product} » quand ${condition}.`,
  source: (name, condition, owner, place) =>
    `La source d’un prospect est « ${name} » quand ${condition}${place === 'first' ? '' : ' et qu’aucune source précédente ne convient'}${owner === null ? '' : ` ; elle relève ${OF[owner]}`}.`,
  otherSource: 'La source de tout autre prospect est « other » (autre).',
  learned: ({ model, target, positive, atMost, fields, inTime }) =>
    `Au plus ${number(atMost)} points de profil, selon ce que le score appris « ${model} » tire de ${joinWords(fields, 'et')} : à proportion de la probabilité que ${target} soit ${positive}.${inTime.map(({ field, why }) => ` « ${field} » est connu à temps : ${why}.`).join('')}`,
}
