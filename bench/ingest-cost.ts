// What one event costs, in what load by others does not distort: processor time of the server and of the database, WAL, rows, index
// entries, statements. Run: node bench/ingest-cost.ts [visits|new] [EVENTS] [EVENTS OF A BATCH] [--of fastify|insert] [--statements] [--profile FILE]
import { parseArgs } from 'node:util'
import { eventsOf } from './ingest-events.ts'
import { openHouse } from './ingest-house.ts'
import { load, requestOf } from './ingest-load.ts'
import { untilTaken } from './ingest-waiting.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    statements: { type: 'boolean', default: false },
    of: { type: 'string', default: 'ensemble' },
    profile: { type: 'string' },
  },
})
const shape = positionals[0] === 'new' ? 'new' : 'visits'
const events = Number(positionals[1] ?? 20_000)
const ofBatch = Number(positionals[2] ?? 1)
const house = await openHouse({ withStatements: values.statements })
const { db } = house

type Counters = { wal: number; inserted: number; updated: number; commits: number }

async function counters(): Promise<Counters> {
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  const { rows } = await db.query<Counters>(
    `select (pg_current_wal_lsn() - '0/0')::float8 as wal, xact_commit::float8 as commits, tup_inserted::float8 as inserted, tup_updated::float8 as updated
     from pg_stat_database where datname = current_database()`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('no counters')
  return row
}

async function sayTables(): Promise<void> {
  const { rows } = await db.query<{ name: string; inserted: number; updated: number; hot: number; indexes: number }>(
    `select relname as name, n_tup_ins::float8 as inserted, n_tup_upd::float8 as updated, n_tup_hot_upd::float8 as hot,
       (select count(*)::int from pg_index i where i.indrelid = t.relid) as indexes
     from pg_stat_user_tables t where n_tup_ins + n_tup_upd > $1 order by n_tup_ins + n_tup_upd desc`,
    [events / 100],
  )
  for (const { name, inserted, updated, hot, indexes } of rows)
    console.log(
      `  ${name.padEnd(16)} ${(inserted / events).toFixed(2)} rows added, ${(updated / events).toFixed(2)} changed (${updated === 0 ? 0 : Math.round((hot / updated) * 100)} % in place), ${indexes} indexes`,
    )
}

async function sayStatements(): Promise<void> {
  const { rows } = await db.query<{ query: string; calls: number; ms: number; wal: number }>(
    `select query, calls::float8 as calls, total_exec_time as ms, wal_bytes::float8 as wal from pg_stat_statements order by total_exec_time desc limit 16`,
  )
  for (const { query, calls, ms, wal } of rows)
    console.log(
      `  ${((ms / events) * 1_000).toFixed(1).padStart(7)} us  ${String(Math.round(wal / events)).padStart(5)} B WAL  ${(calls / events).toFixed(4)} calls  ${query.replace(/\s+/g, ' ').slice(0, 110)}`,
    )
}

try {
  await (await house.serve('ensemble')).stop()
  const server = await house.serve(values.of, values.profile)
  const { createWriteKey } = await import('../server/features/keys/create-write-key.ts')
  const { writeKey } = await createWriteKey({ db }, null, { name: 'bench' })
  let left = 0
  const press = async (run: string, count: number) => {
    left = count
    const event = eventsOf(shape, run)
    return load(house.port, ofBatch > 1 ? 16 : 64, () => {
      if (left <= 0) return null
      left -= ofBatch
      if (ofBatch > 1)
        return requestOf('/v1/batch', JSON.stringify({ batch: Array.from({ length: ofBatch }, event) }), writeKey)
      const { type, ...body } = event()
      return requestOf(`/v1/${type}`, JSON.stringify(body), writeKey)
    })
  }
  await press('warm', 3_000)
  if (values.statements) {
    await db.query('create extension if not exists pg_stat_statements')
    await db.query('select pg_stat_statements_reset()')
  }
  await db.query('checkpoint')
  await db.query('select pg_stat_reset()')
  if (values.profile !== undefined) await server.profile()
  const before = await counters()
  const cpuBefore = { server: await server.cpu(), database: await house.databaseCpuMs() }
  const pressed = await press('run', events)
  const waited = await untilTaken(db)
  const spent = await server.cpu()
  const cpu = {
    server: spent.allMs - cpuBefore.server.allMs,
    main: spent.mainMs - cpuBefore.server.mainMs,
    database: (await house.databaseCpuMs()) - cpuBefore.database,
  }
  const after = await counters()
  const us = (ms: number): string => String(Math.round((ms / events) * 1_000))
  console.log(
    `${values.of}, ${shape}, ${ofBatch > 1 ? `batches of ${ofBatch}` : 'single events'}: ${Math.round(events / (pressed.tookMs / 1_000))} events/s, p50 ${pressed.p50Ms.toFixed(1)} ms, p99 ${pressed.p99Ms.toFixed(1)} ms, ${pressed.refused} refused ${pressed.firstRefusal}`,
  )
  if (waited.first > 0)
    console.log(
      `${waited.first} still waited in the inbox, for ${Math.round(waited.ms)} ms: ${Math.round(events / ((pressed.tookMs + waited.ms) / 1_000))} events/s until all were in their stories`,
    )
  console.log(`the load itself: ${us(pressed.cpuMs)} us an event`)
  console.log(
    `an event: ${us(cpu.server)} us of the server (${us(cpu.main)} us where requests are answered), ${us(cpu.database)} us of the database, ${Math.round((after.wal - before.wal) / events)} bytes of WAL, ${((after.inserted - before.inserted) / events).toFixed(2)} rows added, ${((after.updated - before.updated) / events).toFixed(2)} changed; ${(events / (after.commits - before.commits)).toFixed(1)} events a commit`,
  )
  await sayTables()
  if (values.statements) await sayStatements()
  await server.stop()
} finally {
  await house.close()
}
