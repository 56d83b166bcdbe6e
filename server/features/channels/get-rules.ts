import { CHANNEL_NAMES, DEFAULT_RULES } from '@ensemble/engine/channels/default-rules.ts'
import type { ChannelRule } from '@ensemble/engine/channels/rule.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { getChannelRules as promise } from './contract.ts'
import { readRules } from './present-grouping.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type RunRow = {
  status: NonNullable<View['run']>['status']
  done: number
  total: number
  changed: number
  created_at: Date
  finished_at: Date | null
}

/** Rules of the product as the API writes them. */
function written(rules: readonly ChannelRule[]): View['rules'] {
  return rules.map(({ channel, when }) => ({
    channel,
    when: when.map(({ field, op, values }) => ({ field, op, values: [...values] })),
  }))
}

export async function getRules(ctx: Context): Promise<View> {
  const [{ version, rules, hosts }, runs, channels] = await Promise.all([
    readRules(ctx.db),
    ctx.db.query<RunRow>(
      `select status, done::float8 as done, total::float8 as total, changed::float8 as changed, created_at, finished_at
         from channel_runs order by created_at desc limit 1`,
    ),
    ctx.db.query<{ channel: string }>(
      `select distinct channel from leads where channel is not null
       union select distinct channel from campaigns where channel is not null order by channel limit 200`,
    ),
  ])
  const [run] = runs.rows
  return {
    version,
    rules: written(rules),
    defaults: written(DEFAULT_RULES),
    channels: [
      ...new Set([...CHANNEL_NAMES, ...rules.map((rule) => rule.channel), ...channels.rows.map((row) => row.channel)]),
    ],
    hosts: hosts.size,
    run:
      run === undefined
        ? null
        : {
            status: run.status,
            done: run.done,
            total: run.total,
            changed: run.changed,
            startedAt: run.created_at.toISOString(),
            finishedAt: run.finished_at?.toISOString() ?? null,
          },
  }
}
