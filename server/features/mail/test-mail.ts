import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { readRecipient } from '../notices/recipient.ts'
import { readMailSettings } from './mail-settings.ts'
import { renderLetter } from './render-letter.ts'
import { sendBySmtp } from './send-by-smtp.ts'
import { messageIdOf } from './send-due-mails.ts'
import { wordsIn } from './words-in.ts'

/** Sends a mail to the caller now, past the outbox, so that what is wrong with the settings is said at once. */
export async function testMail(ctx: Context, caller: Pick<Caller, 'id'>): Promise<{ to: string; messageId: string }> {
  const settings = await readMailSettings(ctx.db, ctx)
  if (settings === null) throw new Problem('refused', 'No mail server is set.', { mend: 'Set one first.' })
  const recipient = await readRecipient(ctx.db, ctx, caller.id)
  if (recipient === null)
    throw new Problem('refused', 'You have no e-mail address here.', { mend: 'Enter one under People and teams.' })
  const words = wordsIn(recipient.language)
  const letter = renderLetter({
    language: recipient.language,
    subject: words.testSubject,
    greeting: words.hello(recipient.name),
    intro: words.testIntro(recipient.company),
    parts: [],
    button: { text: words.open, url: `${ctx.publicUrl}/` },
    foot: [],
  })
  const messageId = messageIdOf(randomUUID(), ctx.publicUrl)
  const sent = await sendBySmtp(settings, letter, {
    messageId,
    to: recipient.address,
    date: new Date(ctx.now()),
    preferencesUrl: null,
  })
  if (sent.how !== 'sent') throw new Problem('refused', sent.what, { mend: sent.mend })
  return { to: recipient.address, messageId }
}
