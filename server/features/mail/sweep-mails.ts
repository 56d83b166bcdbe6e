import type { Context } from '../../context.ts'

const KEPT_DAYS = 30

/** Forgets mails that were dealt with more than thirty days ago. */
export async function sweepMails(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
  const before = new Date(ctx.now() - KEPT_DAYS * 86_400_000)
  await ctx.db.query(`delete from mails where status <> 'waiting' and settled_at < $1`, [before])
  await ctx.db.query('delete from notice_posts where settled_at < $1', [before])
}
