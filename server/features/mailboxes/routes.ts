import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { warningsOf } from '../privacy/consents.ts'
import { changeMailbox, wakeMailbox } from './change-mailbox.ts'
import { countDays, listGaps } from './completeness.ts'
import { connectMailbox, ownAddress } from './connect-mailbox.ts'
import * as promises from './contract.ts'
import { fillTemplate, VARIABLES, valuesFor } from './fill-template.ts'
import { readHouseRule, saveHouseRule } from './find-mail-host.ts'
import { getMailboxView, listMailboxes } from './list-mailboxes.ts'
import { requireOwn } from './mailbox.ts'
import { listOffers } from './oauth/provider.ts'
import { SIGN_IN_ENDPOINTS } from './oauth/routes.ts'
import { signInFor } from './oauth/sign-in-for.ts'
import * as outgoing from './outgoing-contract.ts'
import { presetFor } from './presets.ts'
import { getMailHtml, getMailThread, getThreadOfMail, listMailThreads } from './read-threads.ts'
import { recordTracked } from './record-tracked.ts'
import { refetchFailed } from './refetch.ts'
import { removeMailbox } from './remove-mailbox.ts'
import { sendMail } from './send-mail.ts'
import { cancelOutgoing, listOutgoing, settleOutgoing } from './settle-outgoing.ts'
import { changeTemplate, createTemplate, listTemplates, removeTemplate } from './templates.ts'
import { testMailbox } from './test-mailbox.ts'
import * as threads from './threads-contract.ts'
import { readCertificates } from './trusted.ts'
import { heedSender, ignoreSender, listUnknownSenders, meetSender } from './unknown-senders.ts'
import { uploadMailFile } from './upload-file.ts'

const POINT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const MAILBOXES: Endpoint[] = [
  endpoint(promises.listMailboxes, async ({ ctx, caller }) => ({
    mailboxes: await listMailboxes(ctx, caller),
    canUseOwnNetwork: (await readHouseRule(ctx.db)).canUseOwnNetwork,
    signIns: (await listOffers(ctx.db)).map(({ provider, label }) => ({ provider, label })),
  })),
  endpoint(promises.findMailboxPreset, async ({ ctx, query }) => {
    const address = ownAddress(query.address, 'query.address')
    const preset = await presetFor(address)
    return { ...preset, signIn: signInFor(await listOffers(ctx.db), address, preset.name) }
  }),
  endpoint(promises.testMailbox, async ({ ctx, body }) => testMailbox(ctx, body)),
  endpoint(promises.connectMailbox, async ({ ctx, caller, body }) =>
    getMailboxView(ctx, caller, await connectMailbox(ctx, caller, body)),
  ),
  endpoint(promises.changeMailbox, async ({ ctx, caller, params, body }) => {
    await changeMailbox(ctx, caller, { ...body, ...params })
    return getMailboxView(ctx, caller, params.mailboxId)
  }),
  endpoint(promises.removeMailbox, async ({ ctx, caller, params }) => removeMailbox(ctx, caller, params.mailboxId)),
  endpoint(promises.getMailboxGaps, async ({ ctx, caller, params, query }) => {
    await requireOwn(ctx.db, params.mailboxId, caller.id)
    return {
      days: await countDays(ctx.db, params.mailboxId, query.days),
      gaps: await listGaps(ctx.db, params.mailboxId),
    }
  }),
  endpoint(promises.refetchMailbox, async ({ ctx, caller, params }) => {
    await requireOwn(ctx.db, params.mailboxId, caller.id)
    const again = await refetchFailed(ctx.db, params.mailboxId)
    await wakeMailbox(ctx, params.mailboxId)
    return { again }
  }),
  endpoint(promises.getMailboxRule, async ({ ctx }) => {
    const rule = await readHouseRule(ctx.db)
    return { ...rule, trusted: readCertificates(rule.certificates) }
  }),
  endpoint(promises.setMailboxRule, async ({ ctx, body }) => {
    if (body.certificates !== undefined) readCertificates(body.certificates)
    await saveHouseRule(ctx.db, body)
  }),
]

