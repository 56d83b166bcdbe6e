import type { DoubtAnswer } from './doubt-labels.ts'
import { NAMES_OF_OTHERS } from './question.ts'
import type { Dimension } from './touch-kinds.ts'

type Verdict = DoubtAnswer['verdict']

const THINGS = {
  en: {
    channel: 'channels',
    origin: 'origins',
    campaign: 'campaigns',
    landingPage: 'landing pages',
    message: 'messages',
  },
  fr: {
    channel: 'canaux',
    origin: 'origines',
    campaign: 'campagnes',
    landingPage: 'pages d’arrivée',
    message: 'messages',
  },
} as const satisfies Record<'en' | 'fr', Record<Dimension, string>>

const FEMININE = new Set<Dimension>(['origin', 'campaign', 'landingPage'])

/** What can be said of the labels, in one or two plain sentences. */
export function sayVerdict(verdict: Verdict, by: Dimension, locale: 'en' | 'fr'): string {
  return locale === 'fr' ? inFrench(verdict, by) : inEnglish(verdict, by)
}

function inEnglish({ kind, why, more, less, conversions, nulls }: Verdict, by: Dimension): string {
  const things = THINGS.en[by]
  if (kind === 'cannot-tell')
    return `The data cannot tell these ${things} apart: with ${conversions} converted and ${nulls} not, what each is credited with may be chance and how often it was met.`
  if (kind === 'untestable') {
    if (why === 'no-conversions') return `Nothing converted here yet, so there is nothing to tell ${things} apart by.`
    if (why === 'one-label') return `There is only one to look at, so there is nothing to compare.`
    return `Everybody here converted, so nothing shows what ${things} changed: credits only say how often each was met.`
  }
  const parts = [
    more.length > 0
      ? `Journeys with ${listed(more, 'and', 'the rarer ones')} converted more often than those without`
      : '',
    less.length > 0
      ? `${more.length > 0 ? 'those' : 'Journeys'} with ${listed(less, 'and', 'the rarer ones')} less often`
      : '',
  ].filter((part) => part !== '')
  if (parts.length === 0)
    return `These ${things} differ in how often journeys with them convert, but no single one stands out.`
  return `${parts.join(', ')}. That is more than chance, though not yet proof of cause.`
}

function inFrench({ kind, why, more, less, conversions, nulls }: Verdict, by: Dimension): string {
  const things = THINGS.fr[by]
  const e = FEMININE.has(by) ? 'e' : ''
  const others = `les moins fréquent${e}s`
  if (kind === 'cannot-tell')
    return `Les données ne permettent pas de départager ces ${things} : avec ${conversions} parcours convertis et ${nulls} qui ne le sont pas, ce que chacun${e} reçoit peut tenir au hasard et à sa fréquence.`
  if (kind === 'untestable') {
    if (why === 'no-conversions')
      return `Rien n’a encore été converti ici : rien ne permet de départager les ${things}.`
    if (why === 'one-label') return 'Il n’y en a qu’un ici : il n’y a rien à comparer.'
    return `Tout le monde ici a été converti : rien ne montre ce que les ${things} ont changé, les parts disent seulement leur fréquence.`
  }
  const parts = [
    more.length > 0
      ? `Les parcours passés par ${listed(more, 'et', others)} se convertissent plus souvent que les autres`
      : '',
    less.length > 0
      ? `${more.length > 0 ? 'ceux' : 'Les parcours'} passés par ${listed(less, 'et', others)} moins souvent`
      : '',
  ].filter((part) => part !== '')
  if (parts.length === 0)
    return `Les parcours se convertissent plus ou moins selon les ${things}, mais aucun${e} ne se détache à ${FEMININE.has(by) ? 'elle seule' : 'lui seul'}.`
  return `${parts.join(', ')}. C’est plus que du hasard, sans être encore la preuve d’une cause.`
}

function listed(names: readonly string[], and: string, others: string): string {
  const shown = names.slice(0, 4).map((name) => (name === '' ? '–' : name === NAMES_OF_OTHERS ? others : name))
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${and} ${shown.at(-1)}`
}
