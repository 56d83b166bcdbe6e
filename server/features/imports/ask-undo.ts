import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { enqueue } from './enqueue.ts'
import { getImportRow, moveImport } from './queries.ts'
import { tellScreens } from './tell-screens.ts'

/** Asks for a finished import to be taken back, in the background. */
export async function askUndo(ctx: Context, importId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    if (!(await moveImport(tx, importId, ['done'], 'undoing'))) {
      const { status } = await getImportRow(tx, importId)
      throw new Problem('conflict', `This import is ${status}; only one that is done can be undone.`)
    }
    await enqueue(tx, 'undo-import', importId)
    await tellScreens(tx, importId)
  })
}
