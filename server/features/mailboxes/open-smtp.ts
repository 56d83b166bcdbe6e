import { isIP } from 'node:net'
import { createTransport } from 'nodemailer'
import type { Context } from '../../context.ts'
import { findMailHost, readHouseRule } from './find-mail-host.ts'
import { keyOf, type Opening } from './key-of.ts'
import { MailTrouble } from './mail-trouble.ts'
import type { Server } from './mailbox.ts'
import { contextOf } from './trusted.ts'

const CONNECT_MS = 15_000
const SILENCE_MS = 60_000

/** A line to the server a mailbox sends by. Throws MailTrouble when its host may not be reached, or nothing opens it. */
export async function openSmtp(
  ctx: Pick<Context, 'db' | 'outside' | 'secret' | 'now'>,
  access: Opening & { smtp: Server },
) {
  const { smtp } = access
  const key = await keyOf(ctx, access)
  const found = await findMailHost(ctx, smtp)
  if (!found.ok) throw new MailTrouble(found.trouble)
  const secureContext = contextOf((await readHouseRule(ctx.db)).certificates)
  return createTransport({
    host: found.address,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    auth: 'accessToken' in key ? { type: 'OAuth2' as const, ...key } : key,
    tls: {
      ...(isIP(smtp.host) === 0 ? { servername: smtp.host } : {}),
      ...(secureContext === undefined ? {} : { secureContext }),
    },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: CONNECT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
