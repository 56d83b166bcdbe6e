import { setTimeout as delay } from 'node:timers/promises'
import { compileRules } from '@ensemble/engine/channels/group-channel.ts'
import type { ChannelRule } from '@ensemble/engine/channels/rule.ts'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { readHosts } from './present-grouping.ts'
import { FRESH_MS, nameLeads } from './regroup-leads.ts'
import { type RecordedTouch, signalsOfTouch } from './signals-of-touch.ts'

const BATCH_TOUCHES = 5_000

type Run = { created_at: Date; status: string; rules: ChannelRule[]; at_person: string | null; at_fact: string | null }
type Row = RecordedTouch & { person_id: string; fact_id: string; regrouped: string | null }

/**
 * Names old touches by the rules of a run, batch by batch behind a mark, so that it may be killed and go on. Facts stay as
 * they were recorded: only the reading column is written, and only where it says something else. Leads follow their touches.
 */
export async function relabelTouches(ctx: Context, runId: string): Promise<void> {
  const { rows } = await ctx.db.query<Run>(
    `select r.created_at, r.status, v.rules, r.at_person, r.at_fact from channel_runs r join channel_rules v on v.version = r.version where r.run_id = $1`,
    [runId],
  )
  const [run] = rows
  if (run === undefined || (run.status !== 'queued' && run.status !== 'running')) return
  if (run.status === 'queued')
    await ctx.db.query(
      `update channel_runs set status = 'running',
              total = (select count(*) from facts where channel is not null or origin is not null or campaign is not null)
        where run_id = $1 and status = 'queued'`,
      [runId],
    )
  // Facts that arrive while touches are named anew must be named by it too: every process knows of the run by then.
  await delay(FRESH_MS + 100)
  const grouping = compileRules(run.rules, await readHosts(ctx.db))
  let after: readonly [string, string] | null =
    run.at_person === null || run.at_fact === null ? null : [run.at_person, run.at_fact]
  for (;;) {
    const batch = await ctx.db.query<Row>(
      `select person_id, fact_id, channel, regrouped, origin, campaign, data->>'url' as url, data->>'referrer' as referrer from facts
        where ($1::uuid is null or (person_id, fact_id) > ($1, $2::uuid))
          and (channel is not null or origin is not null or campaign is not null)
        order by person_id, fact_id limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, BATCH_TOUCHES],
    )
    const last = batch.rows.at(-1)
    const changed = batch.rows.flatMap((row) => {
      const channel = grouping.channelOf(signalsOfTouch(row))
      const regrouped = channel === row.channel ? null : channel
      return regrouped === row.regrouped ? [] : [{ ...row, regrouped }]
    })
    const goesOn = await inTransaction(ctx.db, async (tx) => {
      const { rowCount } = await tx.query(
        `update channel_runs set done = done + $2, changed = changed + $3, at_person = coalesce($4, at_person), at_fact = coalesce($5, at_fact),
                status = case when $6 then 'done' else status end, finished_at = case when $6 then $7::timestamptz end
          where run_id = $1 and status = 'running'`,
        [
          runId,
          batch.rows.length,
          changed.length,
          last?.person_id ?? null,
          last?.fact_id ?? null,
          batch.rows.length < BATCH_TOUCHES,
          new Date(ctx.now()),
        ],
      )
      if (rowCount === 0) return false
      await tx.query(
        `update facts f set regrouped = r.regrouped
           from unnest($1::uuid[], $2::uuid[], $3::text[]) as r(person_id, fact_id, regrouped)
          where f.person_id = r.person_id and f.fact_id = r.fact_id`,
        [changed.map((row) => row.person_id), changed.map((row) => row.fact_id), changed.map((row) => row.regrouped)],
      )
      await nameLeads(tx, [...new Set(changed.map((row) => row.person_id))])
      return true
    })
    if (goesOn && batch.rows.length < BATCH_TOUCHES) await nameLateLeads(ctx, run.created_at)
    if (!goesOn || last === undefined || batch.rows.length < BATCH_TOUCHES) return
    after = [last.person_id, last.fact_id]
  }
}

/** Leads written while the run began may have met a process that did not know of it yet. */
async function nameLateLeads(ctx: Context, since: Date): Promise<void> {
  const { rows } = await ctx.db.query<{ person_id: string }>(
    `select distinct person_id from leads l where updated_at >= $1
        and exists (select 1 from facts f where f.person_id = l.person_id and f.regrouped is not null) order by 1`,
    [since],
  )
  for (let at = 0; at < rows.length; at += BATCH_TOUCHES) {
    const people = rows.slice(at, at + BATCH_TOUCHES).map((row) => row.person_id)
    await inTransaction(ctx.db, (tx) => nameLeads(tx, people))
  }
}
