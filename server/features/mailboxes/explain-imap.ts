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

/** What is wrong with a connection to a mailbox, in words, and what to do. */
export function explainImap(error: unknown, { host, port, security }: Server): Trouble {
  const { code, said, message } = textsOf(error)
  const quoted = said === '' ? '' : ` It said: ${said}`
  const isRefusedSignIn =
    (typeof error === 'object' &&
      error !== null &&
      'authenticationFailed' in error &&
      error.authenticationFailed === true) ||
    /AUTHENTICATIONFAILED|LOGIN failed|authentication failed/i.test(`${code} ${said} ${message}`)
  if (isRefusedSignIn)
    return { code: 'password', what: `${host} does not accept the user or the password.${quoted}`, mend: APP_PASSWORD }
  if (/^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS_CERT)|certificate/i.test(`${code} ${message}`))
    return {
      code: 'certificate',
      what: `The certificate of ${host} is not valid: ${message}.`,
      mend: 'Use the name the certificate was made for, or let whoever runs the server renew it. Nothing was sent to it.',
    }
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
