import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { unseal } from '../../seal.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { doorOf } from '../webhooks/door-of.ts'
import type { Door } from '../webhooks/post-once.ts'
import { fetchCalendar } from './fetch-calendar.ts'
import { readBusy } from './read-busy.ts'

export const URL_PURPOSE = 'calendar address'
const EVERY_MS = 15 * 60_000
const AFTER_FAILURE_MS = 60 * 60_000
const AHEAD_MS = 370 * 86_400_000

type Row = { source_id: string; user_id: string; url: string; calendar: { zone?: unknown } | null }

/** Reads one calendar of a colleague and keeps its busy times, all or none. What was read before stays when it cannot be read now. */
export async function refreshBusy(ctx: Context, sourceId: string, door: Door = doorOf(ctx)): Promise<void> {
  const { rows } = await ctx.db.query<Row>(
    'select s.source_id, s.user_id, s.url, u.calendar from calendar_sources s join users u on u.id = s.user_id where s.source_id = $1',
    [sourceId],
  )
  const [source] = rows
  if (source === undefined) return
  const nowMs = ctx.now()
  const url = unseal(ctx.secret, URL_PURPOSE, source.url)
  const fetched =
    url === null
      ? ({
          ok: false,
          error: 'Its address was stored with another secret of this installation. Enter it again.',
        } as const)
      : await fetchCalendar(door, url)
  const zone = source.calendar?.zone
  const home = typeof zone === 'string' ? zone : (await readHouseSettings(ctx.db)).zone
  const read = fetched.ok
    ? await readBusy(fetched.text, { fromMs: nowMs - 86_400_000, untilMs: nowMs + AHEAD_MS, home })
    : ({ ok: false, what: fetched.error, mend: '' } as const)
  if (!read.ok) {
    await ctx.db.query(
      `update calendar_sources set status = 'failed', error = $2, next_read_at = $3 where source_id = $1`,
      [sourceId, `${read.what} ${read.mend}`.trim(), new Date(nowMs + AFTER_FAILURE_MS)],
    )
    return
  }
  await inTransaction(ctx.db, async (tx) => {
    await tx.query('delete from busy_times where source_id = $1', [sourceId])
    await tx.query(
      `insert into busy_times (source_id, user_id, starts_at, ends_at)
       select $1, $2, f, t from unnest($3::timestamptz[], $4::timestamptz[]) as s(f, t) on conflict do nothing`,
      [
        sourceId,
        source.user_id,
        read.spans.map(({ fromMs }) => new Date(fromMs)),
        read.spans.map(({ toMs }) => new Date(toMs)),
      ],
    )
    await tx.query(
      `update calendar_sources set status = 'read', error = $2, events = $3, read_at = $4, next_read_at = $5 where source_id = $1`,
      [
        sourceId,
        read.skipped.length === 0 ? null : `Left out: ${read.skipped.join('; ')}.`,
        read.events,
        new Date(nowMs),
        new Date(nowMs + EVERY_MS),
      ],
    )
  })
}

/** Reads the calendars whose time has come. */
export async function refreshDueBusy(ctx: Context): Promise<void> {
  const { rows } = await ctx.db.query<{ source_id: string }>(
    'select source_id from calendar_sources where next_read_at <= $1 order by next_read_at limit 50',
    [new Date(ctx.now())],
  )
  for (const { source_id } of rows) {
    await refreshBusy(ctx, source_id).catch((error: unknown) =>
      ctx.log.error({ err: error, source: source_id }, 'a calendar could not be read'),
    )
  }
}
