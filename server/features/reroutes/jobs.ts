import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { handOnLeads } from './hand-on-leads.ts'
import { enqueueReroute } from './start-reroute.ts'

const payload = z.object({ rerouteId: z.uuid() })

/** The jobs that hand leads on. `resume-reroutes` belongs in the crontab, once a minute: it takes up those whose process was killed. */
export function rerouteTasks(ctx: Context): TaskList {
  return {
    'hand-on-leads': (job) => handOnLeads(ctx, payload.parse(job).rerouteId),
    'resume-reroutes': async () => {
      const { rows } = await ctx.db.query<{ reroute_id: string; begins_at: Date }>(
        `select reroute_id, begins_at from reroutes where status in ('planned', 'running') and begins_at < $1`,
        [new Date(ctx.now() - 60_000)],
      )
      for (const row of rows) await enqueueReroute(ctx.db, row.reroute_id, row.begins_at)
    },
  }
}
