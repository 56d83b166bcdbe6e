import { type Fading, pointsAt } from '@ensemble/engine/scoring/decay.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { leadRow } from './contract.ts'

export type LeadRow = z.output<typeof leadRow>
type Key = { personId: string; attempt: number }

type Row = Omit<LeadRow, 'owner' | 'openedAt' | MomentName> & {
  ownerId: string | null
  ownerName: string | null
  engagementAt: Date
  fading: Fading[] | null
} & { [K in MomentName]: Date | null } & { openedAt: Date }

type MomentName =
  | 'qualifiedAt'
  | 'routedAt'
  | 'acceptedAt'
  | 'firstTouchAt'
  | 'contactedAt'
  | 'wonAt'
  | 'closedAt'
  | 'dueAt'

/** The rows of these leads, in the order of the keys; engagement is faded to now. */
export async function readLeadRows(
  ctx: Pick<Context, 'db' | 'now' | 'agreements'>,
  keys: readonly Key[],
): Promise<LeadRow[]> {
  const { rows } = await ctx.db.query<Row>(
    `select leads.person_id as "personId", leads.attempt, people.name, coalesce(accounts.name, people.company) as company,
            people.email, people.phone, leads.stage, leads.outcome, leads.reason, leads.team, leads.owner as "ownerId",
            users.name as "ownerName", leads.pool, leads.grade, leads.fit, leads.engagement, leads.engagement_at as "engagementAt", leads.fading,
            leads.channel, leads.origin, leads.campaign, leads.landing_page as "landingPage", leads.is_history as "isHistory",
            leads.opened_at as "openedAt", leads.qualified_at as "qualifiedAt", leads.routed_at as "routedAt",
            leads.accepted_at as "acceptedAt", leads.first_touch_at as "firstTouchAt", leads.contacted_at as "contactedAt",
            leads.won_at as "wonAt", leads.closed_at as "closedAt", leads.touches, leads.due_at as "dueAt",
            leads.due_clock as "dueClock"
       from unnest($1::uuid[], $2::int[]) with ordinality as wanted(person_id, attempt, place)
       join leads using (person_id, attempt)
       join people using (person_id)
       left join accounts using (account_id)
       left join users on users.id = leads.owner
      order by wanted.place`,
    [keys.map((key) => key.personId), keys.map((key) => key.attempt)],
  )
  const { halfLifeMs } = ctx.agreements.at(ctx.now())
  return rows.map((row) => leadRowOf(row, ctx.now(), halfLifeMs))
}

function leadRowOf(row: Row, nowMs: number, halfLifeMs: number): LeadRow {
  const { ownerId, ownerName, engagement, engagementAt, fading, ...rest } = row
  const stood = { engagement, engagementAt: engagementAt.getTime(), ...(fading === null ? {} : { fading }) }
  return {
    ...rest,
    owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '' },
    engagement: Math.round(pointsAt(stood, nowMs, halfLifeMs) * 10) / 10,
    openedAt: rest.openedAt.toISOString(),
    qualifiedAt: isoOf(rest.qualifiedAt),
    routedAt: isoOf(rest.routedAt),
    acceptedAt: isoOf(rest.acceptedAt),
    firstTouchAt: isoOf(rest.firstTouchAt),
    contactedAt: isoOf(rest.contactedAt),
    wonAt: isoOf(rest.wonAt),
    closedAt: isoOf(rest.closedAt),
    dueAt: isoOf(rest.dueAt),
  }
}

function isoOf(moment: Date | null): string | null {
  return moment === null ? null : moment.toISOString()
}
