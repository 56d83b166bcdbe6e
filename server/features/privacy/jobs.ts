import type { TaskList } from 'graphile-worker'
import type { Context } from '../../context.ts'
import { applyRetention } from './retention.ts'

/** Retention, once a night. */
export function privacyTasks(ctx: Context): TaskList {
  return {
    'apply-retention': async () => {
      await applyRetention(ctx)
    },
  }
}
