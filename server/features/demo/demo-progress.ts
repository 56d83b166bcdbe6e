import { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import { CHANNEL } from '../../http/bus.ts'

const KEY = 'demo'

const progress = z.object({
  status: z.enum(['running', 'done', 'failed']),
  /** People told so far, and altogether. */
  done: z.int(),
  total: z.int(),
  seed: z.int(),
  /** Epoch ms at which the demo stops; kept, so that a job begun anew tells the same stories. */
  endsAt: z.number(),
  error: z.string().nullable(),
})

export type DemoProgress = z.output<typeof progress>

/** How far the demo company is, or null when none was ever begun. */
export async function readProgress(db: Queryable): Promise<DemoProgress | null> {
  const { rows } = await db.query<{ value: unknown }>('select value from settings where key = $1', [KEY])
  return rows[0] === undefined ? null : progress.parse(rows[0].value)
}

/** Stores how far it is, and tells the screens. */
export async function saveProgress(db: Queryable, value: DemoProgress): Promise<void> {
  await db.query(
    `insert into settings (key, value) values ($1, $2)
     on conflict (key) do update set value = excluded.value, updated_at = now()`,
    [KEY, JSON.stringify(value)],
  )
  await db.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify({ event: 'demo' })])
}
