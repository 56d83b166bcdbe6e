import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { listCodes as promise } from './contract.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Row = Omit<View['codes'][number], 'address' | 'person' | 'lastVisitAt' | 'createdAt'> & {
  person_id: string | null
  name: string | null
  email: string | null
  last_visit_at: Date | null
  created_at: Date
}

/** Short addresses of a campaign, newest first. */
export async function listCodes(
  ctx: Context,
  campaignId: string,
  { batch = null, limit }: { batch?: string | null; limit: number },
): Promise<View> {
  const { rows } = await ctx.db.query<Row>(
    `select k.code, k.url, k.label, k.records, k.visits, p.person_id, p.name, p.email, k.last_visit_at, k.created_at
       from campaign_codes k left join people p on p.person_id = k.person_id
      where k.campaign_id = $1 and ($2::uuid is null or k.batch_id = $2) order by k.created_at desc, k.code limit $3`,
    [campaignId, batch, limit],
  )
  const { rows: counted } = await ctx.db.query<{ n: number }>(
    'select count(*)::int as n from campaign_codes where campaign_id = $1',
    [campaignId],
  )
  return {
    total: counted[0]?.n ?? 0,
    codes: rows.map(({ person_id, name, email, last_visit_at, created_at, ...row }) => ({
      ...row,
      address: `${ctx.publicUrl}/go/${row.code}`,
      person: person_id === null ? null : { id: person_id, name: name ?? '', email },
      lastVisitAt: last_visit_at?.toISOString() ?? null,
      createdAt: created_at.toISOString(),
    })),
  }
}
