import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { listCampaignLeads, listCampaignTouches } from './contract.ts'
import { readNamesOf } from './touch-names.ts'

type Leads = z.input<NonNullable<(typeof listCampaignLeads)['response']>>
type Touches = z.input<NonNullable<(typeof listCampaignTouches)['response']>>
type Asked = { campaignId: string; after?: string | undefined; limit: number }

/** The leads whose own touch names the campaign. */
export async function listLeadsOf(ctx: Context, { campaignId, after, limit }: Asked): Promise<Leads> {
  const key = unpackCursor(after, 3)
  type Row = Omit<Leads['leads'][number], 'openedAt'> & { opened_at: Date }
  const { rows } = await ctx.db.query<Row>(
    `select l.person_id as "personId", l.attempt, p.name, p.company, l.stage, l.outcome, l.grade, l.channel, l.opened_at
       from leads l join people p on p.person_id = l.person_id
      where l.campaign = any($1::text[]) and ($2::timestamptz is null or (l.opened_at, l.person_id, l.attempt) < ($2, $3::uuid, $4::int))
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

/** The facts whose touch names the campaign. */
export async function listTouchesOf(ctx: Context, { campaignId, after, limit }: Asked): Promise<Touches> {
  const key = unpackCursor(after, 2)
  type Row = Omit<Touches['touches'][number], 'at'> & { at: Date; at_us: string }
  const { rows } = await ctx.db.query<Row>(
    `select f.fact_id as "factId", f.person_id as "personId", p.name, p.is_anonymous as "isAnonymous", f.kind, f.occurred_at as at,
            f.occurred_at::text as at_us, coalesce(f.regrouped, f.channel) as channel, f.origin, f.landing_page as "landingPage"
       from facts f join people p on p.person_id = f.person_id
      where f.campaign = any($1::text[]) and ($2::timestamptz is null or (f.occurred_at, f.fact_id) < ($2, $3::uuid))
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
