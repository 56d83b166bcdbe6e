import type { Contribution } from './score.ts'

export type SentenceLanguage = 'en' | 'fr'

/** What a field does to the odds of a row, for people: "Lead Source is Reference: odds x 3.2". */
export function contributionSentence({ field, value, logOdds }: Contribution, language: SentenceLanguage): string {
  const factor = Math.exp(Math.abs(logOdds))
  const size = factor >= 10 ? factor.toFixed(0) : factor.toFixed(1)
  const isFrench = language === 'fr'
  const what =
    value === null
      ? `${field} ${isFrench ? "n'est pas renseigné" : 'is not known'}`
      : isFrench
        ? `${field} : ${value}`
        : `${field} is ${value}`
  if (size === '1.0') return `${what}${isFrench ? ', sans effet' : ', which makes no difference'}`
  const local = isFrench ? size.replace('.', ',') : size
  if (isFrench) return `${what}, chances ${logOdds > 0 ? 'multipliées' : 'divisées'} par ${local}`
  return `${what}, odds ${logOdds > 0 ? 'times' : 'divided by'} ${local}`
}
