import type { PoolClient } from 'pg'

const PERSON = ['country', 'language', 'title', 'role'] as const
const ACCOUNT = ['industry', 'employees', 'country', 'segment'] as const
/** A value that at least so many share of so many other people points at nobody. */
const ENOUGH = 5
const ASKED_PEOPLE = 50_000

type Data = Record<string, unknown>

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function isShared(
  tx: PoolClient,
  personId: string,
  part: 'person' | 'account',
  key: string,
  value: unknown,
): Promise<boolean> {
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from (
       select 1 from (select state from people where person_id <> $1 limit $6) as some where state -> $2 -> $3 = $4::jsonb limit $5) as others`,
    [personId, part, key, JSON.stringify(value), ENOUGH, ASKED_PEOPLE],
  )
  return (rows[0]?.n ?? 0) >= ENOUGH
}

/** Which traits of a story may stay, so that scores stay as they were: those that point at nobody. */
export async function sharedTraits(
  tx: PoolClient,
  personId: string,
  told: readonly unknown[],
): Promise<(data: Data) => Data> {
  const shared = new Set<string>()
  const asked = new Set<string>()
  for (const data of told) {
    if (!isRecord(data)) continue
    for (const [part, keys] of [
      ['person', PERSON],
      ['account', ACCOUNT],
    ] as const) {
      const traits = data[part]
      if (!isRecord(traits)) continue
      for (const key of keys) {
        const value = traits[key]
        const name = JSON.stringify([part, key, value])
        if (value === undefined || asked.has(name)) continue
        asked.add(name)
        if (await isShared(tx, personId, part, key, value)) shared.add(name)
      }
    }
  }
  const kept = (part: 'person' | 'account', keys: readonly string[], data: Data): Data => {
    const traits = data[part]
    if (!isRecord(traits)) return {}
    const left = Object.fromEntries(
      keys.flatMap((key) => (shared.has(JSON.stringify([part, key, traits[key]])) ? [[key, traits[key]]] : [])),
    )
    return Object.keys(left).length === 0 ? {} : { [part]: left }
  }
  return (data) => ({ ...kept('person', PERSON, data), ...kept('account', ACCOUNT, data) })
}
