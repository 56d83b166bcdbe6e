import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { readListeningLists, scanMentions } from './scan-mentions.ts'
import { type Stored, transcriptOf } from './stored.ts'

const BATCH = 20

/** Searches every conversation for what is listened for now. Running it twice changes nothing. */
export async function searchConversations(ctx: Context): Promise<void> {
  let after: [string, string] | null = null
  for (;;) {
    const lists = await readListeningLists(ctx.db)
    const batch: { rows: Stored[] } = await ctx.db.query<Stored>(
      `select * from conversations
        where said is not null and ($1::uuid is null or (person_id, conversation_id) > ($1, $2::uuid))
        order by person_id, conversation_id limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, BATCH],
    )
    for (const row of batch.rows) {
      const transcript = transcriptOf(row)
      if (transcript === null) continue
      const { person_id: personId, conversation_id: conversationId, speakers } = row
      await inTransaction(ctx.db, async (tx) => {
        const { rowCount } = await tx.query(
          'select 1 from conversations where person_id = $1 and conversation_id = $2 and said is not null for update',
          [personId, conversationId],
        )
        if (rowCount) await scanMentions(tx, { personId, conversationId, transcript, speakers }, lists)
      })
    }
    const last = batch.rows.at(-1)
    if (last === undefined || batch.rows.length < BATCH) return
    after = [last.person_id, last.conversation_id]
  }
}
