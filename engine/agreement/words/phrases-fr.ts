import type { Stage, Team } from '../../lifecycle/state.ts'
import type { Duration } from '../../worktime/duration.ts'
import { deliverFr, giveFr } from './delivery-fr.ts'
import { durationInWords } from './duration-in-words.ts'
import { joinWords } from './join-words.ts'
import type { Comeback, Consequence, Needs, Phrases } from './phrases.ts'
import { namedAccountsFr, poolFr, routeFr, territoryFr } from './routing-fr.ts'
import { SCORING_FR } from './scoring-fr.ts'
import { SILENT_FR } from './silent-fr.ts'
import { numberInWords } from './value-in-words.ts'

const STAGES: Readonly<Record<Stage, string>> = {
  inquiry: 'Une demande',
  qualified: 'Un prospect qualifié',
  accepted: 'Un prospect accepté',
  contacted: 'Un prospect contacté',
  opportunity: 'Une affaire',
  won: 'Un client gagné',
}
const TO: Readonly<Record<Team, string>> = { marketing: 'au marketing', sales: 'aux ventes' }
const THEN: Readonly<Record<Consequence, string>> = {
  'route again': 'il est confié à quelqu’un d’autre',
  'back to marketing': 'il revient au marketing',
  close: 'il est clos',
  nurture: 'il est clos pour les ventes, et le marketing garde le contact',
}
const PARTS: Readonly<Record<number, string>> = { 0.5: 'À la moitié du délai', 0.75: 'Aux trois quarts du délai' }
const CLOCKS: Readonly<Record<string, string>> = {
  acceptance: 'l’acceptation',
  'first contact': 'le premier contact',
  attempts: 'les tentatives',
  verdict: 'le verdict',
  'next step': 'la prochaine étape',
  feedback: 'la réponse aux retours',
}

const long = (duration: Duration): string => durationInWords(duration, 'fr')
const number = (value: number): string => numberInWords(value, 'fr')
const count = (amount: number, one: string, many = `${one}s`): string =>
  `${number(amount)} ${Math.abs(amount) < 2 ? one : many}`
const and = (items: readonly string[]): string => joinWords(items, 'et')

function needsInWords(needs: Needs | null): string {
  if (needs === null) return 'Après un échange'
  if (needs.clause === null) return 'Après un échange, ou une tentative'
  return `Après un échange, ou les ${number(needs.attempts)} tentatives de ${needs.clause}`
}

function comebackInWords(comeback: Comeback): string {
  if (comeback === null) return 'il est clos'
  return comeback === 'at a date given'
    ? 'il revient, comme nouvelle tentative, à la date indiquée'
    : `il revient, comme nouvelle tentative, après ${long(comeback)}`
}

function clocksInWords(clocks: readonly string[]): string {
  return clocks.length === 0 ? '' : ` (pour ${and(clocks.map((clock) => CLOCKS[clock] ?? clock))})`
}

/** One or several are told. */
function isTold(whom: string): string {
  return whom.includes(' et ') ? 'sont prévenus' : 'est prévenu'
}

