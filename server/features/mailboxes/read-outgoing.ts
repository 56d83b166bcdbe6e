import { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { Outgoing, OutgoingFile } from './compose-mail.ts'

const recipients = z.array(z.object({ role: z.enum(['to', 'cc', 'bcc']), address: z.string(), name: z.string() }))

export const OUTGOING = `outgoing_id, mailbox_id, user_id, person_id, message_key, recipients, subject, body, in_reply_to, refs, purpose, tracks_opens,
  tracks_clicks, links, tries, created_at, status, copy, sent_at`

export type OutgoingRow = {
  outgoing_id: string
  mailbox_id: string
  user_id: string
  person_id: string | null
  message_key: string
  recipients: unknown
  subject: string
  body: string
  in_reply_to: string | null
  refs: string[]
  purpose: 'sales' | 'marketing'
  tracks_opens: boolean
  tracks_clicks: boolean
  links: string[]
  tries: number
  created_at: Date
  status: 'waiting' | 'claimed' | 'handing' | 'sent' | 'unsure' | 'failed' | 'cancelled'
  copy: 'server' | 'wanted' | 'kept' | 'failed'
  sent_at: Date | null
}

export function outgoingOf(row: OutgoingRow): Outgoing {
  return {
    outgoingId: row.outgoing_id,
    mailboxId: row.mailbox_id,
    userId: row.user_id,
    personId: row.person_id,
    messageKey: row.message_key,
    recipients: recipients.parse(row.recipients),
    subject: row.subject,
    body: row.body,
    inReplyTo: row.in_reply_to,
    refs: row.refs,
    purpose: row.purpose,
    tracksOpens: row.tracks_opens,
    tracksClicks: row.tracks_clicks,
    links: row.links,
  }
}

export async function readFiles(db: Queryable, outgoingId: string): Promise<OutgoingFile[]> {
  const { rows } = await db.query<OutgoingFile>(
    'select name, type, bytes from mail_files where outgoing_id = $1 order by created_at, file_id',
    [outgoingId],
  )
  return rows
}
