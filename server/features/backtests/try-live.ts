import type { LiveFigures } from '@ensemble/engine/backtest/live-figures.ts'
import type { Segment } from '@ensemble/engine/backtest/segment.ts'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { Period } from './question.ts'
import { titleOf } from './run-backtest.ts'
import { surroundingsOf } from './surroundings-of.ts'
import { type WarmWorker, warmWorker } from './warm-worker.ts'

export type LiveReport = {
  from: string
  to: string
  zone: string
  segment: Segment
  draft: { title: string }
  inForce: { version: number; title: string }
  /** ISO: the last moment of which something is recorded. */
  knownUntil: string
  /** ISO: when the history was read that answers. */
  readAt: string
  /** Whether the history was held from an earlier question. */
  isWarm: boolean
  tookMs: number
  figures: LiveFigures
}

type Shared = { worker: WarmWorker; asking: Map<string, AbortController> }
const houses = new WeakMap<object, Shared>()

/** Changes whenever facts, absences, people or learned scores were written: counters that PostgreSQL keeps anyway. */
async function markOf({ db }: Pick<Context, 'db'>): Promise<string> {
  const { rows } = await db.query<{ mark: string | null }>(
    `select string_agg(n_tup_ins || ' ' || n_tup_upd || ' ' || n_tup_del, ',' order by relname) as mark
       from pg_stat_user_tables where relname in ('facts', 'absences', 'users', 'models') and schemaname = current_schema()`,
  )
  return rows[0]?.mark ?? ''
}

/**
 * The headline figures of a draft beside the version in force, from a history that is held in memory for some minutes: the
 * first question reads it, the next ones are answered at once. Stores nothing. One person has one question open: asking
 * again, or leaving, drops the one before.
 */
export async function tryLive(
  ctx: Context,
  caller: Pick<Caller, 'id'>,
  asked: Period & { document: string },
  left: AbortSignal,
): Promise<LiveReport> {
  const beganMs = performance.now()
  const title = await titleOf(ctx, asked.document)
  const shared = houses.get(ctx.db) ?? { worker: warmWorker(), asking: new Map<string, AbortController>() }
  houses.set(ctx.db, shared)
  shared.asking.get(caller.id)?.abort(superseded())
  const mine = new AbortController()
  shared.asking.set(caller.id, mine)
  try {
    const [{ databaseUrl, zone, nowMs, inForce }, mark] = await Promise.all([surroundingsOf(ctx, asked), markOf(ctx)])
    const question = { ...asked, zone, nowMs, inForce }
    const signal = AbortSignal.any([mine.signal, left])
    const { figures, untilMs, readAtMs, isWarm } = await shared.worker.ask({ databaseUrl, question, mark }, signal)
    return {
      from: asked.from,
      to: asked.to,
      zone,
      segment: asked.segment,
      draft: { title },
      inForce: { version: inForce.version, title: inForce.title },
      knownUntil: new Date(untilMs).toISOString(),
      readAt: new Date(readAtMs).toISOString(),
      isWarm,
      tookMs: Math.round(performance.now() - beganMs),
      figures,
    }
  } finally {
    if (shared.asking.get(caller.id) === mine) shared.asking.delete(caller.id)
  }
}

function superseded(): Problem {
  return new Problem('conflict', 'A newer text is being tried.', { mend: 'Wait for its answer.' })
}
