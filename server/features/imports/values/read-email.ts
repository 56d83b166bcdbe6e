import { domainToASCII } from 'node:url'
import { type Reading, read, unread } from './reading.ts'

const address = /^[^\s@<>,;:"()[\]\\]+@([^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]{2,})$/

/** One address in lower case. `Ada <ada@x.org>` and `mailto:` are undressed; of several, the first is taken. */
export function readEmail(text: string): Reading<string> {
  const written = text.trim()
  const inner = /<([^<>]+)>/.exec(written)?.[1] ?? written
  const first = inner.split(/[;,]\s*/)[0] ?? ''
  const plain = first
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\.$/, '')
    .toLowerCase()
  const domain = address.exec(plain)?.[1]
  if (domain === undefined || plain.length > 254 || plain.includes('..') || domainToASCII(domain) === '') {
    return unread('invalid-email', `"${written.slice(0, 100)}" is not an e-mail address`)
  }
  return read(plain)
}
