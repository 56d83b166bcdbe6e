import { accountSizeOf, TRAITS, type Trait } from '@ensemble/engine/backtest/segment.ts'
import type { Context } from '../../context.ts'
import { checkPeriod } from '../funnel/check-period.ts'
import { readHouseSettings } from '../setup/house-settings.ts'

type Counted = { value: string; leads: number }
export type Segments = {
  leads: number
  traits: {
    name: Trait
    /** The most frequent; an empty text stands for the leads without. */
    values: Counted[]
    /** How many other values there are. */
    others: number
  }[]
}

/** Of each trait; whatever else there is can be named in a condition. */
const MOST_VALUES = 100

type Row = Record<Exclude<Trait, 'accountSize'>, string | null> & {
  employees: number | null
  trait: number
  leads: number
}

/** What the leads first met in a period can be told apart by, with how many there are of each. */
export async function listSegments(ctx: Pick<Context, 'db'>, asked: { from: string; to: string }): Promise<Segments> {
  checkPeriod(asked)
  const { zone } = await readHouseSettings(ctx.db)
  // `trait` tells which column a row is about: the bits of the five others are set.
  const { rows } = await ctx.db.query<Row>(
    `select channel, origin, campaign, landing_page as "landingPage", country, employees,
            grouping(channel, origin, campaign, landing_page, country, employees) as trait, count(*)::int as leads
       from (select l.channel, l.origin, l.campaign, l.landing_page,
                    coalesce(p.state -> 'person' ->> 'country', p.state -> 'account' ->> 'country') as country,
                    case when jsonb_typeof(p.state -> 'account' -> 'employees') = 'number'
                         then (p.state -> 'account' ->> 'employees')::float8 end as employees
               from leads l join people p using (person_id)
              where l.attempt = 1 and l.opened_at >= $1::date::timestamp at time zone $3
                and l.opened_at < $2::date::timestamp at time zone $3) met
      group by grouping sets ((channel), (origin), (campaign), (landing_page), (country), (employees))`,
    [asked.from, asked.to, zone],
  )
  const traits = TRAITS.map((name, index) => {
    const bits = 63 - (1 << (TRAITS.length - 1 - index))
    const counts = new Map<string, number>()
    for (const row of rows) {
      if (row.trait !== bits) continue
      const value = (name === 'accountSize' ? accountSizeOf(row.employees) : row[name]) ?? ''
      counts.set(value, (counts.get(value) ?? 0) + row.leads)
    }
    const values = [...counts].map(([value, leads]) => ({ value, leads }))
    values.sort((a, b) => b.leads - a.leads || (a.value < b.value ? -1 : 1))
    return { name, values: values.slice(0, MOST_VALUES), others: Math.max(0, values.length - MOST_VALUES) }
  })
  const leads = traits[0]?.values.reduce((sum, each) => sum + each.leads, 0) ?? 0
  return { leads, traits }
}
