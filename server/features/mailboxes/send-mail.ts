import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { warningsOf } from '../privacy/consents.ts'
import { linksIn, type Recipient } from './compose-mail.ts'
import { ownAddress } from './connect-mailbox.ts'
import { fillTemplate, valuesFor } from './fill-template.ts'
import { readMailbox, requireOwn } from './mailbox.ts'
import { getThreadOfMail } from './read-threads.ts'
import { getOutgoing, type OutgoingView } from './settle-outgoing.ts'
import { peopleOf } from './who-is-known.ts'

type Input = {
  mailboxId: string
  personId?: string | undefined
  recipients: Recipient[]
  subject: string
  body: string
  replyTo?: string | undefined
  templateId?: string | undefined
  purpose: 'sales' | 'marketing'
  tracksOpens: boolean
  tracksClicks: boolean
  files: string[]
  sendAt?: string | undefined
}

/** A mail that was just written can be taken back for so long. */
const UNDO_MS = 10_000
const MOST_LATER_MS = 366 * 86_400_000
const FILES_BYTES = 20 * 1024 ** 2

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

function refused(where: string, what: string, mend: string): Problem {
  return new Problem('refused', what, { mend, errors: [{ where, what }] })
}

function recipientsOf(input: Input): Recipient[] {
  const seen = new Set<string>()
  return input.recipients.flatMap((each, index) => {
    const address = ownAddress(each.address, `body.recipients.${index}.address`)
    if (seen.has(address)) return []
    seen.add(address)
    return [{ role: each.role, address, name: oneLine(each.name) }]
  })
}

/** The text as it goes out. What is not known of somebody stops it: nobody shall get a mail to “{{person.firstName}}”. */
async function filled(
  ctx: Context,
  caller: Pick<Caller, 'id'>,
  input: Input,
): Promise<{ subject: string; body: string }> {
  const values = await valuesFor(ctx, input.personId ?? null, caller.id)
  const subject = fillTemplate(input.subject, values)
  const body = fillTemplate(input.body, values)
  const lacking = [...new Set([...subject.missing, ...body.missing, ...subject.unknown, ...body.unknown])]
  if (lacking.length > 0)
    throw new Problem('refused', `Nothing is known for ${lacking.map((each) => `{{${each}}}`).join(', ')}.`, {
      mend: 'Write it out, or give a word for when nothing is known: {{person.firstName|there}}.',
      errors: lacking.map((each) => ({ where: 'body.body', what: `{{${each}}} has no value` })),
    })
  return { subject: oneLine(subject.text), body: body.text.replaceAll('\u0000', '') }
}

/** Who withdrew consent to e-mail gets no mail of marketing, and is not followed in any. */
async function checkConsent(
  ctx: Context,
  input: Input,
  recipients: readonly Recipient[],
): Promise<{ isTracked: boolean }> {
  const people = await peopleOf(
    ctx.db,
    recipients.map((each) => each.address),
  )
  const ids = [...new Set([...people.values(), ...(input.personId === undefined ? [] : [input.personId])])]
  const warnings = (await warningsOf(ctx.db, ids)).filter((each) => each.covers === 'e-mail')
  const [first] = warnings
  if (first === undefined) return { isTracked: true }
  if (input.purpose === 'marketing')
    throw refused(
      'body.purpose',
      `They withdrew “${first.name}” on ${first.since.slice(0, 10)}: mail of marketing may not go to them.`,
      'Write a mail of your own about what they asked for, or leave them out.',
    )
  return { isTracked: false }
}

