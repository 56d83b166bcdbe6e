import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { listCostRows as promise } from './contract.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>
type View = z.input<NonNullable<(typeof promise)['response']>>

/** The costs as they are stored, newest day first. */
export async function listCostRows(ctx: Context, query: Query): Promise<View> {
  const key = unpackCursor(query.after, 2)
  const { rows } = await ctx.db.query<View['rows'][number]>(
    `select cost_id as id, campaign_id as "campaignId", campaign_name as "campaignName", channel, day::text as day, kind,
            cost_cents::float8 as "costCents", currency, source, impressions::float8 as impressions, clicks::float8 as clicks,
            import_id as "importId", invoice_id as "invoiceId"
       from campaign_costs k
      where ($1::uuid is null or k.campaign_id = $1) and ($2::date is null or k.day >= $2) and ($3::date is null or k.day < $3)
        and ($4::date is null or (k.day, k.cost_id) < ($4, $5::uuid))
      order by k.day desc, k.cost_id desc limit $6`,
    [
      query.campaignId ?? null,
      query.from ?? null,
      query.to ?? null,
      key?.[0] ?? null,
      key?.[1] ?? null,
      query.limit + 1,
    ],
  )
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > query.limit && last !== undefined ? packCursor([last.day, last.id]) : null,
  }
}
