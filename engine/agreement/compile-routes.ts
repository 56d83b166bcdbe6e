import type { Calendar } from '../worktime/calendar.ts'
import { parseCalendar } from '../worktime/parse-calendar.ts'
import type { Limit, Needs, Pool, RouteRule } from './compiled.ts'
import { type Compiler, sentence } from './compiler.ts'
import { routingSchema } from './expression-schema.ts'
import type { DocumentPath } from './problem.ts'

export const poolOf = (text: string): string => text.slice('pool '.length)

type Written = Compiler['document']['routing'][string]

/** Whether a lead that reaches this clause never goes past it. */
function isLast(compiler: Compiler, route: Written): boolean {
  if (!route.to.startsWith('pool ') || route.if_nobody === 'next clause') return false
  const { pools } = compiler.document
  const name = poolOf(route.to)
  return !Object.hasOwn(pools, name) || pools[name]?.outside_hours !== 'next clause'
}

/** A clause below one that takes every lead, or below one with the same condition that keeps its leads, is never reached. */
function checkReached(compiler: Compiler): void {
  let last: string | null = null
  const taken = new Map<string, string>()
  for (const [name, route] of Object.entries(compiler.document.routing)) {
    const condition = route.when?.trim()
    const before = condition === undefined ? undefined : taken.get(condition)
    if (last !== null)
      compiler.report(
        ['routing', name],
        `This is never reached: ${last} takes every lead.`,
        `Move ${last} below it, or give ${last} a condition.`,
      )
    else if (before !== undefined)
      compiler.report(
        ['routing', name],
        `This is never reached: ${before} takes the same leads.`,
        `Give it another condition, or write "if_nobody: next clause" in ${before}.`,
      )
    if (!isLast(compiler, route)) continue
    if (condition === undefined) last ??= name
    else if (before === undefined) taken.set(condition, name)
  }
}

function readNeeds(written: { speaks?: string | undefined; skills?: string[] | undefined }): Needs | null {
  if (written.speaks === undefined && written.skills === undefined) return null
  return { speaks: written.speaks ?? null, skills: written.skills ?? [] }
}

function toOf(to: string): RouteRule['to'] {
  if (to === 'account owner' || to === 'territory' || to === 'named account') return to
  return { pool: poolOf(to) }
}

/** `to: territory` and `to: named account` need places and lists that name a pool. */
function checkMeant(compiler: Compiler, name: string, to: string): void {
  const { territories, named_accounts } = compiler.document
  if (to === 'territory' && !Object.values(territories).some((each) => each.pool !== undefined))
    compiler.report(
      ['routing', name, 'to'],
      'No territory has a pool.',
      'Add "pool: pool NAME" to a territory under territories.',
    )
  const hasPool = Object.values(named_accounts).some((list) => !Array.isArray(list) && list.pool !== undefined)
  if (to === 'named account' && !hasPool)
    compiler.report(
      ['routing', name, 'to'],
      'No list of named accounts has a pool.',
      'Write the list as { accounts: [...], pool: pool NAME } under named_accounts.',
    )
}

/** Reads who gets whom; a clause that no lead can reach is refused. */
export function readRoutes(compiler: Compiler): RouteRule[] {
  checkReached(compiler)
  const { territories, named_accounts } = compiler.document
  const schema = routingSchema(Object.keys(territories), Object.keys(named_accounts), compiler.ownNames)
  return Object.entries(compiler.document.routing).map(([name, route]) => {
    checkMeant(compiler, name, route.to)
    return {
      clause: compiler.clause(name, ['routing', name]),
      to: toOf(route.to),
      because: route.because ?? null,
      when: route.when === undefined ? null : compiler.condition(route.when, schema, ['routing', name, 'when']),
      needs: readNeeds(route),
      ifNobody: route.if_nobody ?? 'wait',
    }
  })
}

const DAYS = { day: 1, week: 7, month: 31 } as const

function readLimits(compiler: Compiler, written: readonly string[], path: DocumentPath): Limit[] {
  const limits = written.map((text): Limit => {
    const [, amount = '0', , per = 'day'] = /^(\d+) (a|per) (day|week|month)$/.exec(text) ?? []
    return { atMost: Number(amount), per: per === 'week' || per === 'month' ? per : 'day' }
  })
  for (const [index, limit] of limits.entries()) {
    const same = limits.find((other, place) => place < index && other.per === limit.per)
    const tighter = limits.find((other) => DAYS[other.per] > DAYS[limit.per] && other.atMost < limit.atMost)
    if (limit.atMost === 0)
      compiler.report([...path, index], 'A limit of 0 lets nobody take a lead.', 'Give it a number, or remove it.')
    else if (same !== undefined)
      compiler.report([...path, index], `There are two limits for a ${limit.per}.`, 'Keep one of them.')
    else if (tighter !== undefined)
      compiler.report(
        [...path, index],
        `${limit.atMost} a ${limit.per} cannot be reached: ${tighter.atMost} a ${tighter.per} is less.`,
        `Lower it, or raise the limit for a ${tighter.per}.`,
      )
  }
  return limits
}

type WrittenPool = Compiler['document']['pools'][string]

