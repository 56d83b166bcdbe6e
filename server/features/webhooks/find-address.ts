import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'
import type { Target } from './read-url.ts'

export type Address = { address: string; family: number }
/** Every address of a name. */
export type Resolve = (host: string) => Promise<Address[]>

const LOOK_UP_MS = 3_000

/**
 * Asks the name servers themselves: the system's resolver adds search domains of the network, and its few threads would
 * let one slow name hold up all others.
 */
export const resolveByDns: Resolve = async (host) => {
  const resolver = new Resolver({ timeout: LOOK_UP_MS, tries: 2 })
  const [four, six] = await Promise.all([
    resolver.resolve4(host).catch(() => []),
    resolver.resolve6(host).catch(() => []),
  ])
  return [...four.map((address) => ({ address, family: 4 })), ...six.map((address) => ({ address, family: 6 }))]
}

export type Found = { ok: true; address: Address } | { ok: false; error: string }

/**
 * The one address a delivery connects to, looked up once. A name of which any address lies inside a network is refused
 * whole: which of them is used would be chance.
 */
export async function findAddress(target: Target, resolve: Resolve): Promise<Found> {
  const family = isIP(target.host)
  if (family !== 0) return { ok: true, address: { address: target.host, family } }
  if (target.isLoopback) return { ok: true, address: { address: '127.0.0.1', family: 4 } }
  const addresses = await resolve(target.host).catch(() => [])
  const [first] = addresses
  if (first === undefined) return { ok: false, error: `The name ${target.host} is not known.` }
  const inside = addresses.find(({ address }) => !isPublicAddress(address))
  if (inside !== undefined) {
    return {
      ok: false,
      error: `${target.host} leads to ${inside.address}, an address inside a network. Nothing was sent.`,
    }
  }
  return { ok: true, address: first }
}
