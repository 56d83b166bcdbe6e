import type { Context } from '../../context.ts'
import { askWarmPast } from '../attribution/asked-of.ts'
import type { DaysAnswer } from '../attribution/campaign-days.ts'

/**
 * How many facts name a campaign by these texts and how many leads came by it, day by day where the company is; days without any are left out. `from`
 * is the first day, `to` the one after the last. Where touches are held in memory already, nothing is counted.
 */
export async function countByDay(
  ctx: Pick<Context, 'db'>,
  zone: string,
  names: readonly string[],
  from: string | null,
  to: string | null,
): Promise<DaysAnswer> {
  const held = await askWarmPast(ctx, { what: 'campaignDays', zone, names })
  if (held !== null) {
    const within = (days: Map<string, number>): Map<string, number> =>
      new Map([...days].filter(([day]) => (from === null || day >= from) && (to === null || day < to)))
    return { facts: within(held.found.facts), leads: within(held.found.leads) }
  }
  const counting = async (table: 'facts' | 'leads'): Promise<Map<string, number>> => {
    const at = table === 'facts' ? 'occurred_at' : 'opened_at'
    const { rows } = await ctx.db.query<{ day: string; n: number }>(
      `select day::text, n from (
         select (${at} at time zone $2)::date as day, count(*)::int as n from ${table}
          where campaign = any($1::text[]) and ($3::date is null or ${at} >= $3::date::timestamp at time zone $2)
            and ($4::date is null or ${at} < $4::date::timestamp at time zone $2) group by 1) counted`,
      [names, zone, from, to],
    )
    return new Map(rows.map(({ day, n }) => [day, n]))
  }
  const [facts, leads] = await Promise.all([counting('facts'), counting('leads')])
  return { facts, leads }
}