/** The thread a reply stands in: its ids, and its subject as it was. */
async function threadingOf(ctx: Context, caller: Pick<Caller, 'id'>, replyTo: string | undefined) {
  if (replyTo === undefined) return { inReplyTo: null, refs: [], subject: null }
  await getThreadOfMail(ctx.db, caller, replyTo)
  const { rows } = await ctx.db.query<{
    message_key: string
    subject: string
    in_reply_to: string | null
    earlier: string[]
  }>(
    `select m.message_key, m.subject, m.in_reply_to, array(select e.message_key from mail_messages e where e.thread_id = m.thread_id and e.sent_at < m.sent_at
        and e.message_key not like 'hash:%' and e.message_key not like 'long:%' order by e.sent_at desc limit 20) as earlier
       from mail_messages m where m.message_id = $1`,
    [replyTo],
  )
  const [row] = rows
  if (row === undefined) return { inReplyTo: null, refs: [], subject: null }
  const hasId = !/^(?:hash|long):/.test(row.message_key)
  const subject = /^\s*(?:re|aw|sv|tr|rép|odp)\s*:/i.test(row.subject) ? row.subject : `Re: ${row.subject}`
  const refs = [...row.earlier.reverse(), ...(hasId ? [row.message_key] : [])]
  return { inReplyTo: hasId ? row.message_key : null, refs, subject: oneLine(subject) }
}

/** Puts a mail into the outbox. Its id is fixed now: sent twice, it would be the same mail. */
export async function sendMail(ctx: Context, caller: Pick<Caller, 'id'>, input: Input): Promise<OutgoingView> {
  await requireOwn(ctx.db, input.mailboxId, caller.id)
  const mailbox = await readMailbox(ctx.db, ctx.secret, input.mailboxId)
  if (mailbox.smtp === null)
    throw refused(
      'body.mailboxId',
      `${mailbox.address} can only be read.`,
      'Enter the server it sends by under Settings, My mailboxes.',
    )
  const recipients = recipientsOf(input)
  const text = await filled(ctx, caller, input)
  const { isTracked } = await checkConsent(ctx, input, recipients)
  const threading = await threadingOf(ctx, caller, input.replyTo)
  const nowMs = ctx.now()
  const askedMs = input.sendAt === undefined ? 0 : Date.parse(input.sendAt)
  if (askedMs > nowMs + MOST_LATER_MS)
    throw refused('body.sendAt', 'This is more than a year away.', 'Choose an earlier day.')
  const sendAt = new Date(Math.max(nowMs + UNDO_MS, askedMs))
  const outgoingId = newId(nowMs)
  const domain = mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1)
  const body =
    mailbox.signature.trim() === '' ? text.body : `${text.body.trimEnd()}\n\n-- \n${mailbox.signature.trim()}`
  const personId =
    input.personId ??
    (
      await peopleOf(
        ctx.db,
        recipients.map((each) => each.address),
      )
    ).get(recipients[0]?.address ?? '') ??
    null
  await inTransaction(ctx.db, async (tx) => {
    await tx.query(
      `insert into mail_outgoing (outgoing_id, mailbox_id, user_id, person_id, message_key, recipients, subject, body, in_reply_to, refs, template_id, purpose,
         tracks_opens, tracks_clicks, links, status, send_at, next_try_at, copy, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'waiting', $16, $16, 'wanted', $17)`,
      [
        outgoingId,
        input.mailboxId,
        caller.id,
        personId,
        `${outgoingId}@${domain}`,
        JSON.stringify(recipients),
        threading.subject !== null && text.subject === '' ? threading.subject : text.subject,
        body,
        threading.inReplyTo,
        threading.refs,
        input.templateId ?? null,
        input.purpose,
        input.tracksOpens && isTracked,
        input.tracksClicks && isTracked,
        linksIn(body),
        sendAt,
        new Date(nowMs),
      ],
    )
    await takeFiles(tx, caller, outgoingId, input.files)
  })
  return getOutgoing(ctx, caller, outgoingId)
}

async function takeFiles(
  tx: Queryable,
  caller: Pick<Caller, 'id'>,
  outgoingId: string,
  files: readonly string[],
): Promise<void> {
  if (files.length === 0) return
  const { rows } = await tx.query<{ bytes: number }>(
    `update mail_files set outgoing_id = $1 where file_id = any($2::uuid[]) and user_id = $3 and outgoing_id is null returning length(bytes) as bytes`,
    [outgoingId, files, caller.id],
  )
  if (rows.length !== new Set(files).size) throw refused('body.files', 'A file is not here any more.', 'Add it again.')
  if (rows.reduce((sum, row) => sum + row.bytes, 0) > FILES_BYTES)
    throw refused('body.files', 'The files are larger than 20 MB together.', 'Leave some out, or send a link.')
}
