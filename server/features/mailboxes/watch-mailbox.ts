import type { ImapFlow } from 'imapflow'
import type { Context } from '../../context.ts'
import { explainImap } from './explain-imap.ts'
import { keepCopies, PATIENCE_S } from './keep-copies.ts'
import { listFolders, noteFolders } from './list-folders.ts'
import { MailTrouble } from './mail-trouble.ts'
import { readMailbox, type Trouble } from './mailbox.ts'
import { openImap } from './open-imap.ts'
import { syncFolders } from './sync-mailbox.ts'

/** All folders are compared at least so often; the inbox tells of news by itself in between, where its server can. */
const COMPARE_MS = 5 * 60_000
/** A server that does not tell is asked so often. */
const ASK_MS = 60_000
export const CLAIM_S = 90
const CLAIM_AGAIN_MS = 30_000
const WAITS_S = [15, 60, 300, 900, 1_800]
/** Passwords that are refused again and again lock accounts: they are tried rarely. */
const REFUSED_WAIT_S = 3_600

async function noteStatus(ctx: Context, mailboxId: string, status: 'reading' | 'watching'): Promise<void> {
  await ctx.db.query('update mailboxes set status = $2 where mailbox_id = $1', [mailboxId, status])
}

async function noteTrouble(ctx: Context, mailboxId: string, trouble: Trouble): Promise<void> {
  await ctx.db.query(
    `update mailboxes set status = 'waiting', trouble = $2, unreachable_since = coalesce(unreachable_since, $3), tries = tries + 1, claimed_until = null,
       next_try_at = $3::timestamptz + make_interval(secs => case when $5 then $6::int else ($4::int[])[least(tries + 1, $7)] end)
      where mailbox_id = $1`,
    [
      mailboxId,
      JSON.stringify(trouble),
      new Date(ctx.now()),
      WAITS_S,
      ['password', 'no password', 'private', 'certificate', 'signed out', 'client'].includes(trouble.code),
      REFUSED_WAIT_S,
      WAITS_S.length,
    ],
  )
}

/** Resolves when the inbox has news, somebody changed the mailbox, the time is over, or the watching ends. Throws when the line breaks. */
async function waitForNews(client: ImapFlow, signal: AbortSignal, ms: number): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve, reject) => {
    const over = (): void => {
      clearTimeout(timer)
      client.off('exists', over)
      client.off('expunge', over)
      client.off('close', broken)
      signal.removeEventListener('abort', over)
      resolve()
    }
    const broken = (): void => {
      over()
      reject(new Error('the connection was closed'))
    }
    const timer = setTimeout(over, ms)
    client.on('exists', over)
    client.on('expunge', over)
    client.on('close', broken)
    signal.addEventListener('abort', over)
    // Ends by itself as soon as anything else is asked of the server.
    client.idle().catch(() => undefined)
  })
}

type Change = { isPaused: boolean; isWoken: boolean; hasCopies: boolean }

async function whatChanged(ctx: Context, mailboxId: string): Promise<Change> {
  const { rows } = await ctx.db.query<{ is_paused: boolean; is_woken: boolean; has_copies: boolean }>(
    `select is_paused, next_try_at <= $2 and status = 'new' as is_woken, exists (
       select 1 from mail_outgoing o where o.mailbox_id = m.mailbox_id and o.status = 'sent' and o.copy = 'wanted'
         and o.sent_at <= $2::timestamptz - make_interval(secs => $3)) as has_copies
     from mailboxes m where mailbox_id = $1`,
    [mailboxId, new Date(ctx.now()), PATIENCE_S],
  )
  const row = rows[0]
  return { isPaused: row?.is_paused ?? true, isWoken: row?.is_woken ?? false, hasCopies: row?.has_copies ?? false }
}

const LOOK_MS = 5_000

/** Reads a mailbox and then listens for news until told to stop. What goes wrong is written down, and when to try again. */
export async function watchMailbox(
  ctx: Context,
  mailboxId: string,
  workerId: string,
  signal: AbortSignal,
): Promise<void> {
  const lost = new AbortController()
  const ends = AbortSignal.any([signal, lost.signal])
  const claim = setInterval(() => {
    ctx.db
      .query(
        `update mailboxes set claimed_until = $3::timestamptz + make_interval(secs => $4) where mailbox_id = $1 and claimed_by = $2 and not is_paused returning 1`,
        [mailboxId, workerId, new Date(ctx.now()), CLAIM_S],
      )
      .then(({ rowCount }) => {
        if (rowCount !== 1) lost.abort()
      })
      .catch(() => undefined)
  }, CLAIM_AGAIN_MS)
  let client: ImapFlow | null = null
  try {
    client = await openImap(ctx, await readMailbox(ctx.db, ctx.secret, mailboxId))
    await listen(ctx, client, mailboxId, ends)
  } catch (error) {
    if (ends.aborted) return
    const { imap } = await readMailbox(ctx.db, ctx.secret, mailboxId)
    const trouble = error instanceof MailTrouble ? error.trouble : explainImap(error, imap)
    ctx.log.warn({ err: error, mailboxId }, 'a mailbox could not be read')
    await noteTrouble(ctx, mailboxId, trouble)
  } finally {
    clearInterval(claim)
    await ctx.db
      .query('update mailboxes set claimed_until = null where mailbox_id = $1 and claimed_by = $2', [
        mailboxId,
        workerId,
      ])
      .catch(() => undefined)
    if (client !== null) {
      const open = client
      await open.logout().catch(() => open.close())
    }
  }
}

async function listen(ctx: Context, client: ImapFlow, mailboxId: string, ends: AbortSignal): Promise<void> {
  let comparedMs = 0
  while (!ends.aborted) {
    const isDue = ctx.now() - comparedMs >= COMPARE_MS
    if (isDue) {
      await noteStatus(ctx, mailboxId, 'reading')
      await noteFolders(ctx, mailboxId, await listFolders(client))
    }
    await syncFolders(ctx, client, mailboxId, isDue ? { signal: ends } : { signal: ends, only: 'INBOX' })
    if (isDue) comparedMs = ctx.now()
    await keepCopies(ctx, client, mailboxId)
    if (ends.aborted) return
    await noteStatus(ctx, mailboxId, 'watching')
    await client.mailboxOpen('INBOX', { readOnly: true })
    const untilMs = ctx.now() + (client.capabilities.has('IDLE') ? COMPARE_MS : ASK_MS)
    // Looks up now and then whether somebody paused it, asked for something again, or sent a mail.
    for (let hasNews = false; !hasNews && !ends.aborted && ctx.now() < untilMs; ) {
      const exists = client.mailbox === false ? 0 : client.mailbox.exists
      await waitForNews(client, ends, LOOK_MS)
      hasNews = client.mailbox !== false && client.mailbox.exists !== exists
      const { isPaused, isWoken, hasCopies } = await whatChanged(ctx, mailboxId)
      if (isPaused) return
      if (isWoken) comparedMs = 0
      hasNews ||= isWoken || hasCopies
    }
  }
}
