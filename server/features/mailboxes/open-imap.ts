import { isIP } from 'node:net'
import { ImapFlow } from 'imapflow'
import type { Context } from '../../context.ts'
import { explainImap } from './explain-imap.ts'
import { findMailHost, readHouseRule } from './find-mail-host.ts'
import { type Key, keyOf, type Opening } from './key-of.ts'
import { MailTrouble } from './mail-trouble.ts'
import type { Server } from './mailbox.ts'
import { contextOf } from './trusted.ts'

const CONNECT_MS = 15_000
const SILENCE_MS = 300_000
/** No answer of a server may be larger than this: what we ask for is smaller. */
const ANSWER_BYTES = 40 * 1024 ** 2

type Ctx = Pick<Context, 'db' | 'outside' | 'log' | 'secret' | 'now'>
type Access = Opening & { imap: Server }

/** Opens a mailbox. Throws MailTrouble, with what is wrong and what to do. */
export async function openImap(ctx: Ctx, access: Access): Promise<ImapFlow> {
  try {
    return await open(ctx, access.imap, await keyOf(ctx, access))
  } catch (error) {
    // A token that was taken back early: a new one is asked for once.
    const isStored = access.accessToken === undefined && (access.signIn ?? 'password') !== 'password'
    if (!isStored || !(error instanceof MailTrouble) || error.trouble.code !== 'password') throw error
    return open(ctx, access.imap, await keyOf(ctx, access, { isForced: true }))
  }
}

async function open(ctx: Ctx, imap: Server, key: Key): Promise<ImapFlow> {
  const found = await findMailHost(ctx, imap)
  if (!found.ok) throw new MailTrouble(found.trouble)
  const secureContext = contextOf((await readHouseRule(ctx.db)).certificates)
  const client = new ImapFlow({
    host: found.address,
    port: imap.port,
    secure: imap.security === 'tls',
    ...(imap.security === 'tls' ? {} : { doSTARTTLS: imap.security === 'starttls' }),
    ...(isIP(imap.host) === 0 ? { servername: imap.host } : {}),
    ...(secureContext === undefined ? {} : { tls: { secureContext } }),
    auth: key,
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
    throw new MailTrouble(explainImap(error, imap, 'accessToken' in key))
  }
}
