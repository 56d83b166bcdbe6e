import type { Context } from '../../context.ts'

/** Every reason to reject or disqualify that an agreement has named while it was in force. */
export async function reasonsOf(ctx: Context): Promise<string[]> {
  const { rows } = await ctx.db.query<{ version: number }>(
    `select version from agreements where status in ('in force', 'superseded')`,
  )
  return rows.flatMap(({ version }) => {
    const agreement = ctx.agreements.byVersion(version)
    return agreement === null ? [] : [...agreement.reject.keys(), ...agreement.disqualify.keys()]
  })
}
