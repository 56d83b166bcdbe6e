import { compileRules } from '@ensemble/engine/channels/group-channel.ts'
import type { ChannelRule } from '@ensemble/engine/channels/rule.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { previewChannelRules as promise } from './contract.ts'
import { readHosts } from './present-grouping.ts'
import { type RecordedTouch, signalsOfTouch } from './signals-of-touch.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Row = RecordedTouch & { regrouped: string | null; n: number }

/** Above this many facts a part of them is looked at. */
const MOST_FACTS = 400_000
const DAY_MS = 86_400_000

/** What the touches of the last days would be called. Alike touches are told once by the database. */
export async function previewRules(
  ctx: Context,
  { rules, days }: { rules: readonly ChannelRule[]; days: number },
): Promise<View> {
  const grouping = compileRules(rules, await readHosts(ctx.db))
  const { rows: sizes } = await ctx.db.query<{ n: number }>(
    `select greatest(reltuples, 0)::float8 as n from pg_class where oid = 'facts'::regclass`,
  )
  const share = Math.min(1, MOST_FACTS / Math.max(1, sizes[0]?.n ?? 0))
  const { rows } = await ctx.db.query<Row>(
    `select channel, regrouped, origin, campaign, data->>'url' as url, data->>'referrer' as referrer, count(*)::int as n
       from facts ${share < 1 ? `tablesample system (${(share * 100).toFixed(4)})` : ''}
      where occurred_at >= $1 and (channel is not null or origin is not null or campaign is not null)
      group by 1, 2, 3, 4, 5, 6`,
    [new Date(ctx.now() - days * DAY_MS)],
  )
  const changes = new Map<string, View['changes'][number]>()
  const perRule = rules.map(() => 0)
  let touches = 0
  let undecided = 0
  for (const row of rows) {
    const signals = signalsOfTouch(row)
    const from = row.regrouped ?? row.channel
    const to = grouping.channelOf(signals)
    const rule = grouping.ruleOf(signals)
    touches += row.n
    if (rule === null) undecided += row.n
    else perRule[rule] = (perRule[rule] ?? 0) + row.n
    if (from === to) continue
    const key = JSON.stringify([from, to])
    const change = changes.get(key) ?? { from, to, n: 0 }
    change.n += row.n
    changes.set(key, change)
  }
  return { touches, share, changes: [...changes.values()].sort((a, b) => b.n - a.n), perRule, undecided }
}
