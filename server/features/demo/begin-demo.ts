import type { Pool } from 'pg'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { type DemoProgress, readProgress, saveProgress } from './demo-progress.ts'

export type DemoInput = { leads: number; seed: number }

const LOCK = 6_720_933

/**
 * Marks the demo as begun, once: refused where leads are, or another demo is being made. One that was cut off goes on with
 * its own size and seed. `also` happens in the same transaction.
 */
export async function beginDemo(
  db: Pool,
  { leads, seed }: DemoInput,
  nowMs: number,
  also: (tx: Queryable) => Promise<void> = async () => undefined,
): Promise<DemoProgress> {
  return inTransaction(db, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK])
    const before = await readProgress(tx)
    if (before !== null && before.status !== 'done') {
      if (before.total !== leads || before.seed !== seed) throw unfinished(before)
      const again = { ...before, status: 'running' as const, error: null }
      await saveProgress(tx, again)
      await also(tx)
      return again
    }
    const { rows } = await tx.query<{ has: boolean }>('select exists (select 1 from leads) as has')
    if (rows[0]?.has === true) throw notEmpty()
    const begun = { status: 'running' as const, done: 0, total: leads, seed, endsAt: nowMs, error: null }
    await saveProgress(tx, begun)
    await also(tx)
    return begun
  })
}

function notEmpty(): Problem {
  return new Problem(
    'conflict',
    'There are leads here already; the demo company goes only into an empty installation.',
    {
      mend: 'Start another installation with its own folder (ENSEMBLE_HOME) and make the demo there.',
    },
  )
}

function unfinished({ total, seed, done }: DemoProgress): Problem {
  return new Problem('conflict', `A demo of ${total} leads with seed ${seed} is unfinished (${done} are made).`, {
    mend: 'Ask for the same number and seed again, and it goes on.',
  })
}
