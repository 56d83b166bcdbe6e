import type { FastifyRequest } from 'fastify'

const LONGEST = 200

/** The write key of a request: the user name of basic authentication, or `writeKey` in the body. */
export function writeKeyOf(request: FastifyRequest): string | null {
  const key = fromBasic(request.headers.authorization) ?? fromBody(request.body)
  return key === null || key === '' || key.length > LONGEST || key.includes('\0') ? null : key
}

function fromBasic(header: string | undefined): string | null {
  const match = /^basic +([a-z0-9+/=_-]+)$/i.exec(header ?? '')
  if (match?.[1] === undefined) return null
  return Buffer.from(match[1], 'base64').toString('utf8').split(':')[0] ?? null
}

function fromBody(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('writeKey' in body)) return null
  return typeof body.writeKey === 'string' ? body.writeKey : null
}
