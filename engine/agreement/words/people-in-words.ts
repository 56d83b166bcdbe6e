import type { Team } from '../../lifecycle/state.ts'
import type { Language } from './grammar.ts'
import { joinWords } from './join-words.ts'

const KNOWN: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    owner: 'the owner of the lead',
    manager: 'the manager',
    'head of sales': 'the head of sales',
    'head of marketing': 'the head of marketing',
  },
  fr: {
    owner: 'le commercial en charge',
    manager: 'le responsable',
    'head of sales': 'le directeur commercial',
    'head of marketing': 'le directeur marketing',
  },
}

/** Those whom a clause tells: "the owner of the lead and the manager". Words of the document's own stay as they are. */
export function peopleInWords(whom: readonly string[], language: Language): string {
  const words = whom.map((word) => {
    const known = KNOWN[language]
    if (Object.hasOwn(known, word)) return known[word] ?? word
    if (!word.startsWith('team ')) return word
    const team = word.slice('team '.length)
    return language === 'fr' ? `l’équipe « ${team} »` : `the team “${team}”`
  })
  return joinWords(words, language === 'fr' ? 'et' : 'and')
}

export function sideInWords(side: Team, language: Language): string {
  if (language === 'en') return side
  return side === 'marketing' ? 'le marketing' : 'les ventes'
}
