import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** What a program sends with a write key, as far as anybody may know of it. */
export type Sent = {
  headers: IncomingHttpHeaders
  body: unknown
  /** The body as JSON text. */
  text: string
  readonly ip: string
}

/** The body of a request with its head. The address is worked out when somebody asks for it. */
export function sentBy(request: IncomingMessage, { body, text }: { body: unknown; text: string }): Sent {
  return {
    headers: request.headers,
    body,
    text,
    get ip() {
      return addressOf(request)
    },
  }
}

/** Only a proxy on this machine is believed what it says of others. */
function addressOf(request: IncomingMessage): string {
  const said = request.headers['x-forwarded-for'] ?? ''
  const hops = (Array.isArray(said) ? said.join(',') : said).split(',').map((hop) => hop.trim())
  let address = request.socket.remoteAddress ?? ''
  for (let hop = hops.pop(); hop !== undefined && hop !== '' && isLoopback(address); hop = hops.pop()) address = hop
  return address
}

function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\./i.test(address) || address === '::1'
}
