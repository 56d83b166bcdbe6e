// Events over HTTP, answered after commit, beside fastify that stores nothing, one INSERT per event, and COPY on the server of the rows
// that were stored. Run: node bench/ingest.ts [SECONDS] (8 unless told). Goals: single events at least 0.7x of fastify without a store and
// 2.3x of one INSERT per event, batches of 100 at least 0.4x of COPY, p99 at most 50 ms at 64 connections, visible within 250 ms.
import { type ChildProcess, fork } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { readConfig } from '../server/config.ts'
import { connectDatabase } from '../server/db/connect-database.ts'
import { type Load, load, requestOf } from './ingest-load.ts'

const seconds = Number(process.argv[2] ?? 8)
/** Visits going on at the same time; each has five events on average, as visits to company sites have. */
const VISITS = 400
const EVENTS_OF_A_VISIT = 5
const TABLES = ['people', 'identities', 'facts', 'decisions', 'leads', 'clocks'] as const
const home = await mkdtemp(join(tmpdir(), 'ensemble-bench-'))
await chmod(home, 0o755)
const port = 20_000 + Math.floor(Math.random() * 20_000)
const database = await connectDatabase({ ...readConfig({ ENSEMBLE_HOME: home }) }, () => undefined)
const db = new Pool({ connectionString: database.url, max: 4 })
const visits = Array.from({ length: VISITS }, (_, visit) => visit)
let visitors = VISITS
let made = 0
let writeKey = 'none'

function event(): Record<string, unknown> {
  made += 1
  const visit = made % VISITS
  if (Math.random() < 1 / EVENTS_OF_A_VISIT) visits[visit] = visitors++
  const visitor = visits[visit] ?? 0
  const page = {
    path: `/p/${made % 97}`,
    url: `https://lume.example/p/${made % 97}`,
    title: 'Prices and plans',
    referrer: 'https://www.google.com/',
  }
  const isForm = made % 100 === 0
  return {
    type: isForm ? 'track' : 'page',
    messageId: `bench-${home.slice(-6)}-${made}`,
    anonymousId: `visitor-${visitor}`,
    timestamp: new Date().toISOString(),
    ...(isForm
      ? {
          event: 'Form Submitted',
          properties: { email: `v${visitor}@firm${visitor % 500}.example`, name: 'Ana Costa', form: 'demo' },
        }
      : { name: 'Prices', properties: page }),
    context: {
      page,
      userAgent: 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
      locale: 'en-GB',
      library: { name: 'analytics.js', version: 'next-1.84.3' },
    },
  }
}

async function serve(name: string): Promise<{ stop(): Promise<void> }> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'ingest-server.ts'), [name], {
    env: { ...process.env, PORT: String(port), ENSEMBLE_HOME: home, LOG_LEVEL: 'error' },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
  })
  return {
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function pressed(connections: number, ofBatch: number): Promise<Load & { perSecond: number }> {
  const one = (): Buffer => {
    if (ofBatch > 1)
      return requestOf('/v1/batch', JSON.stringify({ batch: Array.from({ length: ofBatch }, event) }), writeKey)
    const { type, ...body } = event()
    return requestOf(`/v1/${type}`, JSON.stringify(body), writeKey)
  }
  let until = performance.now() + 1_500
  const next = (): Buffer | null => (performance.now() < until ? one() : null)
  await load(port, connections, next)
  until = performance.now() + seconds * 1_000
  const result = await load(port, connections, next)
  if (result.refused > 0) throw new Error(`${result.refused} were refused: ${result.firstRefusal}`)
  return { ...result, perSecond: (result.answered * ofBatch) / (result.tookMs / 1_000) }
}

/** How long the server itself takes to COPY the stored rows from files into the same tables with the same indexes. */
async function copyOnServer(): Promise<{ ms: number; facts: number }> {
  const { rows } = await db.query<{ n: number }>('select count(*)::int as n from facts')
  const dir = '/tmp'
  const file = (table: string): string => join(dir, `ensemble-bench-${port}-${table}`)
  for (const table of TABLES) await db.query(`copy ${table} to '${file(table)}'`)
  await db.query(`truncate ${TABLES.join(', ')}`)
  await db.query('checkpoint')
  const startMs = performance.now()
  for (const table of TABLES) await db.query(`copy ${table} from '${file(table)}'`)
  const ms = performance.now() - startMs
  for (const table of TABLES) await rm(file(table), { force: true })
  return { ms, facts: rows[0]?.n ?? 0 }
}

async function measured(name: string, connections: number, ofBatch: number): Promise<Load & { perSecond: number }> {
  const server = await serve(name)
  try {
    return await pressed(connections, ofBatch)
  } finally {
    await server.stop()
  }
}

function say(name: string, { perSecond, p50Ms, p99Ms }: Load & { perSecond: number }): void {
  console.log(
    `${name.padEnd(34)} ${String(Math.round(perSecond)).padStart(7)} events/s   p50 ${p50Ms.toFixed(1)} ms   p99 ${p99Ms.toFixed(1)} ms`,
  )
}

try {
  await (await serve('ensemble')).stop()
  const { createWriteKey } = await import('../server/features/keys/create-write-key.ts')
  writeKey = (await createWriteKey({ db }, null, { name: 'bench' })).writeKey
  const bare = await measured('fastify', 64, 1)
  say('fastify, nothing stored', bare)
  const insert = await measured('insert', 64, 1)
  say('one INSERT per event', insert)
  const single = await measured('ensemble', 64, 1)
  say('ensemble, single events', single)
  console.log(
    `  ${(single.perSecond / bare.perSecond).toFixed(2)}x of fastify without a store (goal 0.7x), ${(single.perSecond / insert.perSecond).toFixed(2)}x of one INSERT per event (goal 2.3x), p99 goal 50 ms`,
  )
  await db.query(`truncate ${TABLES.join(', ')} cascade`)
  const batch = await measured('ensemble', 16, 100)
  say('ensemble, batches of 100', batch)
  const copied = await copyOnServer()
  const copyPerSecond = copied.facts / (copied.ms / 1_000)
  console.log(
    `COPY on the server                 ${String(Math.round(copyPerSecond)).padStart(7)} events/s   (${copied.facts} facts with people, keys, decisions, leads, clocks)`,
  )
  console.log(`  ${(batch.perSecond / copyPerSecond).toFixed(2)}x of COPY (goal 0.4x)`)
} finally {
  await db.end()
  await database.stop()
  await rm(home, { recursive: true, force: true })
}
