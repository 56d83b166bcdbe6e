import type { ChannelRule } from '@ensemble/engine/channels/rule.ts'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { forgetGrouping } from './present-grouping.ts'

type Saving = { rules: readonly ChannelRule[]; basedOn: number; shouldRelabel: boolean; by: string | null }

/** Conditions that can never hold, or that always do, by their place. */
function check(rules: readonly ChannelRule[]): void {
  const errors = rules.flatMap((rule, index) =>
    rule.when.flatMap(({ op, values }, at) => {
      const needsValues = op !== 'is known' && op !== 'is unknown'
      if (needsValues === values.length > 0) return []
      return [
        {
          where: `body.rules.${index}.when.${at}`,
          what: needsValues ? 'names no value' : 'takes no values',
          mend: needsValues ? 'Add a value.' : 'Leave the values out.',
        },
      ]
    }),
  )
  if (errors.length > 0)
    throw new Problem('bad-request', 'These rules do not fit.', {
      mend: 'Correct the conditions named in errors. Nothing was changed.',
      errors,
    })
}

export async function enqueueRelabel(db: Queryable, runId: string): Promise<void> {
  await db.query('select graphile_worker.add_job($1, payload => $2::json, job_key => $3)', [
    'relabel-touches',
    JSON.stringify({ runId }),
    `relabel-touches ${runId}`,
  ])
}

/** Puts rules in force. Refused when somebody else has changed them since they were read. */
export async function saveRules(
  ctx: Context,
  { rules, basedOn, shouldRelabel, by }: Saving,
): Promise<{ version: number }> {
  check(rules)
  const now = new Date(ctx.now())
  const version = await inTransaction(ctx.db, async (tx) => {
    await tx.query('lock table channel_rules in share row exclusive mode')
    const { rows } = await tx.query<{ version: number }>(
      'select coalesce(max(version), 0)::int as version from channel_rules',
    )
    const present = rows[0]?.version ?? 0
    if (present !== basedOn)
      throw new Problem('conflict', 'Somebody else has changed the rules meanwhile.', {
        mend: 'Read them again and repeat your change. Nothing was saved.',
      })
    await tx.query('insert into channel_rules (version, rules, created_by, created_at) values ($1, $2, $3, $4)', [
      present + 1,
      JSON.stringify(rules),
      by,
      now,
    ])
    if (shouldRelabel) await startRun(tx, present + 1, by, ctx.now())
    return present + 1
  })
  forgetGrouping(ctx)
  return { version }
}

/** Plans the naming anew of old touches; one that still runs by older rules ends as it is. */
export async function startRun(tx: Queryable, version: number, by: string | null, nowMs: number): Promise<void> {
  const runId = newId(nowMs)
  await tx.query(`update channel_runs set status = 'done', finished_at = $1 where status in ('queued', 'running')`, [
    new Date(nowMs),
  ])
  await tx.query(
    `insert into channel_runs (run_id, version, status, created_by, created_at) values ($1, $2, 'queued', $3, $4)`,
    [runId, version, by, new Date(nowMs)],
  )
  await enqueueRelabel(tx, runId)
}
