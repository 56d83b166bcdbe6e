import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { readRecipient } from '../notices/recipient.ts'
import { readMailSettings } from './mail-settings.ts'
import { queueMail } from './queue-mail.ts'
import { renderLetter } from './render-letter.ts'
import { wordsIn } from './words-in.ts'

type Invitation = { userId: string; link: string; by: string }

/** Mails an invitation in the transaction that makes it. Answers the address, or null when no mail leaves this installation. */
export async function mailInvitation(
  tx: Queryable,
  ctx: Context,
  { userId, link, by }: Invitation,
): Promise<string | null> {
  if ((await readMailSettings(tx, ctx)) === null) return null
  const recipient = await readRecipient(tx, ctx, userId)
  if (recipient === null) return null
  const words = wordsIn(recipient.language)
  const letter = renderLetter({
    language: recipient.language,
    subject: words.invitationSubject(recipient.company),
    greeting: words.hello(recipient.name),
    intro: words.invitationIntro(by, recipient.company),
    parts: [],
    button: { text: words.setPassword, url: link },
    foot: [{ text: words.onlyYou }],
  })
  await queueMail(tx, ctx, { userId, address: recipient.address, kind: 'invitation', letter })
  return recipient.address
}
