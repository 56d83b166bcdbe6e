import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { readRecipient } from '../notices/recipient.ts'
import { queueMail } from './queue-mail.ts'
import { renderLetter } from './render-letter.ts'
import { wordsIn } from './words-in.ts'

/** Mails the link with which somebody chooses a new password. */
export async function mailReset(
  tx: Queryable,
  ctx: Context,
  { userId, link }: { userId: string; link: string },
): Promise<void> {
  const recipient = await readRecipient(tx, ctx, userId)
  if (recipient === null) return
  const words = wordsIn(recipient.language)
  const letter = renderLetter({
    language: recipient.language,
    subject: words.resetSubject,
    greeting: words.hello(recipient.name),
    intro: words.resetIntro,
    parts: [],
    button: { text: words.setPassword, url: link },
    foot: [{ text: words.onlyYou }],
  })
  await queueMail(tx, ctx, { userId, address: recipient.address, kind: 'reset', letter })
}
