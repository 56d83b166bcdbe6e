import type { AttributionModel } from '@ensemble/engine/attribution/models.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { type Asked, askedOf, askPast } from './asked-of.ts'
import type { listAttributedDeals as promise } from './contract.ts'

type Question = Asked & { model: AttributionModel; label?: string | undefined; skip: number; limit: number }

export async function getDeals(
  ctx: Pick<Context, 'db'>,
  { model, label, skip, limit, ...asked }: Question,
): Promise<z.input<NonNullable<(typeof promise)['response']>>> {
  const { of, currency } = await askedOf(ctx, asked)
  const { found, readAtMs } = await askPast(ctx, { what: 'deals', of, model, label: label ?? null, skip, limit })
  const { rows } = await ctx.db.query<{ personId: string; name: string; email: string | null; company: string | null }>(
    `select p.person_id as "personId", p.name, p.email, coalesce(a.name, p.company) as company
       from people p left join accounts a using (account_id) where p.person_id = any($1)`,
    [found.deals.map(({ personId }) => personId)],
  )
  const people = new Map(rows.map((row) => [row.personId, row]))
  const iso = (ms: number): string => new Date(ms).toISOString()
  return {
    currency,
    asOf: iso(readAtMs),
    total: found.total,
    credited: found.credited,
    creditedCents: found.creditedCents,
    deals: found.deals.map(({ atMs, touches, ...deal }) => {
      const person = people.get(deal.personId)
      return {
        ...deal,
        person: person?.name || person?.email || '',
        company: person?.company ?? null,
        at: iso(atMs),
        touches: touches.map(({ atMs: touchMs, ...touch }) => ({ at: iso(touchMs), ...touch })),
      }
    }),
  }
}
