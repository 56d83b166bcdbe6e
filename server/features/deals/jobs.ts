import type { TaskList } from 'graphile-worker'
import type { Context } from '../../context.ts'

/** Forgets whose deals changed more than an hour ago: nobody follows so far back, they read anew (`book/book-of.ts`). */
export function dealTasks(ctx: Context): TaskList {
  return {
    'sweep-deal-changes': async () => {
      await ctx.db.query(`delete from deal_changes where changed_at < clock_timestamp() - interval '1 hour'`)
    },
  }
}