/** The clauses in French. */
export const PHRASES_FR: Phrases = {
  party: (side, team, signs) =>
    `${side === 'marketing' ? 'Le marketing est représenté' : 'Les ventes sont représentées'} par l’équipe « ${team} » ; ${typeof signs === 'number' ? (signs < 2 ? 'une signature y suffit' : `il y faut ${number(signs)} signatures`) : `${and(signs)} ${signs.length === 1 ? 'signe' : 'signent'}`}.`,
  calendar(zone, hours, { place, dates, away }) {
    const free = [
      place === null ? null : `les jours fériés (${place})`,
      dates.length === 0
        ? null
        : dates.length > 6
          ? count(dates.length, 'autre jour', 'autres jours')
          : `le ${and(dates)}`,
    ].filter((each) => each !== null)
    const closed =
      away === 0
        ? ''
        : ` L’entreprise ferme en outre pendant ${away === 1 ? 'une période' : `${number(away)} périodes`}.`
    return `On travaille ${hours}, fuseau ${zone}${free.length === 0 ? '' : `, sauf ${and(free)}`}.${closed}`
  },
  points: (points, condition) =>
    `${count(Math.abs(points), 'point')}${points < 0 ? ' de moins' : ''} quand ${condition}.`,
  eachTime: (points, does, provided, atMostPerDay) =>
    `${count(Math.abs(points), 'point')}${points < 0 ? ' de moins' : ''} chaque fois que quelqu’un ${does}${provided === null ? '' : `, à condition que soit vrai : ${provided}`}${atMostPerDay === null ? '' : ` ; au plus ${count(atMostPerDay, 'point')} par jour`}.`,
  halfLife: (duration) => `Les points d’intérêt perdent la moitié de leur valeur tous les ${long(duration)}.`,
  letters: ({ A, B, C }) =>
    `La lettre de la note est A à partir de ${number(A)} points de profil, B à partir de ${number(B)}, C à partir de ${number(C)}, et D au-dessous.`,
  numbers: (at) =>
    `Le chiffre de la note est 1 à partir de ${number(at[1])} points d’intérêt, 2 à partir de ${number(at[2])}, 3 à partir de ${number(at[3])}, et 4 au-dessous.`,
  stage: (stage, owner, knownAs, evidence) =>
    `${STAGES[stage]}${knownAs === null ? '' : ` (${knownAs})`} revient ${TO[owner]}${evidence.length === 0 ? '' : ` ; preuve demandée : ${and(evidence)}`}.`,
  qualified: (condition) => `Un prospect est qualifié quand ${condition}.`,
  scoring: SCORING_FR,
  route: routeFr,
  pool: poolFr,
  territory: territoryFr,
  namedAccounts: namedAccountsFr,
  nobodyFree: (keepFor, tell) =>
    `Quand personne n’est disponible, le prospect est gardé ${long(keepFor)} ; puis ${tell} est prévenu, et l’on cherche de nouveau quelqu’un.`,
  deliver: deliverFr,
  give: giveFr,
  feedback: (within) => `Le marketing répond aux retours des ventes sous ${long(within)}.`,
  acceptance: (within) => `Les ventes acceptent ou refusent chaque prospect sous ${long(within)}.`,
  firstContact: (terms, otherwise) =>
    terms.length === 0
      ? `Les ventes prennent contact sous ${long(otherwise)}.`
      : `Les ventes prennent contact sous ${terms.map(({ term, grades }) => `${long(term)} pour ${and(grades)}`).join(', ')}, et sous ${long(otherwise)} pour toute autre note.`,
  attempts: (atLeast, over) =>
    `Les ventes font au moins ${count(atLeast, 'tentative')} en ${long(over)} avant de renoncer.`,
  verdict: (within) => `Les ventes rendent un verdict motivé sous ${long(within)} après le premier échange.`,
  nextStep: (within) => `Toute affaire en cours a une prochaine étape, qui ne date jamais de plus de ${long(within)}.`,
  warn: (part, whom) => `${PARTS[part] ?? `À ${number(part * 100)} % du délai`}, ${whom} est averti.`,
  breach: (whom) => `Quand un engagement est rompu, ${whom} ${isTold(whom)}.`,
  reassign: (after, clocks, atMost) =>
    `${long(after)} après la rupture d’un engagement, un prospect que personne n’a contacté est confié à quelqu’un d’autre${clocksInWords(clocks)}, au plus ${number(atMost)} fois.`,
  tell: (after, clocks, whom) =>
    `${long(after)} après la rupture d’un engagement, ${whom} ${isTold(whom)}${clocksInWords(clocks)}.`,
  reject: (reason, then) =>
    `Avant tout contact, les ventes peuvent refuser un prospect pour « ${reason} » : ${THEN[then]}.`,
  disqualify: (reason, needs, comeback, asks) =>
    `${needsInWords(needs)}, les ventes peuvent écarter un prospect pour « ${reason} » : ${comebackInWords(comeback)}${asks === null ? '' : `, et les ventes précisent : ${asks}`}.`,
  returns: (after) =>
    `Un prospect en cours resté silencieux pendant ${long(after)} est tenu pour perdu de vue : s’il revient, une nouvelle tentative commence.`,
  runningClocks: (what) =>
    what === 'keep'
      ? 'Les délais qui courent quand cette version entre en vigueur gardent leurs termes.'
      : 'Les délais qui courent quand cette version entre en vigueur prennent les nouveaux termes, comptés depuis leur début ; aucun n’échoit avant que la moitié du nouveau délai se soit écoulée depuis lors, sauf s’il échoyait plus tôt de toute façon.',
  limit: 'Les points de profil restent entre 0 et 100.',
  noRoute:
    'Aucune clause d’attribution ne convient : le prospect n’est confié à personne, et le responsable est prévenu.',
  silent: SILENT_FR,
}
