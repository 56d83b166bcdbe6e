import type { Context } from '../../context.ts'
import { freshGrouping } from '../channels/present-grouping.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { factsOfForm, type SentForm } from './facts-of-form.ts'

/** Records a sent form. Sending the same one again has no effect. */
export async function sendForm(ctx: Context, sent: SentForm): Promise<void> {
  await freshGrouping(ctx)
  const [submitted] = await recordFacts(ctx, factsOfForm(sent, ctx.now()), { onRefused: 'throw' })
  if (submitted?.status === 'recorded')
    await ctx.db.query('update forms set sent = sent + 1 where slug = $1', [sent.form.slug])
}
