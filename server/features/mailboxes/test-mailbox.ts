import type { Context } from '../../context.ts'
import { explainImap } from './explain-imap.ts'
import { explainSmtp } from './explain-smtp.ts'
import type { Opening } from './key-of.ts'
import { type FoundFolder, listFolders } from './list-folders.ts'
import { MailTrouble } from './mail-trouble.ts'
import type { Server, Trouble } from './mailbox.ts'
import { openImap } from './open-imap.ts'
import { openSmtp } from './open-smtp.ts'

export type Tried = {
  imap: {
    isOk: boolean
    said: string | null
    /** As it was agreed on: TLSv1.3 and the like; null for an open line. */
    encryption: string | null
    folders: FoundFolder[]
    messages: number | null
    tellsNews: boolean
    trouble: Trouble | null
  }
  smtp: { isOk: boolean; trouble: Trouble | null } | null
}
type Access = Opening & { imap: Server; smtp: Server | null }

async function tryImap(ctx: Context, access: Access): Promise<Tried['imap']> {
  const nothing = { said: null, encryption: null, folders: [], messages: null, tellsNews: false }
  try {
    const client = await openImap(ctx, access)
    try {
      const folders = await listFolders(client)
      const inbox = await client.status('INBOX', { messages: true })
      const tls = client.tls
      return {
        isOk: true,
        said: client.greeting?.replaceAll(/\p{C}/gu, ' ').slice(0, 200) ?? null,
        encryption: tls === undefined || tls === false ? null : (tls.version ?? 'TLS'),
        folders,
        messages: inbox === false ? null : (inbox.messages ?? null),
        tellsNews: client.capabilities.has('IDLE'),
        trouble: null,
      }
    } finally {
      await client.logout().catch(() => client.close())
    }
  } catch (error) {
    const trouble = error instanceof MailTrouble ? error.trouble : explainImap(error, access.imap)
    return { ...nothing, isOk: false, trouble }
  }
}

async function trySmtp(
  ctx: Context,
  access: Access & { smtp: Server },
): Promise<{ isOk: boolean; trouble: Trouble | null }> {
  try {
    const transport = await openSmtp(ctx, access)
    try {
      await transport.verify()
      return { isOk: true, trouble: null }
    } finally {
      transport.close()
    }
  } catch (error) {
    if (error instanceof MailTrouble) return { isOk: false, trouble: error.trouble }
    return { isOk: false, trouble: explainSmtp(error, access.smtp) }
  }
}

/** Tries both servers with what somebody entered, and says what each answered. Nothing is stored. */
export async function testMailbox(ctx: Context, access: Access): Promise<Tried> {
  const { smtp } = access
  const [imap, sending] = await Promise.all([
    tryImap(ctx, access),
    smtp === null ? Promise.resolve(null) : trySmtp(ctx, { ...access, smtp }),
  ])
  return { imap, smtp: sending }
}
