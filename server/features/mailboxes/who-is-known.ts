import type { Queryable } from '../../db/queryable.ts'
import { baseOf } from './normal-address.ts'

export type House = {
  /** Addresses of colleagues and their mailboxes. */
  isOwn: (address: string) => boolean
  /** The colleague an address is, if any. */
  userOf: (address: string) => string | null
}

/** Who is of the house: what they write among themselves is none of ours to keep. */
export async function readHouse(db: Queryable): Promise<House> {
  const { rows } = await db.query<{ address: string; user_id: string }>(
    `select lower(email) as address, id as user_id from users where email is not null
     union all select address, user_id from mailboxes
     union all select lower(alias), user_id from mailboxes, unnest(aliases) as alias`,
  )
  const users = new Map<string, string>()
  for (const row of rows) if (!users.has(row.address)) users.set(row.address, row.user_id)
  const find = (address: string): string | undefined => users.get(address) ?? users.get(baseOf(address))
  return { isOwn: (address) => find(address) !== undefined, userOf: (address) => find(address) ?? null }
}

/** People by any of their addresses, as written or without its tag. */
export async function peopleOf(db: Queryable, addresses: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(addresses)]
  if (asked.length === 0) return new Map()
  const { rows } = await db.query<{ address: string; person_id: string }>(
    `select distinct on (k.address) k.address, i.person_id
       from unnest($1::text[], $2::text[]) as k(address, base)
       join identities i on i.kind = 'email' and i.value in (k.address, k.base)
      order by k.address, i.value <> k.address`,
    [asked, asked.map(baseOf)],
  )
  return new Map(rows.map((row) => [row.address, row.person_id]))
}
