import type { ImapFlow, ListResponse } from 'imapflow'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'

export type FoundFolder = { path: string; role: 'inbox' | 'sent' | 'archive' | 'other'; isRead: boolean }

const SENT =
  /^(?:sent(?: (?:items|mail|messages))?|envoy[ée]s|[ée]l[ée]ments envoy[ée]s|messages envoy[ée]s|gesendet(?:e objekte|e elemente)?|enviados?|elementos enviados|itens enviados|inviati|verzonden)$/i
const ARCHIVE = /^(?:archives?|archiv|archivo|arquivo|all mail|tous les messages|alle nachrichten)$/i
const NEVER = ['\\Trash', '\\Junk', '\\Drafts', '\\Flagged', '\\Important']

function roleOf(folder: ListResponse): FoundFolder['role'] | null {
  if (folder.path.toUpperCase() === 'INBOX') return 'inbox'
  if (folder.specialUse !== undefined && NEVER.includes(folder.specialUse)) return null
  if (folder.specialUse === '\\Sent' || SENT.test(folder.name)) return 'sent'
  if (folder.specialUse === '\\Archive' || folder.specialUse === '\\All' || ARCHIVE.test(folder.name)) return 'archive'
  return 'other'
}

/** Folders that can be opened, with what they are for. Inbox, sent mail and archive are read unless somebody chooses otherwise. */
export async function listFolders(client: ImapFlow): Promise<FoundFolder[]> {
  const listed = await client.list()
  return listed.flatMap((folder) => {
    if (folder.flags.has('\\Noselect') || folder.flags.has('\\NonExistent')) return []
    const role = roleOf(folder)
    return role === null ? [] : [{ path: folder.path, role, isRead: role !== 'other' }]
  })
}

/** Writes down the folders the server has; what was chosen for one stays. A folder that is gone takes its counts with it. */
export async function noteFolders(ctx: Context, mailboxId: string, folders: readonly FoundFolder[]): Promise<void> {
  const paths = folders.map((each) => each.path)
  await ctx.db.query(
    `insert into mail_folders (folder_id, mailbox_id, path, role, is_read)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[]) on conflict (mailbox_id, path) do nothing`,
    [
      folders.map(() => newId(ctx.now())),
      folders.map(() => mailboxId),
      paths,
      folders.map((each) => each.role),
      folders.map((each) => each.isRead),
    ],
  )
  await ctx.db.query('delete from mail_folders where mailbox_id = $1 and path <> all($2::text[])', [mailboxId, paths])
}
