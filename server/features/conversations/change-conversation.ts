import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { applySaid, refuseFuture, sellerOf } from './add-conversation.ts'
import type { changeConversation as promise } from './contract.ts'
import { refuseOthers } from './may-change.ts'
import { measure } from './measure.ts'
import { scanMentions } from './scan-mentions.ts'
import { readStored, transcriptOf } from './stored.ts'

type Input = z.output<NonNullable<(typeof promise)['body']>>

/** Says anew what a conversation was and who spoke; figures and what was heard follow. */
export async function changeConversation(
  ctx: Context,
  caller: Caller,
  conversationId: string,
  input: Input,
): Promise<void> {
  const row = await readStored(ctx.db, conversationId)
  refuseOthers(caller, row)
  const transcript = transcriptOf(row)
  if (input.speakers !== undefined && transcript === null)
    throw new Problem('refused', 'The words of this conversation were removed: it cannot be measured anew.', {
      mend: 'Add the transcript again.',
    })
  const heldAt = input.heldAt === undefined ? row.held_at.getTime() : Date.parse(input.heldAt)
  refuseFuture(ctx, heldAt)
  const speakers = applySaid(row.speakers, input.speakers)
  const figures = transcript === null ? row.figures : measure(transcript, speakers)
  await inTransaction(ctx.db, async (tx) => {
    await tx.query(
      `update conversations set title = $3, call_kind = $4, held_at = $5, speakers = $6, figures = $7, rep_share = $8, seller = $9,
              rep_words = $10, prospect_words = $11
        where person_id = $1 and conversation_id = $2`,
      [
        row.person_id,
        conversationId,
        input.title ?? row.title,
        input.callKind ?? row.call_kind,
        new Date(heldAt),
        JSON.stringify(speakers),
        JSON.stringify(figures),
        figures.repShare,
        input.speakers === undefined ? row.seller : sellerOf(speakers),
        figures.rep.words,
        figures.prospect.words,
      ],
    )
    if (transcript === null || input.speakers === undefined) return
    await scanMentions(tx, { personId: row.person_id, conversationId, transcript, speakers })
  })
}
