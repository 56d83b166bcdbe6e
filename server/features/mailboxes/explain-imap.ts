import type { Server, Trouble } from './mailbox.ts'

const APP_PASSWORD =
  'Check user and password; with two-step sign-in most providers want a password made for programs (an “app password”).'

function textsOf(error: unknown): { code: string; said: string; message: string } {
  const fields =
    typeof error === 'object' && error !== null ? new Map(Object.entries(error)) : new Map<string, unknown>()
  const text = (name: string): string => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    code: text('code') || text('serverResponseCode'),
    said: (text('responseText') || text('response')).slice(0, 300),
    message: error instanceof Error ? error.message.slice(0, 300) : String(error),
  }
}

const WHY: readonly [RegExp, string][] = [
  [
    /DEPTH_ZERO_SELF_SIGNED|self[- ]signed certificate(?! in)/i,
    'it was made by the server itself, and nobody vouches for it',
  ],
  [
    /SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY|self[- ]signed certificate in|unable to (?:get|verify)/i,
    'nobody here knows the authority that signed it',
  ],
  [/CERT_HAS_EXPIRED|expired/i, 'it has expired'],
  [/CERT_NOT_YET_VALID|not yet valid/i, 'it is not valid yet'],
  [/ALTNAME|does not match/i, 'it was made for another name'],
]
const OWN_AUTHORITY =
  'An administrator may enter the certificate of your own authority under Settings, My mailboxes. Nothing was sent to it.'
const OTHER_NAME = 'Use the name the certificate was made for. Nothing was sent to it.'
const RENEW = 'Let whoever runs the server renew it. Nothing was sent to it.'

/** A certificate that is not believed: why, and what to do. Null when something else is wrong. */
export function certificateTrouble(error: unknown, { host }: Pick<Server, 'host'>): Trouble | null {
  const { code, message } = textsOf(error)
  const all = `${code} ${message}`
  if (!/CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|certificate/i.test(all)) return null
  const why = WHY.find(([pattern]) => pattern.test(all))?.[1]
  const mend = /ALTNAME|does not match/i.test(all) ? OTHER_NAME : /expired/i.test(all) ? RENEW : OWN_AUTHORITY
  return { code: 'certificate', what: `The certificate of ${host} is not to be trusted: ${why ?? message}.`, mend }
}

/** What is wrong with a connection to a mailbox, in words, and what to do. */
export function explainImap(error: unknown, server: Server, isSignedIn = false): Trouble {
  const { host, port, security } = server
  const { code, said, message } = textsOf(error)
  const quoted = said === '' ? '' : ` It said: ${said}`
  const isRefusedSignIn =
    (typeof error === 'object' &&
      error !== null &&
      'authenticationFailed' in error &&
      error.authenticationFailed === true) ||
    /AUTHENTICATIONFAILED|LOGIN failed|authentication failed/i.test(`${code} ${said} ${message}`)
  if (isRefusedSignIn && isSignedIn)
    return {
      code: 'password',
      what: `${host} does not let this account in.${quoted}`,
      mend: 'Reading by programs (IMAP) may be switched off for it: look into its settings, or ask whoever runs it. Then sign in again.',
    }
  if (isRefusedSignIn)
    return { code: 'password', what: `${host} does not accept the user or the password.${quoted}`, mend: APP_PASSWORD }
  const certificate = certificateTrouble(error, server)
  if (certificate !== null) return certificate
  if (/wrong version number|SSL routines|packet length too long|ERR_SSL|http request/i.test(`${code} ${message}`))
    return {
      code: 'encryption',
      what: `${host}, port ${port}, does not begin with TLS.`,
      mend: 'Choose STARTTLS for port 143 or 587, TLS for port 993 or 465.',
    }
  if (/STARTTLS/i.test(`${code} ${message} ${said}`))
    return {
      code: 'encryption',
      what: `${host}, port ${port}, offers no encrypted connection.`,
      mend: 'Use port 993 with TLS. A password goes over an open line only when you choose so.',
    }
  if (/PRIVACYREQUIRED|plaintext/i.test(`${code} ${said}`))
    return {
      code: 'encryption',
      what: `${host} wants an encrypted connection.${quoted}`,
      mend: 'Choose TLS or STARTTLS.',
    }
  if (/ENOTFOUND|EAI_AGAIN/.test(`${code} ${message}`))
    return {
      code: 'unknown host',
      what: `There is no host called ${host}.`,
      mend: 'Check the spelling of the server’s name.',
    }
  if (/ECONNREFUSED/.test(`${code} ${message}`))
    return {
      code: 'closed port',
      what: `Nothing answers at ${host}, port ${port}.`,
      mend: 'Check host and port; a firewall may stand between.',
    }
  if (/TIMEOUT|TIMEDOUT|EHOSTUNREACH|ENETUNREACH/i.test(`${code} ${message}`))
    return {
      code: 'no answer',
      what: `${host}, port ${port}, does not answer in time.`,
      mend: `Check host and port${security === 'tls' ? '; a server that waits for STARTTLS says nothing to TLS' : ''}; many networks close ports of mail.`,
    }
  return {
    code: 'broken',
    what: `The connection to ${host}, port ${port}, broke: ${said || message}`,
    mend: 'It is tried again by itself.',
  }
}
