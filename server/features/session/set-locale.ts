import { forgetCallers } from '../../auth/known-callers.ts'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'

export async function setLocale(ctx: Context, caller: Caller, input: { locale: 'en' | 'fr' }): Promise<void> {
  await ctx.db.query('update users set locale = $2, updated_at = now() where id = $1', [caller.id, input.locale])
  forgetCallers(ctx)
}
