import type { TaskList } from 'graphile-worker'
import type { Context } from '../../context.ts'
import { readProgress } from './demo-progress.ts'
import { enqueueDemo } from './enqueue-demo.ts'
import { makeDemo } from './make-demo.ts'
import { withDemoLock } from './with-demo-lock.ts'

/** The jobs of the demo. `resume-demo` belongs in the crontab, once a minute: it takes up a demo whose process was killed. */
export function demoTasks(ctx: Context): TaskList {
  return {
    'make-demo': async () => {
      const progress = await readProgress(ctx.db)
      if (progress?.status === 'running' || progress?.status === 'failed')
        await withDemoLock(ctx.db, () => makeDemo(ctx))
    },
    'resume-demo': async () => {
      if ((await readProgress(ctx.db))?.status !== 'running') return
      await withDemoLock(ctx.db, () => enqueueDemo(ctx.db))
    },
  }
}
