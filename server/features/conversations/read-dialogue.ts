import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { getTalk as promise } from './contract.ts'

type Dialogue = z.input<NonNullable<(typeof promise)['response']>>['dialogue']
type Row = { way: Dialogue[number]['way']; exchanges: number; prospect: number; company: number }

/**
 * Written exchanges of a period, in words (domain.md 6.1): chats, threads of mail that the prospect answered (a mail nobody
 * answers is reach), and what people wrote into forms, to which nobody of ours had said anything.
 */
export async function readDialogue(
  db: Queryable,
  { from, to, zone }: { from: string; to: string; zone: string },
): Promise<Dialogue> {
  const { rows } = await db.query<Row>(
    `with period as (select $1::date::timestamp at time zone $3 as begins, $2::date::timestamp at time zone $3 as ends)
     select 'chat' as way, count(*)::int as exchanges, coalesce(sum(prospect_words), 0)::int as prospect, coalesce(sum(rep_words), 0)::int as company
       from conversations, period where kind = 'chat' and held_at >= begins and held_at < ends
     union all
     select 'e-mail', count(*)::int, coalesce(sum(words_prospect), 0)::int, coalesce(sum(words_company), 0)::int
       from mail_threads, period where replies_prospect > 0 and last_at >= begins and last_at < ends
     union all
     select 'form', count(*)::int, coalesce(sum(words), 0)::int, 0
       from (select (select sum(cardinality(regexp_split_to_array(btrim(value), '\\s+')))
                       from jsonb_each_text(f.data -> 'fields') where value ~ '\\S\\s+\\S+\\s+\\S') as words
               from facts f, period where f.kind = 'form.submitted' and f.occurred_at >= begins and f.occurred_at < ends
                and jsonb_typeof(f.data -> 'fields') = 'object') w
      where words is not null`,
    [from, to, zone],
  )
  return rows.map(({ way, exchanges, prospect, company }) => ({
    way,
    exchanges,
    prospectWords: prospect,
    companyWords: company,
    prospectShare: company === 0 ? null : prospect / (prospect + company),
  }))
}
