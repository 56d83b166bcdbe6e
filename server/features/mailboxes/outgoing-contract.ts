import { z } from 'zod'
import { contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'
import { VARIABLES } from './fill-template.ts'
import { outgoingView, recipient, template } from './shapes.ts'

const subject = z.string().max(400)
const body = z.string().max(100_000)

export const listMailTemplates = contract({
  id: 'listMailTemplates',
  method: 'GET',
  url: '/api/mail-templates',
  summary: 'Templates of mails, with the variables each names and all there are.',
  roles: EVERYONE,
  response: z.object({ templates: z.array(template), variables: z.array(z.enum(VARIABLES)) }),
})

const written = z.object({
  name: z.string().trim().min(1).max(120),
  language: z.enum(['en', 'fr']),
  purpose: z.enum(['sales', 'marketing']).default('sales'),
  subject: subject.default(''),
  body,
})

export const createMailTemplate = contract({
  id: 'createMailTemplate',
  method: 'POST',
  url: '/api/mail-templates',
  summary: 'Adds a template. A variable there is none of is refused with its name.',
  roles: NOT_VIEWERS,
  body: written,
  response: template,
  status: 201,
})

export const changeMailTemplate = contract({
  id: 'changeMailTemplate',
  method: 'PUT',
  url: '/api/mail-templates/:templateId',
  summary: 'Writes a template anew. Mails that were sent stay as they are.',
  roles: NOT_VIEWERS,
  params: z.object({ templateId: z.uuid() }),
  body: written,
  response: template,
})

export const removeMailTemplate = contract({
  id: 'removeMailTemplate',
  method: 'DELETE',
  url: '/api/mail-templates/:templateId',
  summary: 'Takes a template out of the list.',
  roles: NOT_VIEWERS,
  params: z.object({ templateId: z.uuid() }),
  response: null,
  status: 204,
})

export const previewMail = contract({
  id: 'previewMail',
  method: 'POST',
  url: '/api/mail-previews',
  summary:
    'A text filled with what is known of a person, and the names of what is not known. Nothing is sent or stored.',
  roles: NOT_VIEWERS,
  body: z.object({ personId: z.uuid().optional(), subject, body }),
  response: z.object({
    subject: z.string(),
    body: z.string(),
    missing: z.array(z.string()),
    unknown: z.array(z.string()),
    warnings: z.array(z.object({ purpose: z.string(), name: z.string(), since: moment })),
  }),
})

export const uploadMailFile = contract({
  id: 'uploadMailFile',
  method: 'POST',
  url: '/api/mail-files',
  summary:
    'Puts a file of at most 15 MB beside a mail that is being written (multipart). Forgotten after two days when no mail takes it.',
  roles: NOT_VIEWERS,
  isUpload: true,
  response: z.object({ id: z.uuid(), name: z.string(), type: z.string(), sizeBytes: z.int() }),
  status: 201,
})

export const sendMail = contract({
  id: 'sendMail',
  method: 'POST',
  url: '/api/outgoing-mails',
  summary:
    'Writes a mail from one of the caller’s mailboxes. It leaves after ten seconds, in which it can be taken back, or at `sendAt`. With `replyTo` it stands in that mail’s thread. Opens and clicks are followed only when asked for, and never of somebody who withdrew consent to e-mail.',
  roles: NOT_VIEWERS,
  body: z.object({
    mailboxId: z.uuid(),
    personId: z.uuid().optional(),
    recipients: z.array(recipient).min(1).max(100),
    subject,
    body: body.min(1),
    /** The mail of a thread it answers. */
    replyTo: z.uuid().optional(),
    templateId: z.uuid().optional(),
    purpose: z.enum(['sales', 'marketing']).default('sales'),
    tracksOpens: z.boolean().default(false),
    tracksClicks: z.boolean().default(false),
    files: z.array(z.uuid()).max(20).default([]),
    sendAt: moment.optional(),
  }),
  response: outgoingView,
  status: 201,
})

export const listOutgoingMails = contract({
  id: 'listOutgoingMails',
  method: 'GET',
  url: '/api/outgoing-mails',
  summary: 'What the caller wrote here, newest first: what waits, what went out, what failed and why.',
  roles: EVERYONE,
  query: z.object({ which: z.enum(['open', 'all']).default('all') }),
  response: z.object({ mails: z.array(outgoingView) }),
})

export const cancelOutgoingMail = contract({
  id: 'cancelOutgoingMail',
  method: 'POST',
  url: '/api/outgoing-mails/:outgoingId/cancel',
  summary: 'Takes a mail back that has not left. Its text is given back.',
  roles: NOT_VIEWERS,
  params: z.object({ outgoingId: z.uuid() }),
  response: z.object({ subject: z.string(), body: z.string() }),
})

export const settleOutgoingMail = contract({
  id: 'settleOutgoingMail',
  method: 'POST',
  url: '/api/outgoing-mails/:outgoingId/settle',
  summary: 'Says of a mail nobody knows about, or that failed, that it went out, or lets it be sent again.',
  roles: NOT_VIEWERS,
  params: z.object({ outgoingId: z.uuid() }),
  body: z.object({ what: z.enum(['it went out', 'send again', 'give up']) }),
  response: outgoingView,
})

export const openTrackedMail = contract({
  id: 'openTrackedMail',
  method: 'GET',
  url: '/m/o/:token',
  summary: 'The picture of one point in a mail whose opening is followed.',
  roles: 'public',
  params: z.object({ token: z.string().max(100) }),
  produces: 'image/gif',
})

export const followTrackedLink = contract({
  id: 'followTrackedLink',
  method: 'GET',
  url: '/m/c/:token',
  summary: 'Leads on to the link of a mail whose clicks are followed.',
  roles: 'public',
  params: z.object({ token: z.string().max(100) }),
  produces: 'text/html',
})
