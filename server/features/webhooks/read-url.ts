import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'

export type Target = { url: URL; host: string; port: number; isLoopback: boolean }
export type UrlRefusal = { ok: false; what: string; mend: string }

const refused = (what: string, mend: string): UrlRefusal => ({ ok: false, what, mend })

/** Names that mean this machine or this network, whatever a resolver says. */
const HOUSE_NAMES = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion)$/
const LOOPBACK = ['localhost', '127.0.0.1', '::1']
/** Ports on which other protocols listen: a request there could be read as a command. */
const OTHER_PORTS = [
  1080, 1433, 1521, 1723, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 4369, 5060, 5432, 5672, 5900, 5984, 5985,
  6000, 6379, 6443, 6667, 8086, 9042, 9092, 9200, 9300, 10250, 11211, 15672, 25565, 27017, 27018, 50070,
]

function isSanePort(port: number): boolean {
  return port === 443 || (port >= 1024 && !OTHER_PORTS.includes(port))
}

/**
 * Reads the address of a receiver: https to a name or address of the open internet, without user or password. With
 * `canHookLoopback` also http to this machine. A name is looked up later, at every delivery.
 */
export function readUrl(text: string, canHookLoopback: boolean): { ok: true; target: Target } | UrlRefusal {
  if (!URL.canParse(text.trim())) {
    return refused('This is no address.', 'Write one like https://receiver.example/hooks.')
  }
  const url = new URL(text.trim())
  const host = url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  const isLoopback = canHookLoopback && LOOPBACK.includes(host)
  if (url.protocol !== 'https:' && !(isLoopback && url.protocol === 'http:')) {
    return refused('Webhooks go to https:// addresses only.', 'Give the receiver a certificate and write https://.')
  }
  if (url.username !== '' || url.password !== '') {
    return refused('The address carries a user or a password.', 'Leave it out: the signature shows who calls.')
  }
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  if (isLoopback) return { ok: true, target: { url, host, port, isLoopback } }
  if (!isSanePort(port)) {
    return refused(
      `Port ${port} is not one for webhooks.`,
      'Use 443, 8443 or another high port where no other service listens.',
    )
  }
  const isAddress = isIP(host) !== 0
  if (isAddress ? !isPublicAddress(host) : HOUSE_NAMES.test(host) || !host.includes('.')) {
    return refused(
      `${host} is an address inside a network, not on the open internet.`,
      'Use the public name of the receiver. To post to a program inside your network, put a relay with a public name before it.',
    )
  }
  return { ok: true, target: { url, host, port, isLoopback } }
}
