import type { PoolBook } from '@ensemble/engine/routing/roster.ts'
import type { PoolClient } from 'pg'

type Books = ReadonlyMap<string, PoolBook>

/** As the books stood, to tell afterwards what has moved. */
export function copyBooks(books: Books): Books {
  return new Map([...books].map(([pool, book]) => [pool, structuredClone(book)]))
}

/** Stores whose turn it is and how far the rounds are, where that has moved. Limits are counted from the hand-overs. */
export async function saveBooks(tx: PoolClient, before: Books, books: Books): Promise<void> {
  const rows: { pool: string; user_id: string; turn: number; credits: number; served_until: number | null }[] = []
  const rounds: { pool: string; now: number }[] = []
  for (const [pool, book] of books) {
    const old = before.get(pool)
    const { finish, now } = book.rounds
    if (old?.rounds.now !== now) rounds.push({ pool, now })
    for (const id of new Set([...book.turns.keys(), ...book.credits.keys(), ...finish.keys()])) {
      const row = {
        pool,
        user_id: id,
        turn: book.turns.get(id) ?? 0,
        credits: book.credits.get(id) ?? 0,
        served_until: finish.get(id) ?? null,
      }
      const isSame =
        row.turn === (old?.turns.get(id) ?? 0) &&
        row.credits === (old?.credits.get(id) ?? 0) &&
        row.served_until === (old?.rounds.finish.get(id) ?? null)
      if (!isSame) rows.push(row)
    }
  }
  if (rows.length > 0)
    await tx.query(
      `insert into turns (pool, user_id, turn, credits, served_until)
       select pool, user_id, turn, credits, served_until
       from json_to_recordset($1::json) as r(pool text, user_id uuid, turn bigint, credits integer, served_until double precision)
       on conflict (pool, user_id) do update
         set turn = excluded.turn, credits = excluded.credits, served_until = excluded.served_until`,
      [JSON.stringify(rows)],
    )
  if (rounds.length > 0)
    await tx.query(
      `insert into rounds (pool, now) select pool, now from json_to_recordset($1::json) as r(pool text, now double precision)
       on conflict (pool) do update set now = excluded.now`,
      [JSON.stringify(rounds)],
    )
}
