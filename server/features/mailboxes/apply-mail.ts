import type { Context } from '../../context.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { applyCalendarReply } from '../meetings/apply-calendar-reply.ts'
import { factsOfMail } from './facts-of-mail.ts'
import type { Mailbox } from './mailbox.ts'
import { noteBounce } from './note-bounce.ts'
import type { ReadMessage } from './read-message.ts'
import type { House } from './who-is-known.ts'

/**
 * Tells the stories what mails say. It comes before they are stored: whatever is told has the id of its mail, so that a process
 * killed in between tells it again without effect.
 */
export async function applyMails(
  ctx: Context,
  mailbox: Pick<Mailbox, 'userId' | 'createdMs'>,
  mails: readonly ReadMessage[],
  house: House,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const isHistory = (mail: ReadMessage): boolean => mail.sentAtMs < mailbox.createdMs
  const facts = mails.flatMap((mail) =>
    factsOfMail({ mail, people, house, userId: mailbox.userId, isHistory: isHistory(mail) }),
  )
  if (facts.length > 0) await recordFacts(ctx, facts, { onRefused: 'report' })
  for (const mail of mails) {
    if (mail.kind === 'bounce') await noteBounce(ctx, mail, isHistory(mail))
    if (mail.calendar !== null && mail.kind === 'calendar' && !isHistory(mail))
      await applyCalendarReply(ctx, mail.calendar, { from: mail.from }).catch((error: unknown) =>
        ctx.log.warn({ err: error }, 'the answer to an invitation could not be read'),
      )
  }
}
