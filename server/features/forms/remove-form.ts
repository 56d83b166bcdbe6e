import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'

/** Its address answers no more; what it brought stays. */
export async function removeForm(ctx: Context, input: { slug: string }): Promise<void> {
  const { rowCount } = await ctx.db.query('delete from forms where slug = $1', [input.slug])
  if (rowCount === 0) throw new Problem('not-found', 'There is no such form.', { mend: 'Look at the list of forms.' })
}
