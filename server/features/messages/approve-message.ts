import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchMessage } from './write-message.ts'

/** Approves the version that was read; one written since has to be read first. */
export async function approveMessage(
  ctx: Context,
  by: string | null,
  input: { id: string; version: number },
): Promise<void> {
  const { rows } = await ctx.db.query<{ version: number; is_done: boolean }>(
    `with done as (
       update messages set approved_by = $3, approved_at = $4 where message_id = $1 and version = $2 and archived_at is null returning message_id)
     select version, exists (select 1 from done) as is_done from messages where message_id = $1 and archived_at is null`,
    [input.id, input.version, by, new Date(ctx.now())],
  )
  const [row] = rows
  if (row === undefined) throw noSuchMessage()
  if (!row.is_done)
    throw new Problem('conflict', 'Somebody has written another version meanwhile.', {
      mend: 'Read it before you approve it.',
      errors: [{ where: 'body.version', what: `is ${input.version}; the latest is ${row.version}` }],
    })
}
