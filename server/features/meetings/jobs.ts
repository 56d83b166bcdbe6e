import type { TaskList } from 'graphile-worker'
import type { Context } from '../../context.ts'
import { refreshBusy, refreshDueBusy } from './refresh-busy.ts'
import { settleLeftBehind } from './settle-meeting.ts'

/** `settle-meetings` and `refresh-calendars` belong in the crontab. */
export function meetingTasks(ctx: Context): TaskList {
  return {
    'settle-meetings': async () => {
      await settleLeftBehind(ctx)
    },
    'refresh-calendars': () => refreshDueBusy(ctx),
    'refresh-calendar': async (payload) => {
      if (typeof payload === 'object' && payload !== null && 'sourceId' in payload)
        await refreshBusy(ctx, String(payload.sourceId))
    },
  }
}
