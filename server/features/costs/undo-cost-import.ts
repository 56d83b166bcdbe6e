import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { getImport } from './cost-imports.ts'

/**
 * Takes back what an import brought. Where it put an amount right, the one before comes back, unless the import that
 * brought that one is undone too. Rows a later import has put right since stay with the later one.
 */
export async function undoCostImport(ctx: Context, importId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx.query('lock table campaign_costs in share row exclusive mode')
    const { status } = await getImport(tx, importId)
    if (status === 'undone') return
    if (status === 'uploaded')
      throw new Problem('conflict', 'This import has not run.', { mend: 'There is nothing to take back.' })
    await tx.query(`update cost_imports set status = 'undone', finished_at = $2 where import_id = $1`, [
      importId,
      new Date(ctx.now()),
    ])
    await tx.query(
      `delete from campaign_costs k where k.import_id = $1 and (k.replaced is null or exists (
         select 1 from cost_imports i where i.import_id = (k.replaced->>'importId')::uuid and i.status = 'undone'))`,
      [importId],
    )
    await tx.query(
      `update campaign_costs k set cost_cents = (k.replaced->>'costCents')::bigint, impressions = (k.replaced->>'impressions')::bigint,
              clicks = (k.replaced->>'clicks')::bigint, import_id = (k.replaced->>'importId')::uuid, replaced = null
        where k.import_id = $1`,
      [importId],
    )
  })
}
