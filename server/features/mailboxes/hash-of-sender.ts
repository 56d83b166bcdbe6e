import { createHmac } from 'node:crypto'

/** A keyed hash of an address: mail that was only counted is found by it once somebody of that address is known. */
export function hashOfSender(secret: string, address: string): Buffer {
  return createHmac('sha256', `mailbox sender:${secret}`).update(address).digest().subarray(0, 16)
}
