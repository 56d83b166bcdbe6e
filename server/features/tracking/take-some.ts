import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { PreparedFact } from '../facts/prepare-facts.ts'
import { recordInTransaction, retried } from '../facts/record-facts.ts'
import { isPassing } from './passing-fault.ts'
import { freshRules } from './receive.ts'
import { readWaiting, splitWaiting, writeWaiting } from './waiting-message.ts'

export type Taken = { rows: number; messages: number; recorded: number; duplicate: number; failed: number }
type Row = { inbox_id: string; messages: number; body: string }

/** One message after another that cannot be taken in is no fault of the messages. */
const MOST_FAILED_IN_A_ROW = 20

/** The next rows that wait, or these very ones; rows that somebody else is taking are left to them. */
async function take(tx: PoolClient, which: number | readonly string[]): Promise<Row[]> {
  const isCount = typeof which === 'number'
  const { rows } = await tx.query<Row>(
    `delete from inbox where inbox_id = any(array(
       select inbox_id from inbox where ${isCount ? 'failed_at is null order by inbox_id limit $1' : 'inbox_id = any($1::bigint[]) order by inbox_id'} for update skip locked))
     returning inbox_id, messages, body`,
    [which],
  )
  return rows.sort((a, b) => Number(a.inbox_id) - Number(b.inbox_id))
}

class Failed extends Error {
  readonly rows: readonly Row[]
  constructor(rows: readonly Row[], cause: unknown) {
    super('messages could not be taken in', { cause })
    this.rows = rows
  }
}

/** Records what rows taken out in this transaction hold. */
async function record(tx: PoolClient, ctx: Context, { rows, messages }: Read): Promise<Taken> {
  const taken: Taken = { rows: rows.length, messages: messages.length, recorded: 0, duplicate: 0, failed: 0 }
  if (rows.length === 0) return taken
  const recorded = await recordInTransaction(tx, ctx, messages.flat(), { onRefused: 'report' }, ctx.now())
  let first = 0
  for (const message of messages) {
    if (recorded[first]?.status === 'duplicate') taken.duplicate += 1
    else taken.recorded += 1
    first += message.length
  }
  return taken
}

type Read = { rows: Row[]; messages: PreparedFact[][] }

const readRows = (rows: Row[]): Read => ({ rows, messages: rows.flatMap((row) => readWaiting(row.body)) })

/** Takes rows out and records what they hold, in one transaction: both or neither. */
async function takeAndRecord(ctx: Context, which: number | readonly string[]): Promise<Taken> {
  let rows: Row[] = []
  await freshRules(ctx)
  try {
    return await retried(() =>
      inTransaction(ctx.db, async (tx) => {
        rows = await take(tx, which)
        return record(tx, ctx, readRows(rows))
      }),
    )
  } catch (error) {
    if (rows.length === 0 || isPassing(error)) throw error
    throw new Failed(rows, error)
  }
}

/** Rows that were taken out and read ahead, in a transaction that is still open. */
export type Ahead = {
  /** Whether there were as many as were asked for. */
  isFull: boolean
  /** Records what they hold and commits. Others must not record at the same time: they would often meet. */
  finish(): Promise<Taken>
  /** Puts them back. */
  leave(): Promise<void>
}

/**
 * Takes rows out and reads them while others are being written: the database and this thread work at the same time. What cannot be finished is put back
 * and taken once more by itself, as `takeSome` does it.
 */
export async function takeAhead(ctx: Context, mostRows: number): Promise<Ahead> {
  await freshRules(ctx)
  const tx = await ctx.db.connect()
  let rows: Row[] = []
  const leave = async (): Promise<void> => {
    const isBroken = await tx.query('rollback').then(
      () => false,
      () => true,
    )
    tx.release(isBroken)
  }
  try {
    await tx.query('begin')
    rows = await take(tx, mostRows)
    const read: Read = { rows, messages: [] }
    for (const row of rows) {
      read.messages.push(...readWaiting(row.body))
      // Those who write meanwhile come first.
      await nextTurn()
    }
    return {
      isFull: rows.length === mostRows,
      leave,
      async finish() {
        try {
          const taken = await record(tx, ctx, read)
          await tx.query('commit')
          tx.release()
          return taken
        } catch {
          await leave()
          return takeThese(
            ctx,
            rows.map((row) => row.inbox_id),
          )
        }
      },
    }
  } catch (error) {
    await leave()
    if (rows.length === 0) throw error
    const ids = rows.map((row) => row.inbox_id)
    return { isFull: true, leave: async () => undefined, finish: () => takeThese(ctx, ids) }
  }
}

