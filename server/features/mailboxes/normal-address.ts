import { normalEmail } from '../facts/prepare-facts.ts'

export type Party = { role: 'from' | 'to' | 'cc' | 'reply-to'; address: string; base: string; name: string }

const SAME_HOST: Readonly<Record<string, string>> = { 'googlemail.com': 'gmail.com', 'pm.me': 'proton.me' }

/** The address as keys of people are written; null for what is none. */
export function normalAddress(text: string): string | null {
  const address = normalEmail(text)
  return address?.isWellFormed() && !address.includes('\u0000') ? address : null
}

/** The address without its +tag, in the spelling its provider takes for the same: an alias of somebody who is known. */
export function baseOf(address: string): string {
  const at = address.lastIndexOf('@')
  const host = address.slice(at + 1)
  const same = SAME_HOST[host] ?? host
  const local = address.slice(0, at).replace(/\+.*$/, '')
  return `${same === 'gmail.com' ? local.replaceAll('.', '') : local}@${same}`
}
