import { createTransport } from 'nodemailer'
import type { MailSettings } from './mail-settings.ts'

/** A calendar that goes along, shown by mail programs as an invitation and attached as a file. */
export type LetterCalendar = {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH' | 'DECLINECOUNTER'
  content: string
  filename: string
}
export type Letter = {
  subject: string
  text: string
  html: string
  replyTo?: string | undefined
  calendar?: LetterCalendar | undefined
}
export type Envelope = { messageId: string; to: string; date: Date; preferencesUrl: string | null }
/**
 * What became of a mail. `refused`: the address will never take it. `unwanted`:
 * this mail will not be taken, others may. `later`: try again. `misset`: the server will take no
 * mail from us before somebody changes the settings.
 */
export type Sent = { how: 'sent' } | { how: 'refused' | 'unwanted' | 'later' | 'misset'; what: string; mend: string }

const CONNECT_MS = 10_000
const SILENCE_MS = 30_000
const LOOPBACK = ['localhost', '127.0.0.1', '::1']

function transportOf(settings: MailSettings) {
  const { host, port, security, user, password } = settings
  // A password never goes over an open line, but to this very machine.
  const mustEncrypt =
    security === 'starttls' || (user !== null && security === 'when offered' && !LOOPBACK.includes(host))
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: mustEncrypt,
    ignoreTLS: security === 'none',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: CONNECT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

type Failure = { code: string; responseCode: number; response: string; command: string; message: string }

function failureOf(error: unknown): Failure {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null && name in error
      ? Object.entries(error).find(([key]) => key === name)?.[1]
      : undefined
  const text = (name: string): string => {
    const value = field(name)
    return typeof value === 'string' ? value : ''
  }
  const responseCode = field('responseCode')
  return {
    code: text('code'),
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
    response: text('response').slice(0, 300),
    command: text('command'),
    message: error instanceof Error ? error.message.slice(0, 300) : String(error),
  }
}

/** A failure in words, with what to do, and whether waiting helps. */
export function explainFailure(
  error: unknown,
  { host, port }: Pick<MailSettings, 'host' | 'port'>,
): Exclude<Sent, { how: 'sent' }> {
  const { code, responseCode, response, command, message } = failureOf(error)
  const said = response === '' ? '' : ` It said: ${response}`
  const isForGood = responseCode >= 500 && responseCode < 600
  if (code === 'EAUTH' || responseCode === 530 || responseCode === 535)
    return {
      how: 'misset',
      what: `${host} does not accept the user or the password.${said}`,
      mend: 'Check both; some providers want a password made for programs.',
    }
  if (command === 'RCPT TO' || (code === 'EENVELOPE' && command !== 'MAIL FROM'))
    return isForGood
      ? { how: 'refused', what: `${host} refuses this address.${said}`, mend: 'Check the address of this person.' }
      : {
          how: 'later',
          what: `${host} does not take mail for this address just now.${said}`,
          mend: 'It is tried again by itself.',
        }
  if (command === 'MAIL FROM' && isForGood)
    return {
      how: 'misset',
      what: `${host} refuses the sender.${said}`,
      mend: 'Use a sender address of a domain this server may send for.',
    }
  if (isForGood)
    return {
      how: 'unwanted',
      what: `${host} refuses this mail.${said}`,
      mend: 'Read what it said; the text or the sender may be on a list.',
    }
  if (responseCode >= 400)
    return { how: 'later', what: `${host} asks to come back later.${said}`, mend: 'It is tried again by itself.' }
  if (code === 'ETLS' || /certificate|wrong version number|SSL|TLS/i.test(message))
    return {
      how: 'misset',
      what: `No encrypted connection to ${host}, port ${port}: ${message}`,
      mend: 'Port 465 is for TLS, 587 for STARTTLS; a certificate must be valid for this very name.',
    }
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(message))
    return { how: 'later', what: `There is no host called ${host}.`, mend: 'Check the spelling of the mail server.' }
  if (/ECONNREFUSED/.test(message))
    return {
      how: 'later',
      what: `No mail server answers at ${host}, port ${port}.`,
      mend: 'Check host and port, and whether a firewall stands between.',
    }
  if (code === 'ETIMEDOUT' || /timeout|timed out/i.test(message))
    return {
      how: 'later',
      what: `${host}, port ${port}, does not answer in time.`,
      mend: 'Check host and port; many networks close port 25.',
    }
  return {
    how: 'later',
    what: `The connection to ${host}, port ${port}, broke: ${message}`,
    mend: 'It is tried again by itself.',
  }
}

/** Hands one mail to the server. Its Message-ID is given, so that a mail sent twice is known to be the same. */
export async function sendBySmtp(settings: MailSettings, letter: Letter, envelope: Envelope): Promise<Sent> {
  const transport = transportOf(settings)
  try {
    await transport.sendMail({
      from: settings.from,
      to: { name: '', address: envelope.to },
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      ...(letter.replyTo === undefined ? {} : { replyTo: letter.replyTo }),
      ...(letter.calendar === undefined ? {} : { icalEvent: letter.calendar }),
      messageId: envelope.messageId,
      date: envelope.date,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...(envelope.preferencesUrl === null ? {} : { 'List-Unsubscribe': `<${envelope.preferencesUrl}>` }),
      },
    })
    return { how: 'sent' }
  } catch (error) {
    return explainFailure(error, settings)
  } finally {
    transport.close()
  }
}
