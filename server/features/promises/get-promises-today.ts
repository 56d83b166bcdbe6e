import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { readLeadRows } from '../leads/read-lead-rows.ts'
import type { getPromisesToday as promise } from './contract.ts'
import { readOverdue } from './overdue.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
const MOST_PER_SELLER = 10

/** The list nobody wants to be on, seller by seller, whoever has most of it first. */
export async function getPromisesToday(ctx: Context): Promise<View> {
  const nowMs = ctx.now()
  const agreement = ctx.agreements.at(nowMs)
  const overdue = await readOverdue(ctx.db, agreement, nowMs, MOST_PER_SELLER)
  const leads = await readLeadRows(ctx, overdue)
  const byKey = new Map(leads.map((lead) => [`${lead.personId} ${lead.attempt}`, lead]))
  const sellers = new Map<string | null, View['sellers'][number]>()
  for (const row of overdue) {
    const lead = byKey.get(`${row.personId} ${row.attempt}`)
    const seller = sellers.get(row.owner) ?? {
      user: row.owner === null ? null : { id: row.owner, name: row.name ?? '' },
      uncontacted: row.uncontacted,
      shallow: row.shallow,
      leads: [],
    }
    sellers.set(row.owner, seller)
    if (lead !== undefined) seller.leads.push({ ...lead, why: row.why, since: row.since.toISOString() })
  }
  return {
    asOf: new Date(nowMs).toISOString(),
    attemptsPromised: agreement.promises.attempts?.atLeast ?? null,
    sellers: [...sellers.values()],
  }
}
