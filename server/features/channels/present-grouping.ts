import { DEFAULT_RULES } from '@ensemble/engine/channels/default-rules.ts'
import { compileRules, type Grouping } from '@ensemble/engine/channels/group-channel.ts'
import type { KnownHost } from '@ensemble/engine/channels/hosts.ts'
import type { ChannelRule } from '@ensemble/engine/channels/rule.ts'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'

const FRESH_MS = 2_000
type Kept = { untilMs: number; asked: Promise<void> | null }
const kept = new WeakMap<object, Kept>()

let present: Grouping = compileRules(DEFAULT_RULES)

/** The rules by which this process names channels, as old as the last `freshGrouping`. */
export function presentGrouping(): Grouping {
  return present
}

export type StoredRules = { version: number; rules: readonly ChannelRule[]; hosts: Map<string, KnownHost> }

/** The rules in force; version 0 is what the product brings. */
export async function readRules(db: Queryable): Promise<StoredRules> {
  const { rows } = await db.query<{ version: number; rules: ChannelRule[] }>(
    'select version, rules from channel_rules order by version desc limit 1',
  )
  const { version, rules } = rows[0] ?? { version: 0, rules: DEFAULT_RULES }
  return { version, rules, hosts: await readHosts(db) }
}

export async function readHosts(db: Queryable): Promise<Map<string, KnownHost>> {
  const { rows } = await db.query<{ host: string; source: string; medium: string }>(
    'select host, source, medium from channel_hosts order by host',
  )
  return new Map(rows.map(({ host, source, medium }) => [host, { source, kind: medium }]))
}

/** Sees to it that rules changed by another process are followed here within two seconds; null when there is nothing to wait for. */
export function freshGrouping(ctx: Pick<Context, 'db'>): Promise<void> | null {
  const before = kept.get(ctx.db)
  if (before !== undefined && before.untilMs > performance.now()) return before.asked
  const entry: Kept = { untilMs: performance.now() + FRESH_MS, asked: null }
  entry.asked = readRules(ctx.db).then(
    ({ rules, hosts }) => {
      present = compileRules(rules, hosts)
      entry.asked = null
    },
    (error: unknown) => {
      kept.delete(ctx.db)
      throw error
    },
  )
  kept.set(ctx.db, entry)
  return entry.asked
}

/** After a change: the next event asks again. */
export function forgetGrouping(ctx: Pick<Context, 'db'>): void {
  kept.delete(ctx.db)
}
