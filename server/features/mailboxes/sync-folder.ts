import type { ImapFlow } from 'imapflow'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Mailbox } from './mailbox.ts'
import { takeMails, writeSeen } from './take-mails.ts'
import { readHouse } from './who-is-known.ts'

const AT_ONCE = 40
const OLD_AT_ONCE = 1_000
const DAY_MS = 86_400_000

export type Folder = {
  folder_id: string
  path: string
  uid_validity: string | null
  uid_next: string | null
  highest_modseq: string | null
  on_server: number
  compared_at: Date | null
}
type Work = { ctx: Context; client: ImapFlow; mailbox: Mailbox; folder: Folder; signal: AbortSignal }

/** A folder whose UIDs mean other mails now is read anew: nothing that was written down of it holds. */
async function beginAnew(ctx: Context, folderId: string, uidValidity: bigint): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx.query('delete from mail_seen where folder_id = $1', [folderId])
    await tx.query(
      'update mail_folders set uid_validity = $2, uid_next = null, highest_modseq = null, compared_at = null where folder_id = $1',
      [folderId, String(uidValidity)],
    )
  })
}

async function seenUids(ctx: Context, folderId: string): Promise<Set<number>> {
  const { rows } = await ctx.db.query<{ uid: string }>(
    'select uid from mail_seen where folder_id = $1 and gone_at is null',
    [folderId],
  )
  return new Set(rows.map((row) => Number(row.uid)))
}

/** What is older than the mailbox wants read is counted with its day and size. */
async function countOld({ ctx, client, folder, signal }: Work, uids: readonly number[]): Promise<void> {
  for (let at = 0; at < uids.length && !signal.aborted; at += OLD_AT_ONCE) {
    const some = uids.slice(at, at + OLD_AT_ONCE)
    const messages = await client.fetchAll(some.join(','), { uid: true, internalDate: true, size: true }, { uid: true })
    await inTransaction(ctx.db, (tx) =>
      writeSeen(
        tx,
        folder.folder_id,
        messages.map((message) => ({
          uid: message.uid,
          receivedMs: message.internalDate === undefined ? null : new Date(message.internalDate).getTime(),
          sizeBytes: message.size ?? 0,
          outcome: 'counted' as const,
          reason: 'old',
          detail: null,
          messageId: null,
          senderHash: null,
        })),
      ),
    )
  }
}

async function allUids(client: ImapFlow, query: object): Promise<number[]> {
  const found = await client.search(query, { uid: true })
  if (!Array.isArray(found)) throw new Error('the server did not say which mails there are')
  return found
}

/**
 * Compares a folder with what was written down of it and takes in what is missing, the newest first. What is left when it is
 * cut off is missing still: the next time begins there. Nothing is marked, moved or deleted: the folder is opened for reading.
 */
export async function syncFolder(work: Work): Promise<void> {
  const { ctx, client, mailbox, folder, signal } = work
  const open = await client.mailboxOpen(folder.path, { readOnly: true })
  const isOther = folder.uid_validity !== String(open.uidValidity)
  if (isOther) await beginAnew(ctx, folder.folder_id, open.uidValidity)
  const modseq = open.highestModseq === undefined ? null : String(open.highestModseq)
  const isSame =
    !isOther &&
    modseq !== null &&
    folder.highest_modseq === modseq &&
    Number(folder.uid_next) === open.uidNext &&
    folder.on_server === open.exists &&
    folder.compared_at !== null &&
    ctx.now() - folder.compared_at.getTime() < DAY_MS
  if (isSame && !(await isAsked(ctx, folder.folder_id, open.exists))) return
  const uids = open.exists === 0 ? [] : await allUids(client, { all: true })
  const seen = await seenUids(ctx, folder.folder_id)
  const there = new Set(uids)
  const gone = [...seen].filter((uid) => !there.has(uid))
  if (gone.length > 0)
    await ctx.db.query('update mail_seen set gone_at = $3 where folder_id = $1 and uid = any($2::bigint[])', [
      folder.folder_id,
      gone,
      new Date(ctx.now()),
    ])
  await ctx.db.query('update mail_folders set on_server = $2 where folder_id = $1', [folder.folder_id, uids.length])
  const missing = uids.filter((uid) => !seen.has(uid)).sort((a, b) => b - a)
  const recent =
    missing.length === 0 ? new Set<number>() : new Set(await allUids(client, { since: new Date(mailbox.sinceMs) }))
  const toTake = missing.filter((uid) => recent.has(uid))
  await countOld(
    work,
    missing.filter((uid) => !recent.has(uid)),
  )
  const house = await readHouse(ctx.db)
  for (let at = 0; at < toTake.length; at += AT_ONCE) {
    if (signal.aborted) return
    await takeMails({ ctx, client, mailbox, folderId: folder.folder_id, house }, toTake.slice(at, at + AT_ONCE))
  }
  if (signal.aborted) return
  await ctx.db.query(
    'update mail_folders set uid_next = $2, highest_modseq = $3, on_server = $4, compared_at = $5 where folder_id = $1',
    [folder.folder_id, open.uidNext, modseq, uids.length, new Date(ctx.now())],
  )
}

/** Something is to be fetched again although nothing changed on the server. */
async function isAsked(ctx: Context, folderId: string, exists: number): Promise<boolean> {
  const { rows } = await ctx.db.query<{ n: number }>(
    'select count(*)::int as n from mail_seen where folder_id = $1 and gone_at is null',
    [folderId],
  )
  return rows[0]?.n !== exists
}
