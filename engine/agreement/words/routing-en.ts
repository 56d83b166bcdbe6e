import type { Limit, Needs, Pool, RouteRule, Territory } from '../compiled.ts'
import { joinWords } from './join-words.ts'
import type { PoolWords } from './phrases.ts'
import { languageInWords, numberInWords, placesInWords } from './value-in-words.ts'

const and = (items: readonly string[]): string => joinWords(items, 'and')
const number = (value: number): string => numberInWords(value, 'en')
const quoted = (items: readonly string[]): string => and(items.map((item) => `“${item}”`))
const limits = (list: readonly Limit[]): string => and(list.map(({ atMost, per }) => `${number(atMost)} a ${per}`))

function needsInWords(needs: Needs): string {
  const speaks =
    needs.speaks === null
      ? []
      : [`speaks ${needs.speaks === 'person.language' ? 'their language' : languageInWords(needs.speaks, 'en')}`]
  const skills =
    needs.skills.length === 0
      ? []
      : [`has the ${needs.skills.length === 1 ? 'skill' : 'skills'} ${quoted(needs.skills)}`]
  return and([...speaks, ...skills])
}

function goesTo(to: RouteRule['to']): string {
  if (to === 'account owner') return 'goes to whoever owns the company, when they are there'
  if (to === 'territory') return 'goes to the pool of its territory, where it lies in one'
  if (to === 'named account') return 'goes to the pool of the list that names its company, where one does'
  return `goes to the pool “${to.pool}”`
}

export function routeEn(
  condition: string | null,
  place: 'first' | 'later',
  { to, needs, ifNobody }: RouteRule,
): string {
  const asks = needs === null ? '' : `, to somebody who ${needsInWords(needs)}`
  const goes = `${goesTo(to)}${asks}${ifNobody === 'next clause' ? '; when nobody is free, the next clause decides' : ''}`
  if (condition !== null) return `${place === 'first' ? 'When' : 'Otherwise, when'} ${condition}, the lead ${goes}.`
  return `${place === 'first' ? 'Every' : 'Every other'} lead ${goes}.`
}

function sharesInWords({ weights }: Pool): string {
  if (weights.size === 0) return ''
  const shares = [...weights].slice(0, 12).map(([email, weight]) => `${email} with a share of ${number(weight)}`)
  return ` (${and([...shares, 'everybody else with 1'])})`
}

function orderInWords(pool: Pool): string {
  if (pool.order === 'in this order') return 'of whom the first who is free is next, in this order'
  if (pool.order === 'least loaded')
    return `of whom the least loaded is next${pool.weights.size === 0 ? '' : `, by load for each share${sharesInWords(pool)}`}`
  return `who take turns${pool.weights.size === 0 ? '' : ` by share${sharesInWords(pool)}`}`
}

export function poolEn(pool: Pool, { hours, reasons, tell }: PoolWords): string {
  const { people } = pool
  const many = 'emails' in people && people.emails.length > 4 && pool.order !== 'in this order'
  const who =
    'team' in people
      ? `the team “${people.team}”`
      : many
        ? `${number(people.emails.length)} colleagues`
        : and(people.emails)
  const each = pool.limits.length === 0 ? '' : `, each with at most ${limits(pool.limits)}`
  const together = pool.limitsTogether.length === 0 ? '' : `, together with at most ${limits(pool.limitsTogether)}`
  const then = pool.outsideHours === 'wait' ? 'the lead waits' : 'the next clause decides'
  return [
    `The pool “${pool.name}” is ${who}, ${orderInWords(pool)}${each}${together}; whoever is away is passed over.`,
    ...(pool.needs === null ? [] : [`Its leads go only to somebody who ${needsInWords(pool.needs)}.`]),
    ...(hours === null ? [] : [`It takes leads ${hours}; at other times ${then}.`]),
    ...(pool.isOnlyWhenWorking
      ? [`Nobody is given a lead outside their own working time: with nobody at work, ${then}.`]
      : []),
    ...(pool.isCredited && reasons.length > 0
      ? [`A lead rejected for ${quoted(reasons)} gives its turn, and its place in the limits, back.`]
      : []),
    ...(pool.fallback === null
      ? []
      : [`When nobody of it is free, the pool “${pool.fallback}” takes the lead, and ${tell} is told.`]),
  ].join(' ')
}

export function territoryEn(territory: Territory): string {
  const pool = territory.pool === null ? '' : `; its pool is “${territory.pool}”`
  return `The territory “${territory.name}” is ${placesInWords(territory, 'en')}${pool}.`
}

export function namedAccountsEn(name: string, accounts: readonly string[], pool: string | null): string {
  const which = accounts.length > 6 ? `${number(accounts.length)} companies` : and(accounts)
  return `The named accounts “${name}” are ${which}${pool === null ? '' : `; their pool is “${pool}”`}.`
}
