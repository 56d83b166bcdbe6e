export type FunnelNotes = {
  zone: string
  /** Attempts opened in the period by people met before. */
  returns: number
  currencies: readonly string[]
  /** Groups that exist, and those shown. */
  groups: number
  shownGroups: number
  /** It may be up to two minutes old. */
  isKept: boolean
}

type Words = Record<'counted' | 'passed' | 'days' | 'rates' | 'kept', string> & {
  met(zone: string): string
  returns(n: number): string
  mixed(currencies: string): string
  cut(shown: number, groups: number): string
}

const ENGLISH: Words = {
  met: (zone) => `The leads first met in the period, the last day excluded; days begin and end in ${zone}.`,
  counted:
    'Each person counts once. What they reached is what any of their attempts has reached until now, so a return that is won counts for the day they were first met, and for the channel, landing page and campaign that brought them first; an owner is the last who had them.',
  passed: 'Reaching a stage means having been seen in it or in a later one; "inferred" are those never seen in it.',
  days: 'Days are the median over those seen in the stage; who is still on the way is not in it.',
  rates: 'Rates carry their n and a 95 % Wilson interval.',
  kept: 'It is counted anew about every minute.',
  returns: (n) =>
    `${n} returns of people met before were opened in this period; they are no new leads and are not counted here.`,
  mixed: (currencies) => `The won deals are in several currencies (${currencies}), so no sum is given.`,
  cut: (shown, groups) => `The ${shown} largest of ${groups} groups are shown.`,
}

const FRENCH: Words = {
  met: (zone) =>
    `Les prospects rencontrés pour la première fois dans la période, dernier jour exclu ; les jours sont ceux de ${zone}.`,
  counted:
    'Chaque personne compte une fois. Ce qu’elle a atteint est ce que l’une de ses tentatives a atteint à ce jour : un retour gagné compte donc au jour de la première rencontre, et pour le canal, la page d’arrivée et la campagne qui l’ont amenée d’abord ; le responsable est le dernier à l’avoir eue.',
  passed:
    'Atteindre une étape, c’est y avoir été vu ou avoir été vu plus loin ; sont « déduits » ceux qu’on n’y a jamais vus.',
  days: 'Les jours sont la médiane de ceux qui ont été vus à l’étape ; ceux qui sont encore en chemin n’y sont pas.',
  rates: 'Les taux portent leur effectif n et un intervalle de Wilson à 95 %.',
  kept: 'Le comptage est refait environ chaque minute.',
  returns: (n) =>
    `${n} retours de personnes déjà connues ont été ouverts dans cette période ; ce ne sont pas de nouveaux prospects et ils ne sont pas comptés ici.`,
  mixed: (currencies) => `Les affaires gagnées sont en plusieurs monnaies (${currencies}) : aucune somme n’est donnée.`,
  cut: (shown, groups) => `Les ${shown} plus grands des ${groups} groupes sont affichés.`,
}

/** How the funnel is counted, in words that can stand beside the number. */
export function describeFunnel(notes: FunnelNotes, locale: 'en' | 'fr'): string {
  const words = locale === 'fr' ? FRENCH : ENGLISH
  const sentences = [words.met(notes.zone), words.counted, words.passed, words.rates, words.days]
  if (notes.returns > 0) sentences.push(words.returns(notes.returns))
  if (notes.currencies.length > 1) sentences.push(words.mixed(notes.currencies.join(', ')))
  if (notes.shownGroups < notes.groups) sentences.push(words.cut(notes.shownGroups, notes.groups))
  if (notes.isKept) sentences.push(words.kept)
  return sentences.join(' ')
}
