import { Logger, runMigrations as migrateQueue } from 'graphile-worker'
import type { ClientBase, Pool } from 'pg'
import { pino } from 'pino'
import { type Config, readConfig } from './config.ts'
import type { Context } from './context.ts'
import { connectDatabase } from './db/connect-database.ts'
import { migrate } from './db/migrate.ts'
import { openPool } from './db/open-pool.ts'
import { readBook } from './features/agreements/read-book.ts'
import { listenBus } from './http/listen-bus.ts'
import { installationSecret } from './secret.ts'

export type Opened = { ctx: Context; url: string; close(): Promise<void> }

const CONNECTIONS = 20
/** Two that record and one that puts into the inbox. */
const RECEIVING_CONNECTIONS = 3
const KEEP_MS = 60_000
/** More would only wait for the processors: what runs on them takes a millisecond. */
const READING_CONNECTIONS = 6
/** What is prepared there finds rows by key: a plan made while the tables are empty must be the one for full tables. */
const BY_KEY = `set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set jit = off; set max_parallel_workers_per_gather = 0; set plan_cache_mode = force_generic_plan`

/** For a pool whose connections do the same few things by key, in great numbers. */
export async function planByKey(client: ClientBase): Promise<void> {
  await client.query(BY_KEY)
}

/** Opens the database of this installation, brings its schema up to date, and makes the context every verb works in. */
export async function openContext(
  config: Config = readConfig(),
  log: (line: string) => void = () => undefined,
): Promise<Opened> {
  const database = await connectDatabase(config, log)
  const bringUp = async (db: Pool): Promise<void> => {
    const applied = await migrate(db)
    // The queue's own tables; a process without a worker puts jobs there too.
    await migrateQueue({ pgPool: db, logger: new Logger(() => () => undefined) })
    if (applied.length > 0) log(`Brought the database up to ${applied.at(-1)}.`)
  }
  const opened = await contextAt(database.url, config, bringUp).catch(async (error: unknown) => {
    await database.stop().catch(() => undefined)
    throw error
  })
  return {
    ...opened,
    async close() {
      await opened.close()
      await database.stop()
    },
  }
}

/** The context at a database that stands: in another thread of a process that has opened it. `prepare` comes before anything is read. */
export async function contextAt(
  url: string,
  config: Config,
  prepare: (db: Pool) => Promise<void> = async () => undefined,
): Promise<Opened> {
  const logger = pino({ level: config.logLevel }, pino.destination(2))
  const onLost = (what: string): void => logger.warn(`a database connection was lost: ${what}`)
  const db = openPool({ connectionString: url, max: CONNECTIONS }, onLost)
  const receivingDb = openPool(
    { connectionString: url, max: RECEIVING_CONNECTIONS, pipeline: true, onConnect: planByKey },
    onLost,
  )
  const readingDb = openPool(
    { connectionString: url, max: READING_CONNECTIONS, pipeline: true, onConnect: planByKey },
    onLost,
  )
  const closeAll = async (): Promise<void> => {
    await receivingDb.end()
    await readingDb.end()
    await db.end()
  }
  try {
    await prepare(db)
    const bus = await listenBus(url, (line) => logger.warn(line))
    const ctx: Context = {
      db,
      receivingDb,
      readingDb,
      now: Date.now,
      log: logger,
      agreements: await readBook(db),
      bus,
      publicUrl: config.publicUrl.replace(/\/+$/, ''),
      secret: installationSecret(config),
      home: config.home,
      intake: config.intake,
      keepMs: KEEP_MS,
      outside: { smtpUrl: config.smtpUrl, mailFrom: config.mailFrom, canHookLoopback: config.canHookLoopback },
    }
    const silence = bus.listen((event) => {
      if (event.event === 'agreement')
        ctx.agreements.refresh().catch((error) => logger.error({ err: error }, 'the agreements could not be read anew'))
    })
    return {
      ctx,
      url,
      async close() {
        silence()
        await bus.stop()
        await closeAll()
      },
    }
  } catch (error) {
    await closeAll().catch(() => undefined)
    throw error
  }
}
