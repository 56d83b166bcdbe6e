import type { PoolClient } from 'pg'
import { uuidOf } from './message-key.ts'
import type { ReadMessage } from './read-message.ts'
import { countThreads, lockThreads, threadOf } from './thread-of.ts'
import type { House } from './who-is-known.ts'

export type Kept = { mail: ReadMessage; hasBody: boolean; userId: string | null }

/** Stores mails in threads. A mail that is there already is left as it is, but gains its text when only its header was kept. */
export async function storeMessages(tx: PoolClient, house: House, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return
  await lockThreads(tx)
  const threads = new Set<string>()
  for (const { mail, hasBody, userId } of kept) {
    const names = [...(mail.inReplyTo === null ? [] : [mail.inReplyTo]), ...mail.references]
    const threadId = await threadOf(tx, { key: mail.key, names, subject: mail.subject, sentAtMs: mail.sentAtMs })
    threads.add(threadId)
    const messageId = uuidOf(mail.key)
    const direction = house.isOwn(mail.from) ? 'out' : 'in'
    await tx.query(
      `insert into mail_messages (message_id, message_key, thread_id, sent_at, direction, kind, from_address, from_name, subject, in_reply_to,
         has_body, text, html, words, recipients, attachments, user_id, calendar)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
       on conflict (message_id) do update set has_body = true, text = excluded.text, html = excluded.html, words = excluded.words,
         attachments = excluded.attachments, calendar = excluded.calendar where not mail_messages.has_body and excluded.has_body`,
      [
        messageId,
        mail.key,
        threadId,
        new Date(mail.sentAtMs),
        direction,
        mail.kind,
        mail.from,
        mail.fromName,
        mail.subject,
        mail.inReplyTo,
        hasBody,
        hasBody ? mail.text : null,
        hasBody ? mail.html : null,
        hasBody ? mail.words : 0,
        mail.recipients,
        JSON.stringify(hasBody ? mail.attachments : []),
        direction === 'out' ? (house.userOf(mail.from) ?? userId) : null,
        hasBody ? mail.calendar : null,
      ],
    )
    const outside = mail.parties.filter((each) => !house.isOwn(each.address))
    await tx.query(
      `insert into mail_parties (message_id, place, role, address, base, name)
       select $1, place::int, role, address, base, name from unnest($2::text[], $3::text[], $4::text[], $5::text[]) with ordinality as p(role, address, base, name, place)
       on conflict do nothing`,
      [
        messageId,
        outside.map((each) => each.role),
        outside.map((each) => each.address),
        outside.map((each) => each.base),
        outside.map((each) => each.name),
      ],
    )
  }
  await countThreads(tx, [...threads])
}
