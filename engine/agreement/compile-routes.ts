import type { Limit, Pool, RouteRule } from './compiled.ts'
import type { Compiler } from './compiler.ts'
import { leadSchema } from './expression-schema.ts'

/** The first route to a pool without a condition takes every lead: what stands below it is never reached. */
function checkReached(compiler: Compiler): void {
  let last: string | null = null
  for (const [name, route] of Object.entries(compiler.document.routing)) {
    if (last !== null)
      compiler.report(
        ['routing', name],
        `This is never reached: ${last} takes every lead.`,
        `Move ${last} below it, or give ${last} a condition.`,
      )
    if (route.when === undefined && route.to !== 'account owner') last ??= name
  }
}

/** Reads who gets whom; a clause that no lead can reach is refused. */
export function readRoutes(compiler: Compiler): RouteRule[] {
  checkReached(compiler)
  return Object.entries(compiler.document.routing).map(([name, route]) => ({
    clause: compiler.clause(name, ['routing', name]),
    to: route.to === 'account owner' ? route.to : { pool: route.to.slice('pool '.length) },
    because: route.because ?? null,
    when: route.when === undefined ? null : compiler.condition(route.when, leadSchema, ['routing', name, 'when']),
  }))
}

function readLimit(text: string): Limit {
  const [, amount = '0', , per = 'day'] = /^(\d+) (a|per) (day|week|month)$/.exec(text) ?? []
  return { atMost: Number(amount), per: per === 'week' || per === 'month' ? per : 'day' }
}

/** Reads the pools with their limits. */
export function readPools(compiler: Compiler): Map<string, Pool> {
  const pools = new Map<string, Pool>()
  for (const [name, pool] of Object.entries(compiler.document.pools)) {
    const emails = typeof pool.people === 'string' ? null : pool.people.map((email) => email.toLowerCase())
    if (emails?.length === 0)
      compiler.report(
        ['pools', name, 'people'],
        `Nobody is in the pool "${name}".`,
        'Name a team or at least one person.',
      )
    const people =
      typeof pool.people === 'string' ? { team: pool.people.slice('team '.length) } : { emails: emails ?? [] }
    pools.set(name, { name, people, order: pool.order, limits: (pool.at_most ?? []).map(readLimit) })
  }
  return pools
}
