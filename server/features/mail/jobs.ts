import type { TaskList } from 'graphile-worker'
import type { Context } from '../../context.ts'
import { sweepEvents } from '../webhooks/sweep-events.ts'
import { sweepMails } from './sweep-mails.ts'

/** `sweep-post` belongs in the crontab, once a day. */
export function mailTasks(ctx: Context): TaskList {
  return {
    'sweep-post': async () => {
      await sweepMails(ctx)
      await sweepEvents(ctx)
    },
  }
}
