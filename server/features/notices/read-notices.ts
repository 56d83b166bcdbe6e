import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'

/** Marks the caller's notices as read: those named, or all up to a moment (a millisecond is the finest a screen knows). */
export async function readNotices(
  ctx: Context,
  caller: Pick<Caller, 'id'>,
  input: { upTo: string } | { ids: readonly string[] },
): Promise<void> {
  if ('ids' in input) {
    await ctx.db.query(
      'update notices set read_at = now() where user_id = $1 and read_at is null and notice_id = any($2::uuid[])',
      [caller.id, input.ids],
    )
    return
  }
  await ctx.db.query(
    `update notices set read_at = now()
      where user_id = $1 and read_at is null and created_at < $2::timestamptz + interval '1 millisecond'`,
    [caller.id, input.upTo],
  )
}
