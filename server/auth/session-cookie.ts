import { createHmac, timingSafeEqual } from 'node:crypto'

const NAME = 'ensemble.session_token'

/** The session token of a cookie header when its signature is ours, else null. */
export function sessionTokenOf(cookieHeader: string | undefined, secret: string): string | null {
  const signed = cookieValue(cookieHeader, `__Secure-${NAME}`) ?? cookieValue(cookieHeader, NAME)
  if (signed === null) return null
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return null
  const token = signed.slice(0, dot)
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(signed.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

function cookieValue(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=')
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue
    try {
      return decodeURIComponent(part.slice(equals + 1).trim())
    } catch {
      return null
    }
  }
  return null
}
