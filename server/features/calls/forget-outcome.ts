import type { Context } from '../../context.ts'

type Kept = { person_id: string; outcome_id: string; plan_id: string | null; at: Date }

/** Takes an outcome out of the count: the call it planned is planned no more, and what it had settled waits again. */
export async function forgetOutcome(ctx: Context, { person_id, outcome_id, plan_id, at }: Kept): Promise<void> {
  await ctx.db.query('update call_outcomes set undone_at = $3 where person_id = $1 and outcome_id = $2', [
    person_id,
    outcome_id,
    new Date(ctx.now()),
  ])
  await ctx.db.query('delete from call_plans where person_id = $1 and plan_id = $2', [person_id, plan_id])
  await ctx.db.query('update call_plans set done_at = null where person_id = $1 and done_at = $2', [person_id, at])
}
