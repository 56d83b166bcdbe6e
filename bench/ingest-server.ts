import { writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import Fastify from 'fastify'
import { Pool } from 'pg'
import { openContext } from '../server/compose.ts'
import { readConfig } from '../server/config.ts'
import { startServer } from '../server/main.ts'

// One of the servers that bench/ingest.ts loads, as a process of its own: `fastify` stores nothing, `insert` does one INSERT
// per event into a table with the same two indexes, `ensemble` is the product.

const TABLE = `create table if not exists bench_events (user_id text not null, message_id text not null, ts timestamptz not null, event text, body jsonb not null,
  primary key (user_id, message_id))`
const message = {
  type: 'object',
  required: ['messageId', 'anonymousId'],
  properties: {
    messageId: { type: 'string', maxLength: 200 },
    anonymousId: { type: 'string', maxLength: 200 },
    event: { type: 'string' },
    timestamp: { type: 'string' },
    context: { type: 'object' },
    properties: { type: 'object' },
  },
} as const
type Event = { messageId: string; anonymousId: string; timestamp?: string; event?: string }

async function rival(name: string, port: number): Promise<void> {
  const opened = name === 'insert' ? await openContext(readConfig()) : null
  const db = opened === null ? null : new Pool({ connectionString: opened.url, max: 20 })
  await db?.query(TABLE)
  await db?.query('create index if not exists bench_events_recent on bench_events (user_id, ts)')
  const app = Fastify({ bodyLimit: 512_000 })
  const store = async (each: Event): Promise<void> => {
    await db?.query('insert into bench_events values ($1, $2, $3, $4, $5) on conflict do nothing', [
      each.anonymousId,
      each.messageId,
      each.timestamp ?? new Date(),
      each.event ?? null,
      JSON.stringify(each),
    ])
  }
  for (const path of ['/v1/track', '/v1/page'])
    app.post<{ Body: Event }>(path, { schema: { body: message } }, async ({ body }) => {
      await store(body)
      return { success: true }
    })
  app.post<{ Body: { batch: Event[] } }>(
    '/v1/batch',
    {
      schema: {
        body: { type: 'object', required: ['batch'], properties: { batch: { type: 'array', items: message } } },
      },
    },
    async ({ body }) => {
      for (const each of body.batch) await store(each)
      return { success: true, recorded: body.batch.length }
    },
  )
  await app.listen({ port, host: '127.0.0.1' })
}

const [name = 'ensemble'] = process.argv.slice(2)
const config = readConfig()
if (name === 'ensemble') await startServer(config, () => undefined)
else await rival(name, config.port)
const profiler = new Session()

/** `cpu` asks for the processor time used so far, `profile` begins a profile, which `stop` writes where PROFILE says. */
process.on('message', async (what) => {
  if (what === 'profile') {
    profiler.connect()
    await profiler.post('Profiler.enable')
    await profiler.post('Profiler.start')
  }
  if (what === 'stop') {
    if (process.env.PROFILE !== undefined) {
      const { profile } = await profiler.post('Profiler.stop')
      await writeFile(process.env.PROFILE, JSON.stringify(profile))
    }
    process.exit(0)
  }
  const [all, main] = [process.cpuUsage(), process.threadCpuUsage()]
  process.send?.({ allMs: (all.user + all.system) / 1_000, mainMs: (main.user + main.system) / 1_000 })
})
process.send?.('ready')
