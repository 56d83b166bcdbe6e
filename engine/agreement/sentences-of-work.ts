import type { Calendar } from '../worktime/calendar.ts'
import type { ClauseSentence } from './clauses-of.ts'
import type { CompiledAgreement } from './compiled.ts'
import type { DocumentPath } from './problem.ts'
import { verbaliseCondition } from './verbalise-condition.ts'
import type { Language } from './words/grammar.ts'
import { grammarOf } from './words/grammar-of.ts'
import { hoursInWords } from './words/hours-in-words.ts'
import { peopleInWords } from './words/people-in-words.ts'
import type { Phrases } from './words/phrases.ts'
import { phrasesOf } from './words/phrases-of.ts'
import { valueInWords } from './words/value-in-words.ts'

/** Who stands for each side, and how many of them sign. */
export function partySentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const phrases = phrasesOf(language)
  return (['marketing', 'sales'] as const).map((side) => {
    const { team, signs } = agreement.document.parties[side]
    const path = ['parties', side]
    return {
      clause: path.join('.'),
      section: 'parties',
      owner: side,
      sentence: phrases.party(side, team, signs),
      because: null,
      path,
    }
  })
}

function placeInWords({ publicHolidays: place }: Calendar, language: Language): string | null {
  if (place === undefined) return null
  const country = valueInWords(place.country, { noun: '', reads: 'country' }, grammarOf(language)) ?? place.country
  return place.region === undefined ? country : `${country}, ${place.region}`
}

/** When work is done. */
export function calendarSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const { calendar } = agreement
  const free = { place: placeInWords(calendar, language), dates: calendar.holidays, away: calendar.away.length }
  const sentence = phrasesOf(language).calendar(calendar.zone, hoursInWords(calendar.hours, language), free)
  return [{ clause: 'calendar', section: 'calendar', owner: null, sentence, because: null, path: ['calendar'] }]
}

/** The places and companies that routing clauses speak of. */
function namedSentences({ document, territories }: CompiledAgreement, phrases: Phrases): ClauseSentence[] {
  const told = (path: DocumentPath, sentence: string, because: string | undefined): ClauseSentence => ({
    clause: path.join('.'),
    section: 'routing',
    owner: null,
    sentence,
    because: because ?? null,
    path,
  })
  const lists = Object.entries(document.named_accounts).map(([name, list]) => {
    const { accounts, pool, because } = Array.isArray(list)
      ? { accounts: list, pool: undefined, because: undefined }
      : list
    const sentence = phrases.namedAccounts(name, accounts, pool === undefined ? null : pool.slice('pool '.length))
    return told(['named_accounts', name], sentence, because)
  })
  const places = [...territories.values()].map((territory) =>
    told(['territories', territory.name], phrases.territory(territory), document.territories[territory.name]?.because),
  )
  return [...lists, ...places]
}

/** The reasons to reject that give a turn back: all but those by which sales only passes. */
function creditedReasons(agreement: CompiledAgreement): string[] {
  return [...agreement.reject].flatMap(([reason, then]) => (then === 'nurture' ? [] : [reason]))
}

/** Who gets whom, and what happens when nobody is free. */
export function routingSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  const [phrases, grammar] = [phrasesOf(language), grammarOf(language)]
  const routes = agreement.routes.map((rule, index): ClauseSentence => {
    const { clause, when, because } = rule
    const condition = when === null ? null : verbaliseCondition(when, grammar).says
    const sentence = phrases.route(condition, index === 0 ? 'first' : 'later', rule)
    return { clause, section: 'routing', owner: null, sentence, because, path: ['routing', clause] }
  })
  const words = {
    reasons: creditedReasons(agreement),
    tell: peopleInWords([agreement.nobodyFree.tell], language),
  }
  const pools = [...agreement.pools.values()].map((pool): ClauseSentence => {
    const path = ['pools', pool.name]
    const hours = pool.hours === null ? null : hoursInWords(pool.hours.hours, language)
    const sentence = phrases.pool(pool, { ...words, hours })
    return { clause: path.join('.'), section: 'routing', owner: null, sentence, because: null, path }
  })
  const { keepFor, tell } = agreement.nobodyFree
  const sentence = phrases.nobodyFree(keepFor.duration, peopleInWords([tell], language))
  return [
    ...namedSentences(agreement, phrases),
    ...routes,
    ...pools,
    { clause: 'nobody_free', section: 'routing', owner: null, sentence, because: null, path: ['nobody_free'] },
  ]
}

/** When an open lead counts as over. */
export function returnSentences(agreement: CompiledAgreement, language: Language): ClauseSentence[] {
  if (agreement.staleAfterMs === null) return []
  const sentence = phrasesOf(language).returns({ isWorking: false, amountMs: agreement.staleAfterMs })
  return [{ clause: 'returns', section: 'returns', owner: null, sentence, because: null, path: ['returns'] }]
}
