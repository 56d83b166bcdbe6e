import type { TaskList } from 'graphile-worker'
import type { Context } from '../../context.ts'
import { findDuplicates } from './find-duplicates.ts'

export function peopleTasks(ctx: Context): TaskList {
  return {
    'find-duplicates': async () => {
      await findDuplicates(ctx.db)
    },
  }
}
