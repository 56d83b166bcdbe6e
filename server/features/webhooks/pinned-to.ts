import type { LookupFunction, Socket } from 'node:net'
import type { Address } from './find-address.ts'

/** How a line is opened: it asks `lookup` where to, which answers the address that was looked at. */
export type Dial = (options: { lookup?: LookupFunction | undefined }) => Socket

/** Whatever name is asked for, the answer is the address that was looked at. */
export function pinnedTo(address: Address): LookupFunction {
  return (_host, options, done) =>
    options.all === true ? done(null, [address]) : done(null, address.address, address.family)
}
