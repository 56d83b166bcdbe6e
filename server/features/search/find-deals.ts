import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { search } from './contract.ts'
import type { SearchPlan } from './plan-search.ts'

type Found = z.input<NonNullable<(typeof search)['response']>>

/** Deals that are looked at before the best are chosen. */
const RANKED = 200

/** Deals whose name, person or company hold every word: those whose own name begins so first, open before closed, the newest first. */
export async function findDeals(db: Queryable, plan: SearchPlan, limit: number): Promise<Found['deals']> {
  const [pattern] = plan.lookedUp
  if (pattern === undefined) return []
  const { rows } = await db.query<{ deals: Found['deals'] | null }>(
    `with candidate as materialized (select person_id, deal_id from deals where search like $1 and search like all ($2::text[]) limit $3)
     select json_agg(found) as deals from (
       select d.person_id as "personId", d.deal_id as id, d.name, p.name as person, coalesce(a.name, p.company) as company, d.status, d.stage,
              d.amount_cents as "amountCents", d.currency
         from candidate join deals d using (person_id, deal_id) join people p using (person_id) left join accounts a using (account_id)
        order by starts_with(lower(d.name), $4) desc nulls last, d.status = 'open' desc, d.opened_at desc, d.person_id, d.deal_id
        limit $5) found`,
    [pattern, [...plan.lookedUp.slice(1), ...plan.others], RANKED, plan.text, limit],
  )
  return rows[0]?.deals ?? []
}
