import { remembered } from '../features/tracking/remembered.ts'
import type { Sent } from '../http/sent.ts'

const LONGEST = 200

/** The write key of a request: the user name of basic authentication, or `writeKey` in the body. */
export function writeKeyOf(request: Pick<Sent, 'headers' | 'body'>): string | null {
  const header = request.headers.authorization
  const key = (header === undefined ? null : fromBasic(header)) ?? fromBody(request.body)
  return key === null || key === '' || key.length > LONGEST || key.includes('\0') ? null : key
}

/** A site sends the same header with every event. */
const fromBasic = remembered((header: string): string | null => {
  const match = /^basic +([a-z0-9+/=_-]{1,2000})$/i.exec(header)
  if (match?.[1] === undefined) return null
  return Buffer.from(match[1], 'base64').toString('utf8').split(':')[0] ?? null
}, 500)

function fromBody(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('writeKey' in body)) return null
  return typeof body.writeKey === 'string' ? body.writeKey : null
}
