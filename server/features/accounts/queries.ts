import { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import { packCursor } from '../../http/cursor.ts'
import type { getAccount, listAccounts } from './contract.ts'

type Listing = z.input<NonNullable<(typeof listAccounts)['response']>>
type Account = z.input<NonNullable<(typeof getAccount)['response']>>

/** Where a page of the list begins: behind this name, and this account of that name. */
export const accountPlace = z.tuple([z.string().max(1_000), z.uuid()])
type AccountPlace = z.output<typeof accountPlace>

/** Companies by name from a place on: any page costs what the first does. */
export async function readAccounts(db: Queryable, after: AccountPlace | null, limit: number): Promise<Listing> {
  const { rows } = await db.query<Listing['accounts'][number] & { key: string }>(
    `select a.account_id as "accountId", a.name, a.domain, a.country, a.employees, lower(a.name) as key,
            (select json_build_object('id', u.id, 'name', u.name) from users u where u.id = a.owner) as owner,
            (select count(*)::int from people p where p.account_id = a.account_id) as people
       from accounts a
      where $1::text is null
         or (lower(a.name) collate "C" >= $1 and (lower(a.name) collate "C", a.account_id) > ($1, $2::uuid))
      order by lower(a.name) collate "C", a.account_id
      limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  )
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    accounts: page.map(({ key: _, ...account }) => account),
    next: last === undefined ? null : packCursor([last.key.slice(0, 1_000), last.accountId]),
  }
}

const MOST_PEOPLE = 200

type Row = Omit<Account, 'createdAt' | 'people' | 'deals'> & { created_at: Date }
type DealRow = Omit<Account['deals'][number], 'closedAt' | 'amountCents'> & {
  amount: string | null
  closed_at: Date | null
}

/** One company with its people (the latest 200) and their deals, or null. */
export async function findAccount(db: Queryable, accountId: string): Promise<Account | null> {
  const { rows } = await db.query<Row>(
    `select account_id as "accountId", name, domain, external_id as "externalId", industry, employees, country, region, city,
            segment, created_at,
            (select json_build_object('id', u.id, 'name', u.name) from users u where u.id = accounts.owner) as owner
       from accounts where account_id = $1`,
    [accountId],
  )
  const [row] = rows
  if (row === undefined) return null
  const { created_at, ...account } = row
  const people = await readPeople(db, accountId)
  const deals = await readDeals(
    db,
    people.map((person) => person.personId),
  )
  return { ...account, createdAt: created_at.toISOString(), people, deals }
}

async function readPeople(db: Queryable, accountId: string): Promise<Account['people']> {
  const { rows } = await db.query<Account['people'][number]>(
    `select p.person_id as "personId", p.name, p.email, p.title, l.grade, l.stage
       from people p
       left join lateral (select grade, stage from leads where person_id = p.person_id order by attempt desc limit 1) l on true
      where p.account_id = $1
      order by p.last_seen_at desc, p.person_id
      limit $2`,
    [accountId, MOST_PEOPLE],
  )
  return rows
}

async function readDeals(db: Queryable, personIds: readonly string[]): Promise<Account['deals']> {
  const { rows } = await db.query<DealRow>(
    `select deal_id as id, person_id as "personId", name, status, amount_cents as amount, currency, closed_at
       from deals where person_id = any($1::uuid[]) order by opened_at desc, deal_id`,
    [personIds],
  )
  return rows.map(({ amount, closed_at, ...deal }) => ({
    ...deal,
    amountCents: amount === null ? null : Number(amount),
    closedAt: closed_at?.toISOString() ?? null,
  }))
}
