import { type Fading, pointsAt } from '@ensemble/engine/scoring/decay.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { MOMENTS_AS_TEXT } from '../../db/moments-as-text.ts'
import type { Queryable } from '../../db/queryable.ts'
import { reading } from '../../db/reading.ts'
import { prepared } from '../../db/together.ts'
import type { leadRow } from './contract.ts'

export type LeadRow = z.output<typeof leadRow>
type Key = { personId: string; attempt: number }
type Reader = Pick<Context, 'db' | 'readingDb' | 'now' | 'agreements'>

export type StoredLead = Omit<LeadRow, 'owner'> & {
  ownerId: string | null
  ownerName: string | null
  engagementAt: string
  fading: Fading[] | null
}

/** What screens show of a lead; moments come as text. */
export const LEAD_COLUMNS = `leads.person_id as "personId", leads.attempt, people.name, coalesce(accounts.name, people.company) as company,
  people.email, people.phone, leads.stage, leads.outcome, leads.reason, leads.team, leads.owner as "ownerId",
  users.name as "ownerName", leads.pool, leads.grade, leads.fit, leads.engagement, leads.engagement_at as "engagementAt", leads.fading,
  leads.channel, leads.origin, leads.campaign, leads.landing_page as "landingPage", leads.is_history as "isHistory",
  leads.opened_at as "openedAt", leads.qualified_at as "qualifiedAt", leads.routed_at as "routedAt",
  leads.accepted_at as "acceptedAt", leads.first_touch_at as "firstTouchAt", leads.contacted_at as "contactedAt",
  leads.won_at as "wonAt", leads.closed_at as "closedAt", leads.touches, leads.due_at as "dueAt",
  leads.due_clock as "dueClock"`

const OF_KEYS = `select ${LEAD_COLUMNS}
  from unnest($1::uuid[], $2::int[]) with ordinality as wanted(person_id, attempt, place)
  join leads using (person_id, attempt)
  join people using (person_id)
  left join accounts using (account_id)
  left join users on users.id = leads.owner
  order by wanted.place`

const OF_PERSON = `select ${LEAD_COLUMNS}
  from leads
  join people using (person_id)
  left join accounts using (account_id)
  left join users on users.id = leads.owner
  where leads.person_id = $1
  order by leads.attempt desc`

/** The rows of these leads, in the order of the keys; engagement is faded to now. */
export async function readLeadRows(ctx: Reader, keys: readonly Key[]): Promise<LeadRow[]> {
  if (keys.length === 0) return []
  return reading(ctx, (db) => leadRowsOf(db, ctx, keys))
}

/** The same, on a connection at hand. */
export async function leadRowsOf(db: Queryable, ctx: Reader, keys: readonly Key[]): Promise<LeadRow[]> {
  if (keys.length === 0) return []
  const { rows } = await db.query<StoredLead>({
    ...prepared(db, 'lead rows'),
    text: OF_KEYS,
    values: [keys.map((key) => key.personId), keys.map((key) => key.attempt)],
    types: MOMENTS_AS_TEXT,
  })
  return shownLeads(ctx, rows)
}

/** Every attempt of somebody, the latest first. */
export async function attemptsOf(db: Queryable, ctx: Reader, personId: string): Promise<LeadRow[]> {
  const { rows } = await db.query<StoredLead>({
    ...prepared(db, 'attempts'),
    text: OF_PERSON,
    values: [personId],
    types: MOMENTS_AS_TEXT,
  })
  return shownLeads(ctx, rows)
}

function shownLeads(ctx: Reader, rows: readonly StoredLead[]): LeadRow[] {
  const nowMs = ctx.now()
  const { halfLifeMs } = ctx.agreements.at(nowMs)
  return rows.map((row) => shownLead(row, nowMs, halfLifeMs))
}

/** A stored lead as screens show it, its points faded to a moment. */
export function shownLead(row: StoredLead, nowMs: number, halfLifeMs: number): LeadRow {
  const { ownerId, ownerName, engagement, engagementAt, fading, ...rest } = row
  const stood = { engagement, engagementAt: Date.parse(engagementAt), ...(fading === null ? {} : { fading }) }
  return {
    ...rest,
    owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '' },
    engagement: Math.round(pointsAt(stood, nowMs, halfLifeMs) * 10) / 10,
  }
}

/** The same as screens get it, written by the database; $3 is the moment of the points, $4 the pace at which they fade. */
const WRITTEN = `select json_build_object('personId', leads.person_id, 'attempt', leads.attempt, 'name', people.name,
    'company', coalesce(accounts.name, people.company), 'email', people.email, 'phone', people.phone, 'stage', leads.stage,
    'outcome', leads.outcome, 'reason', leads.reason, 'team', leads.team,
    'owner', case when leads.owner is not null then json_build_object('id', leads.owner, 'name', coalesce(users.name, '')) end,
    'pool', leads.pool, 'grade', leads.grade, 'fit', leads.fit,
    'engagement', round((leads.engagement * power(2::float8, -aged.ms / $4::float8) + coalesce(
      (select sum((each ->> 'points')::float8 * power(2::float8, -aged.ms / (each ->> 'halfLifeMs')::float8))
         from jsonb_array_elements(leads.fading) each), 0))::numeric, 1),
    'channel', leads.channel, 'origin', leads.origin, 'campaign', leads.campaign, 'landingPage', leads.landing_page,
    'isHistory', leads.is_history, 'openedAt', leads.opened_at, 'qualifiedAt', leads.qualified_at, 'routedAt', leads.routed_at,
    'acceptedAt', leads.accepted_at, 'firstTouchAt', leads.first_touch_at, 'contactedAt', leads.contacted_at,
    'wonAt', leads.won_at, 'closedAt', leads.closed_at, 'touches', leads.touches, 'dueAt', leads.due_at,
    'dueClock', leads.due_clock)::text as written, leads.person_id as "personId", leads.due_at as "dueAt"
  from unnest($1::uuid[], $2::int[]) with ordinality as wanted(person_id, attempt, place)
  join leads using (person_id, attempt)
  join people using (person_id)
  left join accounts using (account_id)
  left join users on users.id = leads.owner
  cross join lateral (
    select greatest(0, extract(epoch from $3::timestamptz - leads.engagement_at)::float8 * 1000) as ms) aged
  order by wanted.place`

export type WrittenLead = { written: string; personId: string; dueAt: string | null }

/** The rows of these leads as text of JSON, in the order of the keys. */
export async function writtenLeadsOf(db: Queryable, ctx: Reader, keys: readonly Key[]): Promise<WrittenLead[]> {
  if (keys.length === 0) return []
  const nowMs = ctx.now()
  const { rows } = await db.query<WrittenLead>({
    ...prepared(db, 'written leads'),
    text: WRITTEN,
    values: [
      keys.map((key) => key.personId),
      keys.map((key) => key.attempt),
      new Date(nowMs),
      ctx.agreements.at(nowMs).halfLifeMs,
    ],
    types: MOMENTS_AS_TEXT,
  })
  return rows
}