/** Messages of one row, each as a row of its own. */
async function split(ctx: Context, row: Row): Promise<string[]> {
  return inTransaction(ctx.db, async (tx) => {
    const [taken] = await take(tx, [row.inbox_id])
    if (taken === undefined) return []
    const { rows } = await tx.query<{ inbox_id: string }>(
      `insert into inbox (received_at, messages, body)
       select $1, 1, line from unnest($2::text[]) as line returning inbox_id`,
      [new Date(ctx.now()), splitWaiting(taken.body)],
    )
    return rows.map((each) => each.inbox_id)
  })
}

/** What is kept for long is kept as the facts it says, without what else was sent. */
function asFacts(body: string): string {
  try {
    return readWaiting(body).map(writeWaiting).join('\n')
  } catch {
    return body
  }
}

async function keepFailed(ctx: Context, row: Row, cause: unknown): Promise<void> {
  const why = (cause instanceof Error ? cause.message : String(cause)).replaceAll('\0', '').toWellFormed().slice(0, 500)
  ctx.log.error({ err: cause, inboxId: row.inbox_id }, 'a message could not be taken in; it is kept and tried again')
  await ctx.db.query('update inbox set failed_at = $2, why = $3, body = $4 where inbox_id = $1', [
    row.inbox_id,
    new Date(ctx.now()),
    why,
    asFacts(row.body),
  ])
}

function sum(a: Taken, b: Taken): Taken {
  return {
    rows: a.rows + b.rows,
    messages: a.messages + b.messages,
    recorded: a.recorded + b.recorded,
    duplicate: a.duplicate + b.duplicate,
    failed: a.failed + b.failed,
  }
}

/** Halves what failed until the message that spoils it stands alone: that one is kept with the reason, and all others are taken in. */
async function takeApart(ctx: Context, failed: Failed, inARow: { count: number }): Promise<Taken> {
  const [row] = failed.rows
  if (row === undefined) throw failed
  if (failed.rows.length === 1 && row.messages === 1) {
    inARow.count += 1
    if (inARow.count > MOST_FAILED_IN_A_ROW) throw failed.cause
    await keepFailed(ctx, row, failed.cause)
    return { rows: 1, messages: 1, recorded: 0, duplicate: 0, failed: 1 }
  }
  const ids = failed.rows.length === 1 ? await split(ctx, row) : failed.rows.map((each) => each.inbox_id)
  const half = Math.ceil(ids.length / 2)
  return sum(await takeThese(ctx, ids.slice(0, half), inARow), await takeThese(ctx, ids.slice(half), inARow))
}

async function takeThese(ctx: Context, ids: readonly string[], inARow = { count: 0 }): Promise<Taken> {
  if (ids.length === 0) return { rows: 0, messages: 0, recorded: 0, duplicate: 0, failed: 0 }
  try {
    const taken = await takeAndRecord(ctx, ids)
    inARow.count = 0
    return taken
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    return takeApart(ctx, error, inARow)
  }
}

/**
 * Takes up to so many rows of the inbox into people's stories. A row is gone when its facts are committed, so that each counts once whoever is killed
 * when. A message that cannot be recorded is set aside and harms no other. Throws when the database is away: everything then still waits.
 */
export async function takeSome(ctx: Context, mostRows: number): Promise<Taken> {
  try {
    return await takeAndRecord(ctx, mostRows)
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    return takeApart(ctx, error, { count: 0 })
  }
}

/** Tries again what was set aside before a moment: a newer build may know better. */
export async function takeFailed(ctx: Context, beforeMs: number): Promise<Taken> {
  const { rows } = await ctx.db.query<{ inbox_id: string }>(
    'select inbox_id from inbox where failed_at < $1 order by inbox_id limit 200',
    [new Date(beforeMs)],
  )
  let all: Taken = { rows: 0, messages: 0, recorded: 0, duplicate: 0, failed: 0 }
  for (const { inbox_id } of rows) all = sum(all, await takeThese(ctx, [inbox_id]))
  return all
}
