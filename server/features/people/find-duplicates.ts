import type { Queryable } from '../../db/queryable.ts'

/** A telephone or a name that so many share is a switchboard, or no name. */
const MOST_SHARING = 12
/** A company with more people than this is compared by equal names only. */
const MOST_OF_COMPANY = 300

/**
 * Pairs of identified people who may be one, with how sure that is. Evidence adds up as independent doubts multiply.
 * What a human judged stays as judged. Returns how many pairs are new.
 */
export async function findDuplicates(db: Queryable): Promise<number> {
  await db.query(
    `delete from duplicates d where d.state in ('open', 'later') and (
       not exists (select 1 from people p where p.person_id = d.low) or not exists (select 1 from people p where p.person_id = d.high))`,
  )
  const { rows } = await db.query<{ n: number }>(
    `with named as (
       select person_id, account_id, lower(name) collate "C" as name, right(regexp_replace(phone, '\\D', '', 'g'), 9) as phone, lower(email) as email
       from people where not is_anonymous),
     phones as (select phone, array_agg(person_id) as ids from named where length(phone) >= 7 group by phone having count(*) between 2 and $1),
     names as (select account_id, name, array_agg(person_id) as ids from named where account_id is not null and name <> '' group by account_id, name
       having count(*) between 2 and $1),
     full_names as (select name, array_agg(person_id) as ids from named where name like '% %' and length(name) > 8 group by name having count(*) between 2 and 4),
     mails as (select split_part(email, '@', 1) as local, regexp_replace(split_part(email, '@', 2), '^.*?([^.]+\\.[^.]+)$', '\\1') as domain, array_agg(person_id) as ids
       from named where email is not null and length(split_part(email, '@', 1)) > 3 group by 1, 2 having count(*) between 2 and $1),
     small as (select account_id from named where account_id is not null group by account_id having count(*) between 2 and $2),
     pairs as (
       select a as one, b as other, 0.8 as certainty, 'same phone' as evidence from phones, unnest(ids) as a, unnest(ids) as b where a < b
       union all
       select a, b, 0.85, 'same name and company' from names, unnest(ids) as a, unnest(ids) as b where a < b
       union all
       select a, b, 0.35, 'same name' from full_names, unnest(ids) as a, unnest(ids) as b where a < b
       union all
       select a, b, 0.7, 'same mailbox name' from mails, unnest(ids) as a, unnest(ids) as b where a < b
       union all
       select x.person_id, y.person_id, 0.3 + 0.5 * similarity(x.name, y.name), 'similar name, same company'
       from small join named x using (account_id) join named y on y.account_id = x.account_id and y.person_id > x.person_id
       where x.name <> y.name and length(x.name) > 3 and length(y.name) > 3 and similarity(x.name, y.name) >= 0.5),
     told as (
       select one, other, 1 - exp(sum(ln(1 - certainty))) as certainty, array_agg(distinct evidence order by evidence) as evidence
       from pairs where evidence <> 'same name' or (one, other) not in (select one, other from pairs where evidence = 'same name and company')
       group by one, other),
     kept as (
       insert into duplicates (low, high, certainty, evidence)
       select one, other, least(certainty, 0.99), evidence from told order by one, other
       on conflict (low, high) do update set certainty = greatest(duplicates.certainty, excluded.certainty),
         evidence = array(select distinct e from unnest(duplicates.evidence || excluded.evidence) as e order by e)
       where duplicates.state in ('open', 'later') and not (duplicates.evidence @> excluded.evidence)
       returning (xmax = 0) as is_new)
     select count(*) filter (where is_new)::int as n from kept`,
    [MOST_SHARING, MOST_OF_COMPANY],
  )
  return rows[0]?.n ?? 0
}
