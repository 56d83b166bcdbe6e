import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'

const BATCH = 200
const LOCK = 5_206_140

/** A version in force whose terms running clocks take, with how far that has come. */
export type PendingChange = { version: number; fromMs: number; afterPerson: string | null }

type Row = { version: number; from_at: Date; after_person: string | null }

/** A version came into force at a person's running clocks. One message a version and person: telling it twice changes nothing. */
function changeOf(personId: string, { version, fromMs }: PendingChange): IncomingFact {
  return {
    kind: 'agreement.changed',
    at: fromMs,
    messageId: `agreement:${version}`,
    source: 'ensemble',
    actor: null,
    isHistory: false,
    who: { personId },
    touch: null,
    data: { version },
  }
}

/**
 * The versions that came into force by `nowMs` and have not reached every running clock, oldest first. A version that lets
 * running clocks keep their terms is done as soon as it is seen.
 */
export async function readPendingChanges(ctx: Context, nowMs: number): Promise<PendingChange[]> {
  const { rows: unseen } = await ctx.db.query<{ version: number; in_force_from: Date }>(
    `select version, in_force_from from agreements a
      where status in ('in force', 'superseded') and in_force_from <= $1
        and not exists (select 1 from clock_changes c where c.version = a.version)`,
    [new Date(nowMs)],
  )
  // Whoever signed may have been another process.
  if (unseen.some(({ version }) => ctx.agreements.byVersion(version) === null)) await ctx.agreements.refresh()
  for (const { version, in_force_from } of unseen) {
    const takes = ctx.agreements.byVersion(version)?.runningClocks === 'take'
    await ctx.db.query(
      'insert into clock_changes (version, from_at, done_at) values ($1, $2, $3) on conflict (version) do nothing',
      [version, in_force_from, takes ? null : new Date(nowMs)],
    )
  }
  const { rows } = await ctx.db.query<Row>(
    'select version, from_at, after_person from clock_changes where done_at is null order by from_at, version',
  )
  return rows.map((row) => ({ version: row.version, fromMs: row.from_at.getTime(), afterPerson: row.after_person }))
}

async function peopleAfter(db: Queryable, change: PendingChange): Promise<string[]> {
  const { rows } = await db.query<{ person_id: string }>(
    `select distinct person_id from clocks
      where ($1::uuid is null or person_id > $1) and started_at < $2 and team = 'sales' order by person_id limit $3`,
    [change.afterPerson, new Date(change.fromMs), BATCH],
  )
  return rows.map((row) => row.person_id)
}

/** Tells these people's stories of the version, those at the front of the queue before their turn. */
export async function changeClocksOf(ctx: Context, personIds: readonly string[], change: PendingChange): Promise<void> {
  if (personIds.length > 0)
    await recordFacts(
      ctx,
      personIds.map((id) => changeOf(id, change)),
    )
}

/** One bad story must not keep the others from the new terms. */
async function changeEach(ctx: Context, personIds: readonly string[], change: PendingChange): Promise<void> {
  try {
    await changeClocksOf(ctx, personIds, change)
  } catch (error) {
    if (personIds.length === 1) {
      ctx.log.error({ err: error, person: personIds[0] }, 'running clocks could not take new terms')
      return
    }
    for (const id of personIds) await changeEach(ctx, [id], change)
  }
}

/**
 * Brings one batch of running clocks under the oldest version that is not through with them yet. Returns how many people it
 * was; 0 when nothing is left. Several processes may ask: one works at a time, and where it stopped the next goes on.
 */
export async function changeRunningClocks(ctx: Context, nowMs: number): Promise<number> {
  if ((await readPendingChanges(ctx, nowMs)).length === 0) return 0
  return inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ held: boolean }>('select pg_try_advisory_xact_lock($1) as held', [LOCK])
    if (rows[0]?.held !== true) return 0
    // Read again under the lock: another process may have come further meanwhile.
    const [change] = await readPendingChanges(ctx, nowMs)
    if (change === undefined) return 0
    const people = await peopleAfter(tx, change)
    await changeEach(ctx, people, change)
    await tx.query(
      `update clock_changes set people = people + $2, after_person = coalesce($3, after_person), done_at = $4 where version = $1`,
      [change.version, people.length, people.at(-1) ?? null, people.length < BATCH ? new Date(nowMs) : null],
    )
    return people.length
  })
}
