import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { seal } from '../../seal.ts'
import { readUrl } from '../webhooks/read-url.ts'
import type { getMyCalendar as promise } from './contract.ts'
import { httpsOf } from './fetch-calendar.ts'
import { feedToken } from './guest-token.ts'
import { ensureLanes } from './hosts.ts'
import { refreshBusy, URL_PURPOSE } from './refresh-busy.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
const MOST_SOURCES = 10

/** The address of one's own feed, and the calendars whose busy times count. */
export async function getMyCalendar(ctx: Context, userId: string): Promise<View> {
  await ensureLanes(ctx.db, [userId])
  const hosts = await ctx.db.query<{ lane: number; feed_generation: number }>(
    'select lane, feed_generation from meeting_hosts where user_id = $1',
    [userId],
  )
  const [host] = hosts.rows
  const sources = await ctx.db.query<{
    id: string
    host: string
    status: 'waiting' | 'read' | 'failed'
    error: string | null
    events: number
    read_at: Date | null
  }>(
    'select source_id as id, host, status, error, events, read_at from calendar_sources where user_id = $1 order by created_at',
    [userId],
  )
  const token = host === undefined ? '' : feedToken(ctx, host.lane, host.feed_generation)
  return {
    feedUrl: `${ctx.publicUrl}/feeds/${token}.ics`,
    sources: sources.rows.map(({ read_at, ...source }) => ({ ...source, readAt: read_at?.toISOString() ?? null })),
  }
}

/** Makes a new address for the feed; the one before answers no more. */
export async function renewFeed(ctx: Context, userId: string): Promise<View> {
  await ensureLanes(ctx.db, [userId])
  await ctx.db.query('update meeting_hosts set feed_generation = feed_generation + 1 where user_id = $1', [userId])
  return getMyCalendar(ctx, userId)
}

/** Takes a calendar elsewhere into account, and reads it at once. */
export async function addCalendarSource(ctx: Context, caller: Caller, input: { url: string }): Promise<View> {
  const read = readUrl(httpsOf(input.url), ctx.outside?.canHookLoopback === true)
  if (!read.ok)
    throw new Problem('bad-request', read.what.replace('Webhooks go', 'Calendars are read from'), {
      mend: 'Copy the secret address in iCal format from the settings of the other calendar. It begins with https://.',
      errors: [{ where: 'body.url', what: read.what }],
    })
  const { rows } = await ctx.db.query<{ n: number }>(
    'select count(*)::int as n from calendar_sources where user_id = $1',
    [caller.id],
  )
  if ((rows[0]?.n ?? 0) >= MOST_SOURCES)
    throw new Problem('conflict', `More than ${MOST_SOURCES} calendars of one person are not read.`, {
      mend: 'Remove one first.',
    })
  const sourceId = randomUUID()
  const now = new Date(ctx.now())
  await ctx.db.query(
    'insert into calendar_sources (source_id, user_id, url, host, next_read_at, created_at) values ($1, $2, $3, $4, $5, $5)',
    [sourceId, caller.id, seal(ctx.secret, URL_PURPOSE, httpsOf(input.url)), read.target.host, now],
  )
  await refreshBusy(ctx, sourceId)
  return getMyCalendar(ctx, caller.id)
}

/** Reads one of one's own calendars again, now. */
export async function rereadCalendarSource(ctx: Context, caller: Caller, sourceId: string): Promise<View> {
  const { rowCount } = await ctx.db.query('select 1 from calendar_sources where source_id = $1 and user_id = $2', [
    sourceId,
    caller.id,
  ])
  if (rowCount === 0) throw noSuchSource()
  await refreshBusy(ctx, sourceId)
  return getMyCalendar(ctx, caller.id)
}

export async function removeCalendarSource(ctx: Context, caller: Caller, sourceId: string): Promise<void> {
  const { rowCount } = await ctx.db.query('delete from calendar_sources where source_id = $1 and user_id = $2', [
    sourceId,
    caller.id,
  ])
  if (rowCount === 0) throw noSuchSource()
}

function noSuchSource(): Problem {
  return new Problem('not-found', 'There is no such calendar of yours.', { mend: 'Look at the list again.' })
}
