import { run, type TaskList } from 'graphile-worker'
import type { Context } from './context.ts'

const TASKS: TaskList = {}

/** Works on the jobs of the queue until it is stopped; a job at hand is finished first. */
export async function runJobs(ctx: Context): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    pgPool: ctx.db,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1_000,
    taskList: TASKS,
  })
  return { stop: () => runner.stop() }
}
