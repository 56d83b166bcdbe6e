import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { Context } from '../../context.ts'
import { unsubscribeLinkOf } from '../privacy/unsubscribe-link.ts'
import type { Mailbox } from './mailbox.ts'
import { trackingToken } from './tracking-token.ts'

export type Recipient = { role: 'to' | 'cc' | 'bcc'; address: string; name: string }
export type Outgoing = {
  outgoingId: string
  mailboxId: string
  userId: string
  personId: string | null
  messageKey: string
  recipients: Recipient[]
  subject: string
  body: string
  inReplyTo: string | null
  refs: string[]
  purpose: 'sales' | 'marketing'
  tracksOpens: boolean
  tracksClicks: boolean
  links: string[]
}
export type OutgoingFile = { name: string; type: string; bytes: Buffer }

const LINK = /https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?]/g

/** The links of a text, in order, each once. */
export function linksIn(text: string): string[] {
  return [...new Set(text.match(LINK) ?? [])].slice(0, 100)
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function htmlOf(ctx: Pick<Context, 'secret' | 'publicUrl'>, mail: Outgoing, text: string): string {
  const addressOf = (link: string): string => {
    const place = mail.links.indexOf(link)
    return mail.tracksClicks && place !== -1
      ? `${ctx.publicUrl}/m/c/${trackingToken(ctx.secret, mail.outgoingId, place)}`
      : link
  }
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    let html = ''
    let from = 0
    for (const match of paragraph.matchAll(LINK)) {
      html += `${escaped(paragraph.slice(from, match.index))}<a href="${escaped(addressOf(match[0]))}">${escaped(match[0])}</a>`
      from = match.index + match[0].length
    }
    return `<p>${(html + escaped(paragraph.slice(from))).replaceAll('\n', '<br>')}</p>`
  })
  const pixel = mail.tracksOpens
    ? `<img src="${ctx.publicUrl}/m/o/${trackingToken(ctx.secret, mail.outgoingId, -1)}.gif" width="1" height="1" alt="">`
    : ''
  return `<html><body>${paragraphs.join('\n')}${pixel}</body></html>`
}

/** The mail as it goes over the line, and as its copy is kept: the same bytes. Nothing in a field can begin another. */
export async function composeMail(
  ctx: Pick<Context, 'secret' | 'publicUrl'>,
  mailbox: Pick<Mailbox, 'address' | 'displayName'>,
  mail: Outgoing,
  files: readonly OutgoingFile[],
  dateMs: number,
): Promise<Buffer> {
  const leave =
    mail.purpose === 'marketing' && mail.personId !== null
      ? unsubscribeLinkOf(ctx, mail.personId, 'marketing-email')
      : null
  const text = leave === null ? mail.body : `${mail.body}\n\n${leave.url}`
  const listed = (role: Recipient['role']) =>
    mail.recipients.filter((each) => each.role === role).map(({ name, address }) => ({ name, address }))
  const isTracked = mail.tracksOpens || mail.tracksClicks
  const composer = new MailComposer({
    from: { name: mailbox.displayName, address: mailbox.address },
    to: listed('to'),
    cc: listed('cc'),
    subject: mail.subject,
    text,
    ...(isTracked ? { html: htmlOf(ctx, mail, text) } : {}),
    messageId: `<${mail.messageKey}>`,
    date: new Date(dateMs),
    ...(mail.inReplyTo === null ? {} : { inReplyTo: `<${mail.inReplyTo}>` }),
    ...(mail.refs.length === 0 ? {} : { references: mail.refs.map((each) => `<${each}>`) }),
    attachments: files.map((file) => ({ filename: file.name, contentType: file.type, content: file.bytes })),
    headers: leave === null ? {} : { ...leave.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
    baseBoundary: mail.outgoingId.replaceAll('-', ''),
  })
  return composer.compile().build()
}