function readWeights(compiler: Compiler, name: string, pool: WrittenPool): Map<string, number> {
  const weights = new Map<string, number>()
  const emails = typeof pool.people === 'string' ? null : pool.people.map((email) => email.toLowerCase())
  const path = ['pools', name, 'weights']
  if (pool.weights !== undefined && pool.order === 'in this order')
    compiler.report(path, 'Weights mean nothing to an order that is given.', 'Remove them, or choose another order.')
  for (const [written, weight] of Object.entries(pool.weights ?? {})) {
    const email = written.toLowerCase()
    if (emails !== null && !emails.includes(email))
      compiler.report([...path, written], `Nobody in this pool is ${written}.`, `Name one of: ${emails.join(', ')}.`)
    else if (emails === null && !email.includes('@'))
      compiler.report([...path, written], `"${written}" is no e-mail address.`, 'Name people by their e-mail address.')
    if (!(weight >= 0.01 && weight <= 100))
      compiler.report(
        [...path, written],
        `${weight} is no share.`,
        'Write a number from 0.01 to 100; 1 is a full share, 0.5 half of one.',
      )
    weights.set(email, weight)
  }
  return weights
}

function readHours(compiler: Compiler, name: string, pool: WrittenPool): Calendar | null {
  const path = ['pools', name]
  const isTimed = pool.hours !== undefined || pool.only_when_working === true
  if (isTimed && pool.outside_hours === undefined)
    compiler.report(
      path,
      'It is not said what happens outside working hours.',
      'Add "outside_hours: wait" or "outside_hours: next clause".',
    )
  if (!isTimed && pool.outside_hours !== undefined)
    compiler.report(
      [...path, 'outside_hours'],
      'This pool has no working hours.',
      'Add hours or "only_when_working: true", or remove outside_hours.',
    )
  if (pool.hours === undefined) return null
  const { zone, holidays } = compiler.document.calendar
  const parsed = parseCalendar({ zone, hours: pool.hours, ...(holidays === undefined ? {} : { holidays }) }, path)
  if (parsed.ok) return parsed.calendar
  // What is wrong with zone and holidays is told where they stand.
  for (const problem of parsed.problems)
    if (problem.path.includes('hours'))
      compiler.report(problem.path, sentence(problem.message), sentence(problem.remedy))
  return null
}

function readPeople(compiler: Compiler, name: string, pool: WrittenPool): Pool['people'] {
  const path = ['pools', name, 'people']
  if (typeof pool.people === 'string') {
    if (pool.order === 'in this order')
      compiler.report(
        ['pools', name, 'order'],
        'A team has no order of its own.',
        'List the e-mail addresses in the order wanted, or choose another order.',
      )
    return { team: pool.people.slice('team '.length) }
  }
  const emails = pool.people.map((email) => email.toLowerCase())
  if (emails.length === 0)
    compiler.report(path, `Nobody is in the pool "${name}".`, 'Name a team or at least one person.')
  for (const [index, email] of emails.entries())
    if (emails.indexOf(email) !== index)
      compiler.report([...path, index], `${email} is in this pool already.`, 'Name everybody once.')
  return { emails }
}

/** A pool whose fallbacks lead back to it would look for somebody without end. */
function checkFallbacks(compiler: Compiler, pools: ReadonlyMap<string, Pool>): void {
  const told = new Set<string>()
  for (const [name, pool] of pools) {
    if (pool.fallback === null || told.has(name)) continue
    const path = ['pools', name, 'fallback']
    if (!pools.has(pool.fallback)) {
      compiler.report(path, `There is no pool "${pool.fallback}".`, `Name one of: ${[...pools.keys()].join(', ')}.`)
      continue
    }
    const way = [name]
    for (let next: string | null = pool.fallback; next !== null; next = pools.get(next)?.fallback ?? null) {
      const isBack = next === name
      way.push(next)
      if (isBack) for (const each of way) told.add(each)
      if (isBack)
        compiler.report(
          path,
          `The fallbacks lead in a circle: ${way.join(', then ')}.`,
          'Let the last pool have no fallback.',
        )
      if (isBack || way.length > pools.size) break
    }
  }
}

/** Reads the pools: their people, order, limits, hours and fallbacks. */
export function readPools(compiler: Compiler): Map<string, Pool> {
  const pools = new Map<string, Pool>()
  for (const [name, pool] of Object.entries(compiler.document.pools)) {
    const path = ['pools', name]
    pools.set(name, {
      name,
      people: readPeople(compiler, name, pool),
      order: pool.order,
      limits: readLimits(compiler, pool.at_most ?? [], [...path, 'at_most']),
      limitsTogether: readLimits(compiler, pool.at_most_together ?? [], [...path, 'at_most_together']),
      weights: readWeights(compiler, name, pool),
      needs: readNeeds(pool),
      hours: readHours(compiler, name, pool),
      isOnlyWhenWorking: pool.only_when_working === true,
      outsideHours: pool.outside_hours ?? 'wait',
      isCredited: pool.credit !== undefined,
      fallback: pool.fallback === undefined ? null : poolOf(pool.fallback),
    })
  }
  checkFallbacks(compiler, pools)
  return pools
}
