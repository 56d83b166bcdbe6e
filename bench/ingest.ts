// Events over HTTP, answered after commit, beside fastify that stores nothing, one INSERT per event, and COPY on the server of the rows
// that were stored. Run: node bench/ingest.ts [SECONDS] [single|batch|crowd] (8 seconds, all three parts unless told). Goals: single events at least 0.7x of fastify without a store and
// 2.3x of one INSERT per event, batches of 100 at least 0.4x of COPY, p99 at most 50 ms at 64 connections, on the screen within 250 ms,
// under five times the connections 0.8x of what is stored otherwise. What others do on the machine meanwhile counts: see also ingest-cost.ts.
import { rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { eventsOf, type Shape } from './ingest-events.ts'
import { openHouse } from './ingest-house.ts'
import { type Load, load, requestOf } from './ingest-load.ts'
import { visibleAfter } from './ingest-visible.ts'
import { untilTaken } from './ingest-waiting.ts'

const seconds = Number(process.argv[2] ?? 8)
const part = process.argv[3] ?? 'all'
const TABLES = ['people', 'identities', 'facts', 'decisions', 'leads', 'clocks'] as const
/** `takenPerSecond`: until the last was in its story, the inbox empty. */
type Rate = Load & { perSecond: number; takenPerSecond: number }

const house = await openHouse()
const { db, port } = house
let writeKey = 'none'
let runs = 0

async function pressed(shape: Shape, connections: number, ofBatch: number): Promise<Rate> {
  runs += 1
  const event = eventsOf(shape, `run${runs}`)
  const one = (): Buffer => {
    if (ofBatch > 1)
      return requestOf('/v1/batch', JSON.stringify({ batch: Array.from({ length: ofBatch }, event) }), writeKey)
    const { type, ...body } = event()
    return requestOf(`/v1/${type}`, JSON.stringify(body), writeKey)
  }
  let until = performance.now() + 1_500
  const next = (): Buffer | null => (performance.now() < until ? one() : null)
  // The first moments of a server are its compiler's; and COPY, too, begins with nothing left to do.
  await load(port, connections, next)
  await untilTaken(db)
  const startMs = performance.now()
  until = startMs + seconds * 1_000
  const result = await load(port, connections, next)
  await untilTaken(db)
  const takenPerSecond = (result.accepted * ofBatch) / ((performance.now() - startMs) / 1_000)
  return { ...result, perSecond: (result.accepted * ofBatch) / (result.tookMs / 1_000), takenPerSecond }
}

/** How long the server itself takes to COPY the stored rows from files into the same tables with the same indexes, in one transaction. */
async function copyOnServer(): Promise<number> {
  const { rows } = await db.query<{ n: number }>('select count(*)::int as n from facts')
  const file = (table: string): string => `/tmp/ensemble-bench-${port}-${table}`
  for (const table of TABLES) await db.query(`copy ${table} to '${file(table)}'`)
  await db.query(`truncate ${TABLES.join(', ')}`)
  await db.query('checkpoint')
  const startMs = performance.now()
  await db.query(`begin; ${TABLES.map((table) => `copy ${table} from '${file(table)}'`).join('; ')}; commit`)
  const ms = performance.now() - startMs
  for (const table of TABLES) await rm(file(table), { force: true })
  return (rows[0]?.n ?? 0) / (ms / 1_000)
}

async function measured(name: string, shape: Shape, connections: number, ofBatch: number): Promise<Rate> {
  const server = await house.serve(name)
  try {
    return await pressed(shape, connections, ofBatch)
  } finally {
    await server.stop()
  }
}

function say(name: string, { perSecond, takenPerSecond, p50Ms, p99Ms, refused, firstRefusal }: Rate): void {
  console.log(
    `${name.padEnd(44)} ${String(Math.round(perSecond)).padStart(6)} events/s   p50 ${p50Ms.toFixed(1)} ms   p99 ${p99Ms.toFixed(1)} ms`,
  )
  if (takenPerSecond < perSecond * 0.99)
    console.log(`  ${Math.round(takenPerSecond)} events/s until all of them were in their stories`)
  if (refused > 0) console.log(`  ${refused} refused: ${firstRefusal.split('\r\n')[0]}`)
}

const goal = (is: number, wanted: number, digits = 2): string =>
  `${is.toFixed(digits)} (goal ${wanted}${is >= wanted ? '' : ', not reached'})`
const atMost = (isMs: number, wantedMs: number): string =>
  `${isMs.toFixed(0)} ms (goal ${wantedMs} ms${isMs <= wantedMs ? '' : ', not reached'})`

async function singly(): Promise<void> {
  const single = await measured('ensemble', 'visits', 64, 1)
  say('ensemble, single events', single)
  if (part !== 'crowd') {
    const bare = await measured('fastify', 'visits', 64, 1)
    say('fastify, nothing stored', bare)
    const insert = await measured('insert', 'visits', 64, 1)
    say('one INSERT per event, committed', insert)
    console.log(
      `  of fastify without a store ${goal(single.perSecond / bare.perSecond, 0.7)}, of one INSERT per event ${goal(single.perSecond / insert.perSecond, 2.3)}, p99 ${atMost(single.p99Ms, 50)}`,
    )
    console.log(
      `  until all were in their stories: of fastify ${(single.takenPerSecond / bare.perSecond).toFixed(2)}, of one INSERT per event ${(single.takenPerSecond / insert.perSecond).toFixed(2)}`,
    )
    say('ensemble, every event a new visitor', await measured('ensemble', 'new', 64, 1))
  }
  if (part !== 'single') await inACrowd(single)
}

async function inBatches(): Promise<void> {
  await db.query(`truncate ${TABLES.join(', ')} cascade`)
  const batch = await measured('ensemble', 'visits', 16, 100)
  say('ensemble, batches of 100', batch)
  const copied = await copyOnServer()
  console.log(`${'COPY on the server of what they left'.padEnd(44)} ${String(Math.round(copied)).padStart(6)} events/s`)
  console.log(`  of COPY, until all were in their stories ${goal(batch.takenPerSecond / copied, 0.4)}`)
}

async function inACrowd(single: Rate): Promise<void> {
  const server = await house.serve('ensemble')
  try {
    const perSecond = Math.min(1_000, Math.floor(single.perSecond * 0.6))
    await pressed('visits', 8, 1)
    const visible = await visibleAfter(house, { writeKey, perSecond, seconds, event: eventsOf('visits', 'seen') })
    console.log(
      `on the seller's screen at ${Math.round(visible.perSecond)} events/s: p50 ${visible.p50Ms.toFixed(0)} ms, p99 ${atMost(visible.p99Ms, 250)}; ${visible.heard} of ${visible.sent} forms heard`,
    )
    const flood = await pressed('visits', 320, 1)
    say('five times the connections, impatient', flood)
    console.log(
      `  of what is stored otherwise ${goal(flood.perSecond / single.perSecond, 0.8)}, p99 of the accepted ${atMost(flood.p99Ms, 500)}`,
    )
  } finally {
    await server.stop()
  }
}

try {
  console.log(
    `load of the machine before the run: ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')}`,
  )
  await (await house.serve('ensemble')).stop()
  const { createWriteKey } = await import('../server/features/keys/create-write-key.ts')
  writeKey = (await createWriteKey({ db }, null, { name: 'bench' })).writeKey
  if (part !== 'batch') await singly()
  if (part === 'all' || part === 'batch') await inBatches()
} finally {
  await house.close()
}
