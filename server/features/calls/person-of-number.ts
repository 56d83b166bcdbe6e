import type { Queryable } from '../../db/queryable.ts'
import { codeOf } from './places-of.ts'
import { type PhoneNumber, readNumber } from './read-number.ts'

const END = 8

type Row = { person_id: string; phone: string; country: string | null }

/**
 * Who has a number: whoever is known by it; else whose number as written down, read in their country, is the same; of several the one seen
 * last. Null where it is nobody's.
 */
export async function personOfNumber(db: Queryable, number: PhoneNumber, houseCountry: string): Promise<string | null> {
  const digits = number.e164.replace(/\D/g, '')
  const { rows } = await db.query<Row & { is_key: boolean }>(
    `select i.person_id, '' as phone, null as country, true as is_key from identities i where i.kind = 'phone' and i.value = any($1::text[])
     union all
     (select p.person_id, p.phone, coalesce(p.state->'person'->>'country', p.state->'account'->>'country') as country, false from people p
       where p.phone is not null and right(regexp_replace(p.phone, '[^0-9]', '', 'g'), 8) = $2 and p.erased_at is null
       order by p.last_seen_at desc limit 50)`,
    [number.spellings, digits.slice(-END)],
  )
  const known = rows.find((row) => row.is_key)
  if (known !== undefined) return known.person_id
  const same = rows.find((row) => readNumber(row.phone, codeOf(row.country) ?? houseCountry)?.e164 === number.e164)
  return same?.person_id ?? null
}
