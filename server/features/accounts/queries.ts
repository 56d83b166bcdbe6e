import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { reading } from '../../db/reading.ts'
import { prepared } from '../../db/together.ts'
import { packCursor } from '../../http/cursor.ts'
import { readGroupDeals, readMembers, readMissingRoles } from './buying-group.ts'
import type { getAccount, listAccounts } from './contract.ts'

type Listing = z.input<NonNullable<(typeof listAccounts)['response']>>
type Account = z.input<NonNullable<(typeof getAccount)['response']>>

/** Where a page of the list begins: behind this name, and this account of that name. */
export const accountPlace = z.tuple([z.string().max(1_000), z.uuid()])
type AccountPlace = z.output<typeof accountPlace>

const NO_ID = '00000000-0000-0000-0000-000000000000'

/** Companies by name from a place on: any page costs what the first does. */
export async function readAccounts(db: Queryable, after: AccountPlace | null, limit: number): Promise<Listing> {
  const { rows } = await db.query<Listing['accounts'][number] & { key: string }>({
    ...prepared(db, 'companies'),
    text: `select a.account_id as "accountId", a.name, a.domain, a.country, a.employees, lower(a.name) as key,
            (select json_build_object('id', u.id, 'name', u.name) from users u where u.id = a.owner) as owner,
            (select count(*)::int from people p where p.account_id = a.account_id) as people
       from accounts a
      where lower(a.name) collate "C" >= $1 and (lower(a.name) collate "C", a.account_id) > ($1, $2::uuid)
      order by lower(a.name) collate "C", a.account_id
      limit $3`,
    values: [after?.[0] ?? '', after?.[1] ?? NO_ID, limit + 1],
  })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    accounts: page.map(({ key: _, ...account }) => account),
    next: last === undefined ? null : packCursor([last.key.slice(0, 1_000), last.accountId]),
  }
}

type Row = Omit<Account, 'createdAt' | 'people' | 'deals' | 'missing'> & { created_at: Date }

/** One company with its people (the latest 200), the roles nobody there has, and their deals; or null. */
export async function findAccount(ctx: Context, accountId: string): Promise<Account | null> {
  const found = await reading(ctx, async (db) => {
    const [row, people] = await Promise.all([findRow(db, accountId), readMembers(db, accountId, ctx.now())])
    const ids = people.map((person) => person.personId)
    return { row, people, deals: await readGroupDeals(db, ids) }
  })
  const { row, people, deals } = found
  if (row === null) return null
  const { created_at, ...account } = row
  const missing = await readMissingRoles(ctx, accountId, people)
  return { ...account, createdAt: created_at.toISOString(), people, missing, deals }
}

async function findRow(db: Queryable, accountId: string): Promise<Row | null> {
  const { rows } = await db.query<Row>({
    ...prepared(db, 'company'),
    text: `select account_id as "accountId", name, domain, external_id as "externalId", industry, employees, country, region, city,
            segment, created_at,
            (select json_build_object('id', u.id, 'name', u.name) from users u where u.id = accounts.owner) as owner
       from accounts where account_id = $1`,
    values: [accountId],
  })
  return rows[0] ?? null
}

/** Everybody of a company by id, the latest 200; null when there is no such company. */
export async function namesOfAccount(db: Queryable, accountId: string): Promise<Map<string, string> | null> {
  const { rows } = await db.query<{ person_id: string | null; name: string | null }>({
    ...prepared(db, 'names of a company'),
    text: `select p.person_id, p.name from accounts a
       left join lateral (select person_id, name from people where account_id = a.account_id order by last_seen_at desc, person_id limit 200) p on true
      where a.account_id = $1`,
    values: [accountId],
  })
  if (rows.length === 0) return null
  return new Map(rows.flatMap(({ person_id, name }) => (person_id === null ? [] : [[person_id, name ?? ''] as const])))
}
