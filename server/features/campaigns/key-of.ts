import type { Queryable } from '../../db/queryable.ts'

const MOST = 60

/** A key made from a name: small letters, digits and underscores, as utm_campaign is best written. Empty names give `campaign`. */
export function keyOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, MOST)
    .replace(/_+$/, '')
  return plain === '' ? 'campaign' : plain
}

/** The key of a new campaign: that of its name, with a number when it is taken. */
export async function freeKey(db: Queryable, name: string): Promise<string> {
  const key = keyOf(name)
  const { rows } = await db.query<{ key: string }>(
    `select key from campaigns where key = $1 or starts_with(key, $2)
     union select replace(plain, ' ', '_') from campaign_names where starts_with(plain, $3)`,
    [key, `${key}_`, key.replaceAll('_', ' ')],
  )
  const taken = new Set(rows.map((row) => row.key))
  if (!taken.has(key) || taken.size === 0) return key
  for (let number = 2; ; number++) if (!taken.has(`${key}_${number}`)) return `${key}_${number}`
}
