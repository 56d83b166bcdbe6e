import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { enqueue } from './enqueue.ts'
import { getImportRow, moveImport } from './queries.ts'
import { tellScreens } from './tell-screens.ts'

/** Stops an import. What a running one has written is taken back; whoever runs it stops at its next batch. */
export async function cancelImport(ctx: Context, importId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { rowCount } = await tx.query(
      `update imports set status = 'undoing', options = options || '{"endsAs": "cancelled"}' where import_id = $1 and status = 'running'`,
      [importId],
    )
    if (rowCount === 1) await enqueue(tx, 'undo-import', importId)
    else if (!(await moveImport(tx, importId, ['uploaded', 'queued'], 'cancelled'))) {
      const { status } = await getImportRow(tx, importId)
      throw new Problem('conflict', `This import is ${status}; there is nothing to cancel.`, {
        mend: 'Undo it instead, if it is done.',
      })
    }
    await tellScreens(tx, importId)
  })
}
