import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { resumeImports } from './resume-imports.ts'
import { runImport } from './run-import.ts'
import { undoImport } from './undo-import.ts'

const payload = z.object({ importId: z.uuid() })

/** The jobs of imports. Each may be killed and run again. `resume-imports` belongs in the crontab, once a minute. */
export function importTasks(ctx: Context): TaskList {
  return {
    'run-import': (job) => runImport(ctx, payload.parse(job).importId),
    'undo-import': (job) => undoImport(ctx, payload.parse(job).importId),
    'resume-imports': () => resumeImports(ctx),
  }
}
