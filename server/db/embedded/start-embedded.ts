import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { withFileLock } from '../../file-lock.ts'
import { type Account, chooseAccount } from './account.ts'
import { type ClusterPaths, clusterPaths, clusterRoot, prepareRoot } from './cluster-paths.ts'
import { explainFailure } from './explain-failure.ts'
import { clusterUser, initCluster } from './init-cluster.ts'
import { isLeased, type Lease, takeLease } from './lease.ts'
import { readPidFile } from './postmaster.ts'
import { findPrograms, type Programs } from './programs.ts'
import { writeServerSettings } from './server-settings.ts'
import { startPostmaster } from './start-postmaster.ts'
import { stopPostmaster } from './stop-postmaster.ts'

export type EmbeddedOptions = {
  /** The data folder; the cluster lives in its `postgres` folder. */
  home: string
  /** A folder with other PostgreSQL programs than the packaged ones. */
  binDir?: string
  log: (line: string) => void
  /** PostgreSQL settings beside the usual ones. */
  settings?: Record<string, string>
}

export type Connection = { host: string; port: number; user: string; password: string; database: string }

export type EmbeddedDatabase = {
  connection: Connection
  url: string
  /** Gives the database back; the last process that does stops it. Call it when no work is left. */
  stop(): Promise<void>
}

type Cluster = {
  paths: ClusterPaths
  programs: Programs
  account: Account
  log: (line: string) => void
  settings: Record<string, string>
}

const databaseName = 'ensemble'

const goneErrors = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT', '57P01', '57P02', '57P03']
const tries = 5

const diskErrors = ['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR']

/** Starts the embedded PostgreSQL of this home, or joins the one another process started. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    return await startOrJoin(options)
  } catch (error) {
    const isOfDisk = error instanceof Error && 'code' in error && diskErrors.includes(String(error.code))
    throw isOfDisk ? explainFailure('The database did not start', error.message, options.home) : error
  }
}

async function startOrJoin(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const cluster = prepareCluster(options)
  const state: { lease: Lease | undefined; isStopped: boolean } = { lease: undefined, isStopped: false }
  const join = async () => {
    await withFileLock(cluster.paths.lockFile, async () => {
      state.lease = await enter(cluster, () => void rejoin())
    })
  }
  const rejoin = async () => {
    for (let waitMs = 100; !state.isStopped; waitMs = Math.min(waitMs * 2, 5000)) {
      try {
        cluster.log('The database went away; starting it again.')
        return await join()
      } catch (error) {
        cluster.log(error instanceof Error ? error.message : String(error))
        await sleep(waitMs)
      }
    }
  }
  await join()
  const connection = connectionOf(cluster.paths)
  return {
    connection,
    url: urlOf(connection),
    stop: async () => {
      if (state.isStopped) return
      state.isStopped = true
      await withFileLock(cluster.paths.lockFile, async () => {
        await state.lease?.release()
        if (!(await isUsedByOthers(connection, state.lease))) await stopPostmaster(cluster.paths, cluster.programs)
      })
    },
  }
}

/** A server found running may be dying just now, killed a moment ago: then it is looked for again. */
async function enter(cluster: Cluster, onLost: () => void): Promise<Lease> {
  for (let attempt = 1; ; attempt++) {
    try {
      await runCluster(cluster)
      return await takeLease(connectionOf(cluster.paths), onLost)
    } catch (error) {
      if (attempt === tries || !isGone(error)) throw error
      await sleep(100 * attempt)
    }
  }
}

function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return goneErrors.includes(code) || error.message.includes('Connection terminated')
}

function prepareCluster(options: EmbeddedOptions): Cluster {
  const expected = clusterRoot(options.home)
  const account = chooseAccount(`${expected}/data`)
  const root = prepareRoot(options.home, expected, account, options.log)
  const programs = findPrograms({ binDir: options.binDir, copiesDir: root, account })
  return { paths: clusterPaths(root, account), programs, account, log: options.log, settings: options.settings ?? {} }
}

async function runCluster({ paths, programs, account, log, settings }: Cluster): Promise<void> {
  const isNew = await initCluster(paths, programs, account)
  if (isNew) log(`Created a PostgreSQL ${programs.version} database in ${paths.dataDir}.`)
  writeServerSettings(paths, settings)
  await startPostmaster(paths, programs, account, log)
  await createDatabase(connectionOf(paths))
}

async function createDatabase(connection: Connection): Promise<void> {
  await withClient(connection, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (found.rows.length === 0) await client.query(`create database ${databaseName}`)
  })
}

async function isUsedByOthers(connection: Connection, released: Lease | undefined): Promise<boolean> {
  try {
    return await withClient(connection, (client) => isLeased(client, released?.backendPid))
  } catch {
    return false
  }
}

async function withClient<T>(connection: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...connection, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function connectionOf(paths: ClusterPaths): Connection {
  const running = readPidFile(paths.dataDir)
  const host = process.platform === 'win32' ? '127.0.0.1' : running?.socketDir || paths.socketDir
  const password = readFileSync(paths.passwordFile, 'utf8').trim()
  return { host, port: running?.port ?? 5432, user: clusterUser, password, database: databaseName }
}

function urlOf(connection: Connection): string {
  const { host, port, user, password, database } = connection
  const credentials = `${user}:${encodeURIComponent(password)}`
  return host.startsWith('/')
    ? `postgresql://${credentials}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
    : `postgresql://${credentials}@${host}:${port}/${database}`
}
