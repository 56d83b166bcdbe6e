import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, type House, openHouse } from '../test/house.ts'
import { type Contract, ROLES } from './contract.ts'
import { CONTRACTS } from './contracts.ts'
import type { Endpoint } from './endpoint.ts'

const FEATURES = new URL('../features/', import.meta.url)
const CALLERS = [...ROLES, 'signed out', 'write key'] as const

type Caller = (typeof CALLERS)[number]

/** Every contract with the real gate in front of it and nothing behind: only who is let in is asked here. */
const DOORS: Endpoint[] = CONTRACTS.map((contract) => ({
  contract: { ...contract, params: undefined, query: undefined, body: undefined, response: null, status: 204 },
  handle: async () => undefined,
}))

const askers = new Map<Caller, Ask>()
let house: House
beforeAll(async () => {
  house = await openHouse(DOORS)
  for (const role of ROLES) askers.set(role, (await house.as(role)).ask)
  await house.ctx.db.query(`insert into write_keys (key_id, write_key, name) values ($1, 'wk_matrix', 'matrix')`, [
    randomUUID(),
  ])
  askers.set('signed out', house.ask)
  askers.set('write key', (asking) =>
    house.ask({ ...asking, headers: { ...asking.headers, authorization: `Basic ${btoa('wk_matrix:')}` } }),
  )
})
afterAll(() => house.close())

function expected({ roles }: Contract, caller: Caller): number {
  if (roles === 'public') return 204
  if (roles === 'write key') return caller === 'write key' ? 204 : 401
  if (caller === 'signed out' || caller === 'write key') return 401
  return roles.includes(caller) ? 204 : 403
}

describe('every route', () => {
  it.each(CONTRACTS.map((contract) => [contract.id, contract] as const))(
    '%s lets in exactly the roles it promises',
    async (_id, contract) => {
      const url = contract.url.replaceAll(/:\w+/g, randomUUID())
      for (const caller of CALLERS) {
        const ask = askers.get(caller)
        if (ask === undefined) throw new Error(caller)
        const hasBody = contract.method !== 'GET' && contract.method !== 'DELETE'
        const answer = await ask({
          method: contract.method,
          url,
          ...(hasBody && !contract.isUpload ? { body: {} } : {}),
        })
        expect([caller, answer.statusCode]).toEqual([caller, expected(contract, caller)])
      }
    },
  )

  it('changes something only for people who may change things: viewers get nothing but reading and their own notices and language', () => {
    const open = CONTRACTS.filter(
      ({ method, roles }) => method !== 'GET' && Array.isArray(roles) && roles.includes('viewer'),
    )
    // Questions too long for an address are asked by POST (`isQuestion`); an assistant does nothing but what other routes let it.
    const changing = open.filter(({ id, isQuestion }) => isQuestion !== true && id !== 'speakMcp').map(({ id }) => id)
    expect(changing.sort()).toEqual([
      'lookAtAccount',
      'lookAtStory',
      'readNotices',
      'setLocale',
      'setNoticePreferences',
    ])
  })
})

describe('what is served', async () => {
  const names = (await readdir(FEATURES)).filter((name) => existsSync(new URL(`${name}/routes.ts`, FEATURES)))

  it.each(names)('%s keeps exactly the promises of its contract', async (name) => {
    const idsOf = (contracts: readonly unknown[]) =>
      CONTRACTS.flatMap((one) => (contracts.includes(one) ? [one.id] : [])).sort()
    const files = (await readdir(new URL(`${name}/`, FEATURES))).filter((file) => /(^|-)contract\.ts$/.test(file))
    const modules = await Promise.all(files.map((file) => import(`../features/${name}/${file}`)))
    const promised = modules.flatMap((module) => Object.values<unknown>(module))
    const { ENDPOINTS } = await import(`../features/${name}/routes.ts`)
    const served = ENDPOINTS.map((one: { contract: unknown }) => one.contract)
    expect(idsOf(served)).toEqual(idsOf(promised))
    expect(served).toHaveLength(idsOf(served).length)
  })

  it('has no two routes at one address and no name twice', () => {
    const addresses = CONTRACTS.map(({ method, url }) => `${method} ${url.replaceAll(/:\w+/g, ':')}`)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(new Set(CONTRACTS.map(({ id }) => id)).size).toBe(CONTRACTS.length)
  })
})
