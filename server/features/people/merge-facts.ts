import type { FactData } from '@ensemble/engine/facts/kinds.ts'
import type { PoolClient } from 'pg'
import { newId } from '../../db/new-id.ts'
import { insertRows } from '../../db/write-rows.ts'
import { FACTS } from '../facts/tables.ts'

type Kind = 'people.merged' | 'merge.undone' | 'person.identified' | 'fact.retracted'
type Made = { [K in Kind]: { kind: K; data: FactData[K] } }[Kind]

/** Appends what the merge itself adds to a story; the story is folded anew afterwards. Returns the ids. */
export async function appendFacts(
  tx: PoolClient,
  personId: string,
  actor: string,
  nowMs: number,
  made: readonly Made[],
): Promise<string[]> {
  const ids = made.map(() => newId(nowMs))
  await insertRows(
    tx,
    FACTS,
    made.map(({ kind, data }, index) => {
      const id = ids[index] ?? ''
      const cells: Record<string, string | number | boolean | object | null> = {
        person_id: personId,
        fact_id: id,
        kind,
        occurred_at: nowMs,
        recorded_at: nowMs,
        message_id: `merge:${id}`,
        source: 'app',
        actor,
        is_history: false,
        data,
      }
      return Object.keys(FACTS.columns).map((column) => cells[column] ?? null)
    }),
  )
  return ids
}
