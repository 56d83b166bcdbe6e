import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { listCampaignLeads, listCampaignTouches } from './contract.ts'
import { readNamesOf } from './touch-names.ts'

type Leads = z.input<NonNullable<(typeof listCampaignLeads)['response']>>
type Touches = z.input<NonNullable<(typeof listCampaignTouches)['response']>>
type Asked = { campaignId: string; after?: string | undefined; limit: number }

/** The leads whose own touch names the campaign: the newest under each of its names are found by index, and of those the newest are given. */
export async function listLeadsOf(ctx: Context, { campaignId, after, limit }: Asked): Promise<Leads> {
  const key = unpackCursor(after, 3)
  type Row = Omit<Leads['leads'][number], 'openedAt'> & { opened_at: Date }
  const { rows } = await ctx.db.query<Row>(
    `select l.person_id as "personId", l.attempt, p.name, p.company, l.stage, l.outcome, l.grade, l.channel, l.opened_at
       from unnest($1::text[]) as name
       cross join lateral (
         select * from leads m
          where m.campaign = name and ($2::timestamptz is null or (m.opened_at, m.person_id, m.attempt) < ($2, $3::uuid, $4::int))
          order by m.opened_at desc, m.person_id desc, m.attempt desc limit $5) l
       join people p on p.person_id = l.person_id
      order by l.opened_at desc, l.person_id desc, l.attempt desc limit $5`,
    [
      await readNamesOf(ctx.db, campaignId),
      key === null ? null : new Date(Number(key[0])),
      key?.[1] ?? null,
      key?.[2] ?? null,
      limit + 1,
    ],
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    leads: page.map(({ opened_at, ...row }) => ({ ...row, openedAt: opened_at.toISOString() })),
    next:
      rows.length > limit && last !== undefined
        ? packCursor([last.opened_at.getTime(), last.personId, last.attempt])
        : null,
  }
}

/** The facts whose touch names the campaign, found likewise. */
export async function listTouchesOf(ctx: Context, { campaignId, after, limit }: Asked): Promise<Touches> {
  const key = unpackCursor(after, 2)
  type Row = Omit<Touches['touches'][number], 'at'> & { at: Date; at_us: string }
  const { rows } = await ctx.db.query<Row>(
    `select f.fact_id as "factId", f.person_id as "personId", p.name, p.is_anonymous as "isAnonymous", f.kind, f.occurred_at as at,
            f.occurred_at::text as at_us, coalesce(f.regrouped, f.channel) as channel, f.origin, f.landing_page as "landingPage"
       from unnest($1::text[]) as name
       cross join lateral (
         select * from facts g
          where g.campaign = name and ($2::timestamptz is null or (g.occurred_at, g.fact_id) < ($2, $3::uuid))
          order by g.occurred_at desc, g.fact_id desc limit $4) f
       join people p on p.person_id = f.person_id
      order by f.occurred_at desc, f.fact_id desc limit $4`,
    [await readNamesOf(ctx.db, campaignId), key?.[0] ?? null, key?.[1] ?? null, limit + 1],
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    touches: page.map(({ at, at_us: _, ...row }) => ({ ...row, at: at.toISOString() })),
    next: rows.length > limit && last !== undefined ? packCursor([last.at_us, last.factId]) : null,
  }
}
