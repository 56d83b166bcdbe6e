import { isIP } from 'node:net'
import { ImapFlow } from 'imapflow'
import type { Context } from '../../context.ts'
import { explainImap } from './explain-imap.ts'
import { findMailHost } from './find-mail-host.ts'
import type { Server, Trouble } from './mailbox.ts'

export class MailTrouble extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble.what)
    this.trouble = trouble
  }
}

const CONNECT_MS = 15_000
const SILENCE_MS = 300_000
/** No answer of a server may be larger than this: what we ask for is smaller. */
const ANSWER_BYTES = 40 * 1024 ** 2

type Access = { imap: Server; login: string; password: string | null }

/** Opens a mailbox. Throws MailTrouble, with what is wrong and what to do. */
export async function openImap(ctx: Pick<Context, 'db' | 'outside' | 'log'>, access: Access): Promise<ImapFlow> {
  const { imap, login, password } = access
  if (password === null)
    throw new MailTrouble({
      code: 'no password',
      what: 'The password of this mailbox cannot be read: it was stored under another secret.',
      mend: 'Enter it again.',
    })
  const found = await findMailHost(ctx, imap)
  if (!found.ok) throw new MailTrouble(found.trouble)
  const client = new ImapFlow({
    host: found.address,
    port: imap.port,
    secure: imap.security === 'tls',
    ...(imap.security === 'tls' ? {} : { doSTARTTLS: imap.security === 'starttls' }),
    ...(isIP(imap.host) === 0 ? { servername: imap.host } : {}),
    auth: { user: login, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    maxLiteralSize: ANSWER_BYTES,
    clientInfo: { name: 'Ensemble' },
  })
  // A connection that breaks while nobody waits for an answer must not end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw new MailTrouble(explainImap(error, imap))
  }
}
