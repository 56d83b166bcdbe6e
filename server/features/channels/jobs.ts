import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { relabelTouches } from './relabel-touches.ts'

const payload = z.object({ runId: z.uuid() })

/** The job that names old touches by new rules. The queue takes up one whose process was killed. */
export function channelTasks(ctx: Context): TaskList {
  return { 'relabel-touches': (job) => relabelTouches(ctx, payload.parse(job).runId) }
}
