import type { ImapFlow } from 'imapflow'
import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { applyMails } from './apply-mail.ts'
import { decideMail, outsidersOf, type Verdict } from './decide-mail.ts'
import { fetchBody, type Looked, lookAt, lookedAt } from './fetch-mails.ts'
import { hashOfSender } from './hash-of-sender.ts'
import type { Mailbox } from './mailbox.ts'
import { uuidOf } from './message-key.ts'
import type { ReadMessage } from './read-message.ts'
import { type Kept, storeMessages } from './store-messages.ts'
import { type House, peopleOf } from './who-is-known.ts'

type Seen = {
  uid: number
  receivedMs: number | null
  sizeBytes: number
  outcome: 'stored' | 'headers' | 'counted' | 'failed'
  reason: string | null
  detail: string | null
  messageId: string | null
  senderHash: Buffer | null
}
type Work = { ctx: Context; client: ImapFlow; mailbox: Mailbox; folderId: string; house: House }
type Taken = { seen: Seen; kept: Kept | null; applied: ReadMessage | null }

export async function writeSeen(tx: PoolClient, folderId: string, seen: readonly Seen[]): Promise<void> {
  await tx.query(
    `insert into mail_seen (folder_id, uid, received_at, size_bytes, outcome, reason, detail, message_id, sender_hash)
     select $1, s.* from unnest($2::bigint[], $3::timestamptz[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::bytea[]) as s
     on conflict (folder_id, uid) do update set outcome = excluded.outcome, reason = excluded.reason, detail = excluded.detail,
       message_id = excluded.message_id, sender_hash = excluded.sender_hash, gone_at = null`,
    [
      folderId,
      seen.map((each) => each.uid),
      seen.map((each) => (each.receivedMs === null ? null : new Date(each.receivedMs))),
      seen.map((each) => each.sizeBytes),
      seen.map((each) => each.outcome),
      seen.map((each) => each.reason),
      seen.map((each) => each.detail),
      seen.map((each) => each.messageId),
      seen.map((each) => each.senderHash),
    ],
  )
}

/** The other side of a mail: who wrote it, or whom it was for. */
function otherSide(mail: ReadMessage, house: House): string | null {
  return outsidersOf(mail, house)[0]?.address ?? null
}

async function takeOne(work: Work, look: Looked, verdict: Verdict): Promise<Taken> {
  const { ctx, client, mailbox, house } = work
  const { uid, receivedMs, sizeBytes, head } = look
  const base = { uid, receivedMs, sizeBytes, detail: null }
  if (verdict.keep === 'nothing') {
    const other = verdict.reason === 'policy' ? otherSide(head, house) : null
    const senderHash = other === null ? null : hashOfSender(ctx.secret, other)
    const seen: Seen = { ...base, outcome: 'counted', reason: verdict.reason, messageId: null, senderHash }
    return { seen, kept: null, applied: null }
  }
  const hasBody = verdict.keep === 'body'
  const mail = hasBody ? await fetchBody(client, look) : head
  // What only the server knows of it, and an id its text would not give.
  const whole: ReadMessage = { ...mail, key: head.key.startsWith('hash:') ? mail.key : head.key }
  return {
    seen: {
      ...base,
      outcome: hasBody ? 'stored' : 'headers',
      reason: verdict.reason,
      messageId: uuidOf(whole.key),
      senderHash: null,
    },
    kept: { mail: whole, hasBody, userId: mailbox.userId },
    applied: hasBody ? whole : null,
  }
}

function isConnectionLost(client: ImapFlow): boolean {
  return !client.usable
}

function failed(uid: number, look: Looked | null, error: unknown): Seen {
  const detail = (error instanceof Error ? error.message : String(error))
    .slice(0, 300)
    .replaceAll('\u0000', '')
    .toWellFormed()
  const isLarge = /LiteralTooLarge|ResponseTooLarge|too large/i.test(detail)
  return {
    uid,
    receivedMs: look?.receivedMs ?? null,
    sizeBytes: look?.sizeBytes ?? 0,
    outcome: 'failed',
    reason: isLarge ? 'too large' : look === null ? 'unreadable' : 'error',
    detail,
    messageId: null,
    senderHash: null,
  }
}

async function lookEach(work: Work, uids: readonly number[], seen: Seen[]): Promise<Looked[]> {
  const nowMs = work.ctx.now()
  const messages = await lookAt(work.client, uids)
  const looks: Looked[] = []
  for (const message of messages) {
    try {
      looks.push(await lookedAt(message, nowMs))
    } catch (error) {
      seen.push(failed(message.uid, null, error))
    }
  }
  return looks
}

/**
 * Takes mails in: looks at their headers, keeps what is to be kept, tells the stories, and writes down what became of each,
 * so that whatever the server has is either here or named. A mail that cannot be read does not hold up the others.
 */
export async function takeMails(work: Work, uids: readonly number[]): Promise<void> {
  const { ctx, client, mailbox, house } = work
  const seen: Seen[] = []
  const looks = await lookEach(work, uids, seen)
  const people = await peopleOf(
    ctx.db,
    looks.flatMap((look) => look.head.parties.map((each) => each.address)),
  )
  const taken: Taken[] = []
  for (const look of looks) {
    try {
      taken.push(await takeOne(work, look, decideMail(mailbox, look.head, house, people)))
    } catch (error) {
      if (isConnectionLost(client)) throw error
      seen.push(failed(look.uid, look, error))
    }
  }
  const told = await tell(work, taken, people, seen)
  await inTransaction(ctx.db, async (tx) => {
    await storeMessages(
      tx,
      house,
      told.flatMap((each) => each.kept ?? []),
    )
    await writeSeen(tx, work.folderId, [...seen, ...told.map((each) => each.seen)])
  })
}

/** All in one call; when that is refused, each by itself, so that the one at fault is named. */
async function tell(
  work: Work,
  taken: readonly Taken[],
  people: ReadonlyMap<string, string>,
  seen: Seen[],
): Promise<readonly Taken[]> {
  const { ctx, mailbox, house } = work
  try {
    await applyMails(
      ctx,
      mailbox,
      taken.flatMap((each) => each.applied ?? []),
      house,
      people,
    )
    return taken
  } catch (error) {
    ctx.log.warn({ err: error }, 'mails could not be told together')
  }
  const told: Taken[] = []
  for (const each of taken) {
    try {
      if (each.applied !== null) await applyMails(ctx, mailbox, [each.applied], house, people)
      told.push(each)
    } catch (error) {
      seen.push(failed(each.seen.uid, null, error))
    }
  }
  return told
}
