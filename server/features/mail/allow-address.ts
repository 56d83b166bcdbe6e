import type { Context } from '../../context.ts'

/** Forgets that an address refused mail. */
export async function allowAddress(ctx: Pick<Context, 'db'>, input: { address: string }): Promise<void> {
  await ctx.db.query('delete from refused_addresses where address = $1', [input.address])
}
