import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { refuseOthers } from './may-change.ts'
import { readStored } from './stored.ts'

/**
 * Removes the words of a conversation and keeps its figures, or takes all of it back; then its fact is retracted, so that
 * the story still says that something was there.
 */
export async function removeConversation(
  ctx: Context,
  caller: Caller,
  conversationId: string,
  what: 'words' | 'all',
): Promise<void> {
  const row = await readStored(ctx.db, conversationId)
  refuseOthers(caller, row)
  const key = [row.person_id, conversationId]
  if (what === 'words') {
    await ctx.db.query(
      `with gone as (delete from mentions where person_id = $1 and conversation_id = $2)
       update conversations set said = null, issues = '[]', words_removed_at = $3
        where person_id = $1 and conversation_id = $2 and said is not null`,
      [...key, new Date(ctx.now())],
    )
    return
  }
  if (row.fact_id !== null)
    await recordFacts(ctx, [
      {
        kind: 'fact.retracted',
        at: ctx.now(),
        messageId: randomUUID(),
        source: 'transcript',
        actor: caller.id,
        isHistory: false,
        who: { personId: row.person_id },
        touch: null,
        data: { fact: row.fact_id },
      },
    ])
  await ctx.db.query('delete from conversations where person_id = $1 and conversation_id = $2', key)
}
