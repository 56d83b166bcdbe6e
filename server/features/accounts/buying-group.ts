import { wilsonInterval } from '@ensemble/engine/stats/wilson-interval.ts'
import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { prepared } from '../../db/together.ts'
import { kept } from '../../kept.ts'
import { PROSPECT_KINDS } from '../leads/story-kinds.ts'
import type { groupDeal, groupMember, missingRole } from './group-shapes.ts'

export type Member = z.input<typeof groupMember>
type Deal = z.input<typeof groupDeal>
type Missing = z.input<typeof missingRole>

const MOST_PEOPLE = 200
const ENGAGED_DAYS = 30
/** Bought companies a role is counted over, and how sure it must be that at least this share has somebody for it. */
const BOUGHT = 300
const LEAST_BOUGHT = 8
const LEAST_SHARE = 0.25
/** What people on forms call themselves when no role fits: nobody is missing there. */
const NO_ROLE = ['other', 'student']

type MemberRow = Omit<Member, 'state' | 'lastDidAt' | 'owner'> & {
  owner: Member['owner']
  last_did: Date | null
}

/** Who of a company is known (the latest 200), by role, with how engaged each is. */
export async function readMembers(db: Queryable, accountId: string, nowMs: number): Promise<Member[]> {
  const { rows } = await db.query<MemberRow>({
    ...prepared(db, 'members'),
    text: `select p.person_id as "personId", p.name, p.email, p.title, p.state->'person'->>'role' as role, l.grade, l.stage, l.outcome,
            (select json_build_object('id', u.id, 'name', u.name) from users u where u.id = l.owner) as owner,
            d.last_did, coalesce(d.deeds, 0)::int as deeds
       from (select * from people where account_id = $1 order by last_seen_at desc, person_id limit $2) p
       left join lateral (select grade, stage, outcome, owner from leads where person_id = p.person_id order by attempt desc limit 1) l on true
       left join lateral (
         select (select occurred_at from facts where person_id = p.person_id and kind = any($4) order by occurred_at desc limit 1) as last_did,
                (select count(*) from facts where person_id = p.person_id and kind = any($4) and occurred_at >= $3) as deeds
       ) d on true
      order by d.last_did desc nulls last, p.name, p.person_id`,
    values: [accountId, MOST_PEOPLE, new Date(nowMs - ENGAGED_DAYS * dayMs), PROSPECT_KINDS],
  })
  return rows.map(({ last_did, ...row }) => ({
    ...row,
    lastDidAt: last_did?.toISOString() ?? null,
    state: row.deeds > 0 ? 'engaged' : last_did === null ? 'never' : 'silent',
  }))
}

type Bought = { accountId: string; roles: string[] }

/** The latest 300 companies that bought, with the roles that somebody there has, and one more: nobody is compared with themselves. */
async function findBought(db: Queryable): Promise<Bought[]> {
  const { rows } = await db.query<Bought>(
    `with bought as (
       select p.account_id, max(d.closed_at) as at
         from (select person_id, closed_at from deals where status = 'won' order by closed_at desc nulls last limit 2000) d
         join people p using (person_id)
        where p.account_id is not null
        group by 1 order by 2 desc limit $1)
     select account_id as "accountId",
            array(select distinct p.state->'person'->>'role' from people p
                   where p.account_id = bought.account_id and p.state->'person'->>'role' is not null) as roles
       from bought order by at desc, account_id`,
    [BOUGHT + 1],
  )
  return rows
}

/** Roles that companies which bought mostly had somebody for, and this one has nobody. */
export async function readMissingRoles(
  ctx: Pick<Context, 'db' | 'keepMs'>,
  accountId: string,
  members: readonly Pick<Member, 'role'>[],
): Promise<Missing[]> {
  const all = await kept(ctx, 'companies that bought', () => findBought(ctx.db))
  const bought = all.filter((one) => one.accountId !== accountId).slice(0, BOUGHT)
  const of = bought.length
  const counts = new Map<string, number>()
  for (const role of bought.flatMap(({ roles }) => roles)) counts.set(role, (counts.get(role) ?? 0) + 1)
  const has = new Set(members.map(({ role }) => role))
  return [...counts]
    .map(([role, n]) => ({ role, n, of }))
    .filter(
      ({ role, n }) =>
        of >= LEAST_BOUGHT &&
        !has.has(role) &&
        !NO_ROLE.includes(role) &&
        (wilsonInterval(n, of)?.low ?? 0) >= LEAST_SHARE,
    )
    .sort((a, b) => b.n - a.n || (a.role < b.role ? -1 : 1))
}

type DealRow = Omit<Deal, 'closedAt' | 'amountCents'> & { amount: string | null; closed_at: Date | null }

/** The deals of some people, open ones first. */
export async function readGroupDeals(db: Queryable, personIds: readonly string[]): Promise<Deal[]> {
  const { rows } = await db.query<DealRow>({
    ...prepared(db, 'deals of a group'),
    text: `select deal_id as id, person_id as "personId", name, status, stage, amount_cents as amount, currency, closed_at,
            (select json_build_object('id', u.id, 'name', u.name) from users u where u.id = deals.closer) as closer
       from deals where person_id = any($1::uuid[]) order by status <> 'open', opened_at desc, deal_id`,
    values: [personIds],
  })
  return rows.map(({ amount, closed_at, ...deal }) => ({
    ...deal,
    amountCents: amount === null ? null : Number(amount),
    closedAt: closed_at?.toISOString() ?? null,
  }))
}
