import type { Limit, Needs, Pool, RouteRule, Territory } from '../compiled.ts'
import { joinWords } from './join-words.ts'
import type { PoolWords } from './phrases.ts'
import { languageInWords, numberInWords, placesInWords } from './value-in-words.ts'

const PER = { day: 'par jour', week: 'par semaine', month: 'par mois' } as const
const and = (items: readonly string[]): string => joinWords(items, 'et')
const number = (value: number): string => numberInWords(value, 'fr')
const quoted = (items: readonly string[]): string => and(items.map((item) => `« ${item} »`))
const limits = (list: readonly Limit[]): string => and(list.map(({ atMost, per }) => `${number(atMost)} ${PER[per]}`))

function needsInWords(needs: Needs): string {
  const speaks =
    needs.speaks === null
      ? []
      : [`parle ${needs.speaks === 'person.language' ? 'sa langue' : languageInWords(needs.speaks, 'fr')}`]
  const skills =
    needs.skills.length === 0
      ? []
      : [`a ${needs.skills.length === 1 ? 'la compétence' : 'les compétences'} ${quoted(needs.skills)}`]
  return and([...speaks, ...skills])
}

function whomOf(to: RouteRule['to']): string {
  if (to === 'account owner') return 'à la personne qui suit l’entreprise, si elle est là'
  if (to === 'territory') return 'au groupe de son territoire, s’il en a un'
  if (to === 'named account') return 'au groupe de la liste qui nomme son entreprise, s’il y en a une'
  return `au groupe « ${to.pool} »`
}

export function routeFr(
  condition: string | null,
  place: 'first' | 'later',
  { to, needs, ifNobody }: RouteRule,
): string {
  const asks = needs === null ? '' : `, à quelqu’un qui ${needsInWords(needs)}`
  const goes = `${whomOf(to)}${asks}${ifNobody === 'next clause' ? ' ; si personne n’est disponible, la clause suivante décide' : ''}`
  if (condition !== null)
    return `${place === 'first' ? 'Quand' : 'Sinon, quand'} ${condition}, le prospect est confié ${goes}.`
  return `${place === 'first' ? 'Tout prospect' : 'Tout autre prospect'} est confié ${goes}.`
}

function sharesInWords({ weights }: Pool): string {
  if (weights.size === 0) return ''
  const shares = [...weights].slice(0, 12).map(([email, weight]) => `${email} pour une part de ${number(weight)}`)
  return ` (${and([...shares, 'les autres pour 1'])})`
}

function orderInWords(pool: Pool): string {
  if (pool.order === 'in this order') return 'dans cet ordre : la première personne disponible'
  if (pool.order === 'least loaded')
    return `en commençant par la personne la moins chargée${pool.weights.size === 0 ? '' : ` selon sa part${sharesInWords(pool)}`}`
  return `à tour de rôle${pool.weights.size === 0 ? '' : ` selon les parts${sharesInWords(pool)}`}`
}

export function poolFr(pool: Pool, { hours, reasons, tell }: PoolWords): string {
  const { people } = pool
  const many = 'emails' in people && people.emails.length > 4 && pool.order !== 'in this order'
  const who =
    'team' in people
      ? `l’équipe « ${people.team} »`
      : many
        ? `${number(people.emails.length)} collègues`
        : and(people.emails)
  const each = pool.limits.length === 0 ? '' : `, au plus ${limits(pool.limits)} et par personne`
  const together = pool.limitsTogether.length === 0 ? '' : `, au plus ${limits(pool.limitsTogether)} à tous ensemble`
  const then = pool.outsideHours === 'wait' ? 'le prospect attend' : 'la clause suivante décide'
  return [
    `Le groupe « ${pool.name} », c’est ${who}, ${orderInWords(pool)}${each}${together} ; on passe les absents.`,
    ...(pool.needs === null ? [] : [`Ses prospects ne vont qu’à quelqu’un qui ${needsInWords(pool.needs)}.`]),
    ...(hours === null ? [] : [`Il prend des prospects ${hours} ; à d’autres heures, ${then}.`]),
    ...(pool.isOnlyWhenWorking
      ? [`Personne ne reçoit de prospect hors de ses propres heures : si personne n’est au travail, ${then}.`]
      : []),
    ...(pool.isCredited && reasons.length > 0
      ? [`Un prospect refusé pour ${quoted(reasons)} rend son tour, et sa place dans les limites.`]
      : []),
    ...(pool.fallback === null
      ? []
      : [
          `Quand personne n’y est disponible, le groupe « ${pool.fallback} » prend le prospect, et ${tell} est prévenu.`,
        ]),
  ].join(' ')
}

export function territoryFr(territory: Territory): string {
  const pool = territory.pool === null ? '' : ` ; son groupe est « ${territory.pool} »`
  return `Le territoire « ${territory.name} », c’est ${placesInWords(territory, 'fr')}${pool}.`
}

export function namedAccountsFr(name: string, accounts: readonly string[], pool: string | null): string {
  const which = accounts.length > 6 ? `${number(accounts.length)} entreprises` : and(accounts)
  return `Les comptes nommés « ${name} » sont ${which}${pool === null ? '' : ` ; leur groupe est « ${pool} »`}.`
}
