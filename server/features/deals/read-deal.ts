import type { DealState, PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { DEAL_KINDS, type HistoryCells } from './deal-history.ts'
import { named } from './named-statement.ts'
import { DEAL_JOINS, type DealCells, dealCells } from './read-deal-rows.ts'

export type PersonCells = [personId: string, name: string, title: string | null]
export type WholeDeal = {
  cells: DealCells
  whole: PersonState
  facts: HistoryCells[] | null
  /** People the deal names, and others of the company. */
  named: PersonCells[] | null
  colleagues: PersonCells[] | null
  leadOwner: { id: string; name: string } | null
}

// One statement for all that is known of a deal: the people of a large company are cut where nobody would choose from so many.
const REST = `p.state as whole,
    (select json_agg(cells order by at desc, noted desc, id desc) from (
       select json_build_array(f.fact_id, f.kind, to_char(f.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           (extract(epoch from f.recorded_at) * 1000)::float8, f.actor, w.name, f.source, f.data,
           f.fact_id::text in (select r.data ->> 'fact' from facts r where r.person_id = $1 and r.kind = 'fact.retracted')) as cells,
         f.occurred_at as at, f.recorded_at as noted, f.fact_id as id
       from facts f left join users w on w.id = f.actor
       where f.person_id = $1 and f.kind = any($3::text[]) and f.data ->> 'deal' = $2
       order by f.occurred_at desc, f.recorded_at desc, f.fact_id desc limit 500) said) as facts,
    (select json_agg(json_build_array(o.person_id, o.name, o.title)) from people o
      where o.person_id in (select (each ->> 'person')::uuid from jsonb_array_elements(d.state -> 'people') each where each ? 'person')) as named,
    (select json_agg(json_build_array(o.person_id, o.name, o.title) order by o.last_seen_at desc) from (
       select c.person_id, c.name, c.title, c.last_seen_at from people c
       where c.account_id = p.account_id and not c.is_anonymous and c.person_id <> p.person_id order by c.last_seen_at desc limit 200) o) as colleagues,
    (select json_build_object('id', o.id, 'name', o.name) from users o where o.id = (p.state -> 'attempt' ->> 'owner')::uuid) as "leadOwner"`

/** All that is stored of one deal. */
export async function readDeal(ctx: Context, personId: string, dealId: string): Promise<WholeDeal> {
  const text = `select ${dealCells(ctx.agreements.at(ctx.now()))} as cells, ${REST}
    from deals d ${DEAL_JOINS} where d.person_id = $1 and d.deal_id = $2`
  const { rows } = await ctx.db.query<WholeDeal>(named(text, [personId, dealId, DEAL_KINDS]))
  const row = rows[0]
  if (row === undefined)
    throw new Problem('not-found', 'There is no such deal here.', {
      mend: 'It may have been taken back: look at the story of the person.',
    })
  return row
}

/** Who is of the deal, by the names they have now, and whom else one may choose. */
export function peopleOf({ cells, named: known, colleagues, whole }: WholeDeal, deal: DealState) {
  const byId = new Map((known ?? []).map((each) => [each[0], each]))
  const [personId, , , name] = cells
  const self: PersonCells = [personId, name, whole.person.title ?? null]
  return {
    people: (deal.people ?? []).map((each) => ({
      personId: each.person ?? null,
      name: (each.person === undefined ? undefined : byId.get(each.person)?.[1]) || each.name || '',
      title: (each.person === undefined ? undefined : byId.get(each.person)?.[2]) ?? null,
      role: each.role,
    })),
    colleagues: [self, ...(colleagues ?? [])]
      .filter(([id, named]) => !byId.has(id) && named !== '')
      .map(([id, named, title]) => ({ personId: id, name: named, title })),
  }
}
