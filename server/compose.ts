import { Logger, runMigrations as migrateQueue } from 'graphile-worker'
import { Pool } from 'pg'
import { pino } from 'pino'
import { type Config, readConfig } from './config.ts'
import type { Context } from './context.ts'
import { connectDatabase } from './db/connect-database.ts'
import { migrate } from './db/migrate.ts'
import { readBook } from './features/agreements/read-book.ts'
import { listenBus } from './http/listen-bus.ts'
import { installationSecret } from './secret.ts'

export type Opened = { ctx: Context; url: string; close(): Promise<void> }

const CONNECTIONS = 20
const RECEIVING_CONNECTIONS = 2
/** What is prepared there finds rows by key: a plan made while the tables are empty must be the one for full tables. */
const BY_KEY = `set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set jit = off; set plan_cache_mode = force_generic_plan`

/** Opens the database of this installation, brings its schema up to date, and makes the context every verb works in. */
export async function openContext(
  config: Config = readConfig(),
  log: (line: string) => void = () => undefined,
): Promise<Opened> {
  const database = await connectDatabase(config, log)
  const db = new Pool({ connectionString: database.url, max: CONNECTIONS })
  const receivingDb = new Pool({ connectionString: database.url, max: RECEIVING_CONNECTIONS, pipeline: true })
  const logger = pino({ level: config.logLevel }, pino.destination(2))
  // An idle connection that breaks is replaced by the pool; the query that needs one says what is wrong.
  db.on('connect', (client) => client.on('error', () => undefined))
  db.on('error', (error) => logger.warn(`a database connection was lost: ${error.message}`))
  receivingDb.on('connect', (client) => {
    client.on('error', () => undefined)
    client.query(BY_KEY).catch(() => undefined)
  })
  receivingDb.on('error', (error) => logger.warn(`a database connection was lost: ${error.message}`))
  const closeAll = async (): Promise<void> => {
    await receivingDb.end()
    await db.end()
    await database.stop()
  }
  try {
    const applied = await migrate(db)
    // The queue's own tables; a process without a worker puts jobs there too.
    await migrateQueue({ pgPool: db, logger: new Logger(() => () => undefined) })
    if (applied.length > 0) log(`Brought the database up to ${applied.at(-1)}.`)
    const bus = await listenBus(database.url, (line) => logger.warn(line))
    const ctx: Context = {
      db,
      receivingDb,
      now: Date.now,
      log: logger,
      agreements: await readBook(db),
      bus,
      publicUrl: config.publicUrl.replace(/\/+$/, ''),
      secret: installationSecret(config),
      home: config.home,
      outside: { smtpUrl: config.smtpUrl, mailFrom: config.mailFrom, canHookLoopback: config.canHookLoopback },
    }
    const silence = bus.listen((event) => {
      if (event.event === 'agreement')
        ctx.agreements.refresh().catch((error) => logger.error({ err: error }, 'the agreements could not be read anew'))
    })
    return {
      ctx,
      url: database.url,
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
