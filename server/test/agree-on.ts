import type { TestDatabase } from './database.ts'
import type { HeldContext } from './held-context.ts'

/** Puts a document in force as the next version, from a moment in the past on. */
export async function agreeOn(database: TestDatabase, ctx: HeldContext, document: string): Promise<void> {
  await database.pool.query(`update agreements set status = 'superseded' where status = 'in force'`)
  await database.pool.query(
    `insert into agreements (version, title, document, status, in_force_from)
     select max(version) + 1, 'Test', $1, 'in force', greatest(max(in_force_from), 'epoch') + interval '1 ms' from agreements`,
    [document],
  )
  await ctx.agreements.refresh()
}
