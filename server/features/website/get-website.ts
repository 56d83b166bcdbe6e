import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { listWriteKeys } from '../keys/queries.ts'
import { failedMessages } from '../tracking/failed-messages.ts'
import { readInboxState } from '../tracking/inbox-state.ts'
import type { Arrived } from '../tracking/tally.ts'
import { readWebsiteSettings } from '../tracking/website-settings.ts'
import type { getWebsite as promise } from './contract.ts'
import { SCRIPT_BYTES } from './script.ts'

type Answer = z.input<NonNullable<(typeof promise)['response']>>

const MOST_EVENTS = 50
const MOST_FAILED = 20
const RECENT_MS = 24 * 3_600_000
const WEEK_MS = 7 * 86_400_000

/** What the page of the website shows: keys, settings, and what every process received lately. */
export async function getWebsite(ctx: Context): Promise<Answer> {
  const nowMs = ctx.now()
  const [keys, settings, counted, tails, inbox, failed] = await Promise.all([
    listWriteKeys(ctx.db),
    readWebsiteSettings(ctx.db),
    ctx.db.query<{ what: Arrived['what']; n: number }>(
      'select what, sum(n)::int as n from tracking_counts where day > $1::date group by what order by what',
      [new Date(nowMs - WEEK_MS).toISOString().slice(0, 10)],
    ),
    ctx.db.query<{ events: Arrived[] }>(
      'select events from tracking_tails where seen_at > $1 order by seen_at desc limit 20',
      [new Date(nowMs - RECENT_MS)],
    ),
    readInboxState(ctx.db),
    failedMessages(ctx.db, MOST_FAILED),
  ])
  const events = tails.rows.flatMap((row) => row.events).sort((a, b) => b.at - a.at)
  return {
    scriptUrl: `${ctx.publicUrl}/e.js`,
    scriptBytes: SCRIPT_BYTES,
    keys: keys.filter((key) => key.revokedAt === null).map(({ id, name, writeKey }) => ({ id, name, writeKey })),
    settings,
    counts: counted.rows,
    inbox: {
      waiting: inbox.waiting,
      oldestAt: inbox.oldestAtMs === null ? null : new Date(inbox.oldestAtMs).toISOString(),
      failed,
      failedInAll: inbox.failed,
    },
    events: events.slice(0, MOST_EVENTS).map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
  }
}
