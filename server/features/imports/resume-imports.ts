import type { Context } from '../../context.ts'
import { withLock } from '../../db/with-lock.ts'
import { enqueue } from './enqueue.ts'
import { unfinishedImports } from './queries.ts'

/**
 * Hands imports that nobody is working on to a worker again: their process was killed. Call it when a worker starts
 * and every minute. An import somebody holds is left alone.
 */
export async function resumeImports(ctx: Context): Promise<void> {
  for (const { import_id: importId, status } of await unfinishedImports(ctx.db)) {
    const resume = (): Promise<void> => enqueue(ctx.db, status === 'undoing' ? 'undo-import' : 'run-import', importId)
    await withLock(ctx.db, importId, resume, { shouldWait: false })
  }
}
