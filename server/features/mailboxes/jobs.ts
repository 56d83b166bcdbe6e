import type { TaskList } from 'graphile-worker'
import type { Context } from '../../context.ts'

const KEPT_MS = 2 * 86_400_000

/** `sweep-mail-files` belongs in the crontab, once a day: files nobody sent, and those of mails that went out long ago. */
export function mailboxTasks(ctx: Context): TaskList {
  return {
    'sweep-mail-files': async () => {
      await ctx.db.query(
        `delete from mail_files f where f.created_at < $1 and (f.outgoing_id is null or exists (
           select 1 from mail_outgoing o where o.outgoing_id = f.outgoing_id and o.status in ('sent', 'cancelled') and o.copy <> 'wanted'))`,
        [new Date(ctx.now() - KEPT_MS)],
      )
    },
  }
}
