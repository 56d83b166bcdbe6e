import type { Context } from '../../context.ts'
import { freshGrouping } from '../channels/present-grouping.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { factsOfForm } from './facts-of-form.ts'
import type { Answers, HostedForm } from './field.ts'
import type { Language } from './phrases.ts'

/** Records a sent form. Sending the same one again has no effect. */
export async function sendForm(ctx: Context, form: HostedForm, answers: Answers, language: Language): Promise<void> {
  await freshGrouping(ctx)
  const [sent] = await recordFacts(ctx, factsOfForm(form, answers, language, ctx.now()), { onRefused: 'throw' })
  if (sent?.status === 'recorded') await ctx.db.query('update forms set sent = sent + 1 where slug = $1', [form.slug])
}
