import { z } from 'zod'
import { moment, userRef } from '../../http/shapes.ts'
import { POLICIES, rule, SECURITIES, SIGN_INS } from './mailbox.ts'
import { PROVIDERS } from './oauth/provider.ts'

const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[\w.:[\]-]+$/, 'must be a host name or an address')

export const mailServer = z.object({ host, port: z.int().min(1).max(65_535), security: z.enum(SECURITIES) })
export const trouble = z.object({ code: z.string(), what: z.string(), mend: z.string() }).meta({ id: 'MailTrouble' })
export const signInOffer = z.object({ provider: z.enum(PROVIDERS), label: z.string() })
export const folderRole = z.enum(['inbox', 'sent', 'archive', 'other'])

export const folderCount = z
  .object({
    id: z.uuid(),
    path: z.string(),
    role: folderRole,
    isRead: z.boolean(),
    /** Mails in the folder as its server says; the others add up to it. */
    onServer: z.int(),
    stored: z.int(),
    headers: z.int(),
    counted: z.int(),
    failed: z.int(),
    /** Not looked at yet, or lost: a gap. */
    unseen: z.int(),
    comparedAt: moment.nullable(),
    reasons: z.array(z.object({ outcome: z.enum(['headers', 'counted', 'failed']), reason: z.string(), n: z.int() })),
  })
  .meta({ id: 'MailFolder' })

export const mailboxView = z
  .object({
    id: z.uuid(),
    owner: userRef,
    isOwn: z.boolean(),
    address: z.string(),
    aliases: z.array(z.string()),
    displayName: z.string(),
    login: z.string(),
    signIn: z.enum(SIGN_INS),
    imap: mailServer,
    smtp: mailServer.nullable(),
    policy: z.enum(POLICIES),
    rules: z.array(rule),
    since: moment,
    signature: z.string(),
    keepsCopies: z.boolean(),
    isPaused: z.boolean(),
    status: z.enum(['new', 'reading', 'watching', 'waiting']),
    trouble: trouble.nullable(),
    unreachableSince: moment.nullable(),
    syncedAt: moment.nullable(),
    nextTryAt: moment,
    folders: z.array(folderCount),
  })
  .meta({ id: 'Mailbox' })

export const attachment = z.object({ name: z.string(), type: z.string(), sizeBytes: z.int() })
export const party = z.object({
  role: z.enum(['from', 'to', 'cc', 'reply-to']),
  address: z.string(),
  name: z.string(),
  person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})

export const mailMessage = z
  .object({
    id: z.uuid(),
    threadId: z.uuid(),
    sentAt: moment,
    direction: z.enum(['in', 'out']),
    kind: z.enum(['human', 'automatic', 'bulk', 'bounce', 'calendar']),
    from: z.object({ address: z.string(), name: z.string() }),
    /** Everybody outside the house, at most 200 of `recipients`. */
    parties: z.array(party),
    recipients: z.int(),
    subject: z.string(),
    /** False: only who and when was kept, as the mailbox is set. */
    hasBody: z.boolean(),
    /** What was written, and what it quotes below. */
    text: z.string().nullable(),
    quoted: z.string().nullable(),
    hasHtml: z.boolean(),
    attachments: z.array(attachment),
    by: userRef.nullable(),
    bounced: z.object({ how: z.enum(['hard', 'soft']), why: z.string() }).nullable(),
  })
  .meta({ id: 'MailMessage' })

export const mailThread = z
  .object({
    id: z.uuid(),
    subject: z.string(),
    firstAt: moment,
    lastAt: moment,
    messages: z.int(),
    /** Mails a person wrote, and their words without what was quoted; `talkShare`: the prospect's words of all. */
    repliesProspect: z.int(),
    repliesCompany: z.int(),
    wordsProspect: z.int(),
    wordsCompany: z.int(),
    talkShare: z.number().nullable(),
  })
  .meta({ id: 'MailThread' })

export const recipient = z.object({
  role: z.enum(['to', 'cc', 'bcc']).default('to'),
  address: z.string().trim().min(3).max(320),
  name: z.string().trim().max(200).default(''),
})

export const outgoingView = z
  .object({
    id: z.uuid(),
    mailboxId: z.uuid(),
    person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    to: z.array(z.string()),
    subject: z.string(),
    status: z.enum(['waiting', 'claimed', 'handing', 'sent', 'unsure', 'failed', 'cancelled']),
    error: z.string().nullable(),
    mend: z.string().nullable(),
    sendAt: moment,
    sentAt: moment.nullable(),
    /** Until then it can be taken back. */
    canCancel: z.boolean(),
    tracksOpens: z.boolean(),
    tracksClicks: z.boolean(),
  })
  .meta({ id: 'OutgoingMail' })

export const template = z
  .object({
    id: z.uuid(),
    name: z.string(),
    language: z.enum(['en', 'fr']),
    purpose: z.enum(['sales', 'marketing']),
    subject: z.string(),
    body: z.string(),
    /** What the text names, each once. */
    variables: z.array(z.string()),
  })
  .meta({ id: 'MailTemplate' })
