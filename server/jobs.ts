import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import type { Context } from './context.ts'
import { backtestTasks } from './features/backtests/jobs.ts'
import { channelTasks } from './features/channels/jobs.ts'
import { conversationTasks } from './features/conversations/jobs.ts'
import { dealTasks } from './features/deals/jobs.ts'
import { demoTasks } from './features/demo/jobs.ts'
import { importTasks } from './features/imports/jobs.ts'
import { mailTasks } from './features/mail/jobs.ts'
import { mailboxTasks } from './features/mailboxes/jobs.ts'
import { meetingTasks } from './features/meetings/jobs.ts'
import { peopleTasks } from './features/people/jobs.ts'
import { privacyTasks } from './features/privacy/jobs.ts'
import { rerouteTasks } from './features/reroutes/jobs.ts'

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** Works on the jobs of the queue until it is stopped; a job at hand is finished first. */
export async function runJobs(ctx: Context): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = {
    ...importTasks(ctx),
    ...dealTasks(ctx),
    ...demoTasks(ctx),
    ...backtestTasks(ctx),
    ...channelTasks(ctx),
    ...conversationTasks(ctx),
    ...rerouteTasks(ctx),
    ...mailTasks(ctx),
    ...mailboxTasks(ctx),
    ...meetingTasks(ctx),
    ...peopleTasks(ctx),
    ...privacyTasks(ctx),
  }
  const runner = await run({
    pgPool: ctx.db,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1_000,
    taskList,
    parsedCronItems: parseCronItems([
      { task: 'resume-imports', match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
      { task: 'resume-backtests', match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
      { task: 'resume-reroutes', match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
      { task: 'resume-demo', match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
      { task: 'settle-meetings', match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
      { task: 'refresh-calendars', match: '*/5 * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
      { task: 'sweep-deal-changes', match: '*/20 * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
      { task: 'find-duplicates', match: '7 * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
      { task: 'apply-retention', match: '41 2 * * *', options: { backfillPeriod: 86_400_000, maxAttempts: 3 } },
      { task: 'sweep-post', match: '17 3 * * *', options: { backfillPeriod: 86_400_000, maxAttempts: 3 } },
      { task: 'sweep-mail-files', match: '27 3 * * *', options: { backfillPeriod: 86_400_000, maxAttempts: 3 } },
    ]),
    logger: new Logger(() => (level, message) => ctx.log[LEVELS[level]](message)),
  })
  return { stop: () => runner.stop() }
}
