import type { Needs } from '../agreement/compiled.ts'
import type { RosterPerson } from './roster.ts'

const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/

/** A language tag as it is compared, or null for what is no BCP-47 tag: nothing is asked for then. */
export function languageTag(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const tag = text.trim().toLowerCase().replaceAll('_', '-')
  return TAG.test(tag) ? tag : null
}

/** "fr" serves "fr-CA" and the other way round; "pt-BR" does not serve "pt-PT". */
function serves(spoken: string, wanted: string): boolean {
  return spoken === wanted || wanted.startsWith(`${spoken}-`) || spoken.startsWith(`${wanted}-`)
}

export type Wanted = { languages: readonly string[]; skills: readonly string[] }

/** What a lead asks of whoever takes it: the languages and skills of its clause and pool, the lead's own language read now. */
export function wantedBy(needs: readonly (Needs | null)[], personLanguage: unknown): Wanted {
  const languages = needs.flatMap((each) => {
    if (each === null || each.speaks === null) return []
    const tag = languageTag(each.speaks === 'person.language' ? personLanguage : each.speaks)
    return tag === null ? [] : [tag]
  })
  return { languages, skills: needs.flatMap((each) => each?.skills ?? []) }
}

/** What somebody lacks of it, in words, or null. */
export function whatLacks(
  person: RosterPerson,
  wanted: Wanted,
): `does not speak ${string}` | `lacks the skill ${string}` | null {
  for (const language of wanted.languages) {
    if (!(person.languages ?? []).some((spoken) => serves(spoken.toLowerCase(), language)))
      return `does not speak ${language}`
  }
  for (const skill of wanted.skills) {
    const isHad = (person.skills ?? []).some((had) => had.trim().toLowerCase() === skill.trim().toLowerCase())
    if (!isHad) return `lacks the skill ${skill}`
  }
  return null
}
