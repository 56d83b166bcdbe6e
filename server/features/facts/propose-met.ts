import type { PoolClient } from 'pg'
import type { Met } from './resolve-people.ts'

/** How much keys that came in one message say that two identified people are one. A browser is often shared. */
const CERTAINTY = { external: 0.9, email: 0.85, phone: 0.8, anonymous: 0.3 } as const
const EVIDENCE = {
  external: 'ids together',
  email: 'addresses together',
  phone: 'same phone',
  anonymous: 'same browser',
} as const

/** Proposes for the queue of duplicates two identified people whose keys came together. What a human said stays. */
export async function proposeMet(tx: PoolClient, met: readonly Met[]): Promise<void> {
  const best = new Map<string, { low: string; high: string; by: Met['by'] }>()
  for (const { one, other, by } of met) {
    if (one === other) continue
    const [low, high] = one < other ? [one, other] : [other, one]
    const known = best.get(`${low}${high}`)
    if (known === undefined || CERTAINTY[by] > CERTAINTY[known.by]) best.set(`${low}${high}`, { low, high, by })
  }
  if (best.size === 0) return
  const rows = [...best.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  await tx.query(
    `insert into duplicates (low, high, certainty, evidence)
     select k.low, k.high, k.certainty, array[k.evidence] from unnest($1::uuid[], $2::uuid[], $3::real[], $4::text[]) as k(low, high, certainty, evidence)
     on conflict (low, high) do update set certainty = greatest(duplicates.certainty, excluded.certainty),
       evidence = array(select distinct e from unnest(duplicates.evidence || excluded.evidence) as e order by e)
     where duplicates.state in ('open', 'later') and not (duplicates.evidence @> excluded.evidence)`,
    [
      rows.map((row) => row.low),
      rows.map((row) => row.high),
      rows.map((row) => CERTAINTY[row.by]),
      rows.map((row) => EVIDENCE[row.by]),
    ],
  )
}
