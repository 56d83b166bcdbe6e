import type { ImapFlow } from 'imapflow'
import type { Context } from '../../context.ts'
import { listFolders, noteFolders } from './list-folders.ts'
import { readMailbox } from './mailbox.ts'
import { openImap } from './open-imap.ts'
import { refetchKnown } from './refetch.ts'
import { type Folder, syncFolder } from './sync-folder.ts'

const ORDER = ['inbox', 'sent', 'archive', 'other']

export async function foldersToRead(ctx: Context, mailboxId: string): Promise<Folder[]> {
  const { rows } = await ctx.db.query<Folder>(
    `select folder_id, path, uid_validity, uid_next, highest_modseq, on_server, compared_at from mail_folders
      where mailbox_id = $1 and is_read order by array_position($2::text[], role), path`,
    [mailboxId, ORDER],
  )
  return rows
}

/** Brings every folder of a mailbox up to date over an open connection. */
export async function syncFolders(
  ctx: Context,
  client: ImapFlow,
  mailboxId: string,
  options: { signal: AbortSignal; only?: string },
): Promise<void> {
  const mailbox = await readMailbox(ctx.db, ctx.secret, mailboxId)
  await refetchKnown(ctx, mailbox)
  for (const folder of await foldersToRead(ctx, mailboxId)) {
    if (options.signal.aborted) return
    if (options.only !== undefined && options.only !== folder.path) continue
    await syncFolder({ ctx, client, mailbox, folder, signal: options.signal })
  }
  if (options.signal.aborted) return
  await ctx.db.query(
    `update mailboxes set synced_at = $2, trouble = null, unreachable_since = null, alarmed_at = null, tries = 0 where mailbox_id = $1`,
    [mailboxId, new Date(ctx.now())],
  )
}

/** Opens a mailbox, brings it up to date and closes it again. */
export async function syncMailbox(
  ctx: Context,
  mailboxId: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const client = await openImap(ctx, await readMailbox(ctx.db, ctx.secret, mailboxId))
  try {
    await noteFolders(ctx, mailboxId, await listFolders(client))
    await syncFolders(ctx, client, mailboxId, { signal })
  } finally {
    await client.logout().catch(() => client.close())
  }
}