const THREADS: Endpoint[] = [
  endpoint(threads.listMailThreads, async ({ ctx, caller, query }) => listMailThreads(ctx.db, caller, query)),
  endpoint(threads.getMailThread, async ({ ctx, caller, params }) => getMailThread(ctx.db, caller, params.threadId)),
  endpoint(threads.getThreadOfMail, async ({ ctx, caller, params }) =>
    getThreadOfMail(ctx.db, caller, params.messageId),
  ),
  endpoint(threads.getMailHtml, async ({ ctx, caller, params, query }) =>
    getMailHtml(ctx.db, caller, { ...params, hasPictures: query.pictures === 'shown' }),
  ),
  endpoint(threads.listUnknownSenders, async ({ ctx, caller, query }) => listUnknownSenders(ctx.db, caller, query)),
  endpoint(threads.meetSender, async ({ ctx, caller, body }) => ({ personId: await meetSender(ctx, caller, body) })),
  endpoint(threads.ignoreSender, async ({ ctx, caller, body }) => ignoreSender(ctx, caller, body)),
  endpoint(threads.heedSender, async ({ ctx, caller, params }) => heedSender(ctx, caller, params.value)),
]

const OUTGOING: Endpoint[] = [
  endpoint(outgoing.listMailTemplates, async ({ ctx }) => ({
    templates: await listTemplates(ctx.db),
    variables: [...VARIABLES],
  })),
  endpoint(outgoing.createMailTemplate, async ({ ctx, caller, body }) => createTemplate(ctx, caller, body)),
  endpoint(outgoing.changeMailTemplate, async ({ ctx, params, body }) => changeTemplate(ctx, params.templateId, body)),
  endpoint(outgoing.removeMailTemplate, async ({ ctx, params }) => removeTemplate(ctx, params.templateId)),
  endpoint(outgoing.previewMail, async ({ ctx, caller, body }) => {
    const values = await valuesFor(ctx, body.personId ?? null, caller.id)
    const [subject, text] = [fillTemplate(body.subject, values), fillTemplate(body.body, values)]
    const warnings = body.personId === undefined ? [] : await warningsOf(ctx.db, [body.personId])
    return {
      subject: subject.text,
      body: text.text,
      missing: [...new Set([...subject.missing, ...text.missing])],
      unknown: [...new Set([...subject.unknown, ...text.unknown])],
      warnings: warnings
        .filter((each) => each.covers === 'e-mail')
        .map(({ purpose, name, since }) => ({ purpose, name, since })),
    }
  }),
  endpoint(outgoing.uploadMailFile, async ({ ctx, caller, request }) => uploadMailFile(ctx, caller, request)),
  endpoint(outgoing.sendMail, async ({ ctx, caller, body }) => sendMail(ctx, caller, body)),
  endpoint(outgoing.listOutgoingMails, async ({ ctx, caller, query }) => ({
    mails: await listOutgoing(ctx.db, caller, query.which),
  })),
  endpoint(outgoing.cancelOutgoingMail, async ({ ctx, caller, params }) =>
    cancelOutgoing(ctx, caller, params.outgoingId),
  ),
  endpoint(outgoing.settleOutgoingMail, async ({ ctx, caller, params, body }) =>
    settleOutgoing(ctx, caller, params.outgoingId, body.what),
  ),
  endpoint(outgoing.openTrackedMail, async ({ ctx, params, request, reply }) => {
    await recordTracked(ctx, params.token.replace(/\.gif$/, ''), request.headers['user-agent'])
    reply.header('cache-control', 'no-store, private').header('cross-origin-resource-policy', 'cross-origin')
    reply.type('image/gif')
    return POINT
  }),
  endpoint(outgoing.followTrackedLink, async ({ ctx, params, request, reply }) => {
    const url = await recordTracked(ctx, params.token, request.headers['user-agent'])
    return reply.redirect(url ?? `${ctx.publicUrl}/`, 302)
  }),
]

export const ENDPOINTS: Endpoint[] = [...MAILBOXES, ...SIGN_IN_ENDPOINTS, ...THREADS, ...OUTGOING]
