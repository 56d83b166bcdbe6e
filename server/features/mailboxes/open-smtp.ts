import { isIP } from 'node:net'
import { createTransport } from 'nodemailer'
import type { Context } from '../../context.ts'
import { findMailHost } from './find-mail-host.ts'
import type { Server } from './mailbox.ts'
import { MailTrouble } from './open-imap.ts'

const CONNECT_MS = 15_000
const SILENCE_MS = 60_000

/** A line to the server a mailbox sends by. Throws MailTrouble when its host may not be reached. */
export async function openSmtp(
  ctx: Pick<Context, 'db' | 'outside'>,
  access: { smtp: Server; login: string; password: string | null },
) {
  const { smtp, login, password } = access
  if (password === null)
    throw new MailTrouble({
      code: 'no password',
      what: 'The password of this mailbox cannot be read: it was stored under another secret.',
      mend: 'Enter it again.',
    })
  const found = await findMailHost(ctx, smtp)
  if (!found.ok) throw new MailTrouble(found.trouble)
  return createTransport({
    host: found.address,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    auth: { user: login, pass: password },
    ...(isIP(smtp.host) === 0 ? { tls: { servername: smtp.host } } : {}),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: CONNECT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
