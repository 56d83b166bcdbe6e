import type { Pool } from 'pg'
import type { z } from 'zod'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Queryable } from '../../db/queryable.ts'
import { prepared } from '../../db/together.ts'
import type { search } from './contract.ts'
import { literal, type SearchPlan } from './plan-search.ts'

type Found = z.input<NonNullable<(typeof search)['response']>>

/** Past every text that begins with a prefix, in the order of code points. */
const LAST = '\u{10FFFF}'
/** Candidates that are ranked. A name a thousand people have is not what finds one of them. */
const RANKED = 120

/** People by a key or by words, each once. */
export async function findPeople(db: Queryable, plan: SearchPlan, limit: number): Promise<string[]> {
  const byKey = await findByKey(db, plan, limit)
  if (plan.isKey && byKey.length > 0) return [...new Set(byKey)]
  return [...new Set([...byKey, ...(await findByWords(db, plan, limit))])].slice(0, limit)
}

/** People one of whose keys begins with what was typed. */
async function findByKey(db: Queryable, plan: SearchPlan, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ person_id: string }>({
    ...prepared(db, 'people by key'),
    text: `(select person_id from identities where kind = 'email' and value >= $1 and value < $2 order by value limit $5)
     union all
     (select person_id from identities where kind = 'external' and value = $3 limit $5)
     union all
     (select person_id from identities where kind = 'phone' and value >= $4 and value < $4 || $6 order by value limit $5)
     limit $5`,
    values: [plan.text, plan.text + LAST, plan.text, plan.phonePrefix, limit, LAST],
  })
  return rows.map((row) => row.person_id)
}

/** People whose name, e-mail, phone or company hold every word, the closest first. */
async function findByWords(db: Queryable, plan: SearchPlan, limit: number): Promise<string[]> {
  const [first, second] = plan.lookedUp
  if (first === undefined) return []
  if (second === undefined) return holdingOne(db, first, plan, limit)
  return holdingBoth(db, [first, second], plan, limit)
}

async function holdingOne(db: Queryable, pattern: string, plan: SearchPlan, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ person_id: string }>({
    ...prepared(db, 'people by a word'),
    text: `with candidate as (
       select person_id, name from people
        where search like $1 and search like all ($2::text[]) and not is_anonymous
        limit $3
     )
     select person_id from candidate
      order by starts_with(lower(name), $4) desc, similarity(lower(name), $4) desc, person_id
      limit $5`,
    values: [pattern, plan.others, RANKED, plan.text, limit],
  })
  return rows.map((row) => row.person_id)
}

/** Two frequent words may never meet in one person: it is read where nothing but an index is ever read (`reading`). */
async function holdingBoth(
  db: Queryable,
  [first, second]: [string, string],
  plan: SearchPlan,
  limit: number,
): Promise<string[]> {
  const { rows } = await db.query<{ person_id: string }>({
    ...prepared(db, 'people by words'),
    text: `with candidate as (
       select person_id, name from people
        where search like $1 and search like $2 and search like all ($3::text[]) and not is_anonymous
        limit $4
     )
     select person_id from candidate
      order by starts_with(lower(name), $5) desc, similarity(lower(name), $5) desc, person_id
      limit $6`,
    values: [first, second, plan.others, RANKED, plan.text, limit],
  })
  return rows.map((row) => row.person_id)
}

/** How long a search that forgives slips may take before it is given up: what was found exactly is shown anyway. */
const FORGIVING_MS = 75

/** People whose text holds something close to what was typed, the closest first; nobody when that takes too long. */
export async function findByLikeness(db: Pool, plan: SearchPlan, limit: number): Promise<string[]> {
  try {
    return await inTransaction(db, async (tx) => {
      await tx.query(
        `select set_config('statement_timeout', $1, true), set_config('pg_trgm.word_similarity_threshold', '0.5', true)`,
        [String(FORGIVING_MS)],
      )
      const { rows } = await tx.query<{ person_id: string }>(
        `select person_id from people
          where $1 <% search and not is_anonymous
          order by word_similarity($1, search) desc, similarity(lower(name), $1) desc, person_id
          limit $2`,
        [plan.text, limit],
      )
      return rows.map((row) => row.person_id)
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '57014') return []
    throw error
  }
}

/** What a search shows of these people, in their order. */
export async function readPeople(db: Queryable, personIds: readonly string[]): Promise<Found['people']> {
  const { rows } = await db.query<Found['people'][number]>({
    ...prepared(db, 'found people'),
    text: `select p.person_id as "personId", p.name, p.company, p.email, l.grade, l.stage, l.outcome
       from unnest($1::uuid[]) with ordinality as asked(person_id, place)
       join people p on p.person_id = asked.person_id and not p.is_anonymous
       left join lateral (select grade, stage, outcome from leads where person_id = p.person_id order by attempt desc limit 1) l on true
      order by asked.place`,
    values: [personIds],
  })
  return rows
}

export async function findAccounts(db: Queryable, plan: SearchPlan, limit: number): Promise<Found['accounts']> {
  const [pattern] = plan.lookedUp
  const { rows } = await db.query<Found['accounts'][number]>({
    ...prepared(db, 'found companies'),
    text: `with candidate as (
       (select account_id, name, domain from accounts
         where lower(name) collate "C" >= $1 and lower(name) collate "C" < $2
         order by lower(name) collate "C" limit $3)
       union
       (select account_id, name, domain from accounts
         where $4::text is not null and lower(name) like $4 and lower(name) like all ($5::text[]) limit $6)
       union
       (select account_id, name, domain from accounts where domain = $1)
     )
     select c.account_id as "accountId", c.name, c.domain,
            (select count(*)::int from people p where p.account_id = c.account_id) as people
       from (select * from candidate
              order by starts_with(lower(name), $1) desc, similarity(lower(name), $1) desc, account_id limit $3) c
      order by starts_with(lower(c.name), $1) desc, similarity(lower(c.name), $1) desc, c.account_id`,
    values: [plan.text, plan.text + LAST, limit, pattern ?? null, [...plan.lookedUp, ...plan.others], RANKED],
  })
  return rows
}

export async function findUsers(db: Queryable, plan: SearchPlan, limit: number): Promise<Found['users']> {
  const { rows } = await db.query<Found['users'][number]>({
    ...prepared(db, 'found colleagues'),
    text: `select id, name, email from users
      where is_active and (lower(name) like $1 or email like $1)
      order by starts_with(lower(name), $2) desc, lower(name), id
      limit $3`,
    values: [plan.text.length < 3 ? `${literal(plan.text)}%` : `%${literal(plan.text)}%`, plan.text, limit],
  })
  return rows
}
