import { type ChildProcess, fork } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { readConfig } from '../server/config.ts'
import { connectDatabase } from '../server/db/connect-database.ts'

/** Processor time: of the whole process, and of the thread that answers requests. */
export type Cpu = { allMs: number; mainMs: number }
export type Served = { cpu(): Promise<Cpu>; profile(): Promise<unknown>; stop(): Promise<void> }
/** A database of its own, and servers that stand on it. */
export type House = {
  db: Pool
  port: number
  home: string
  /** `profile`: the file that a profile of its processor time is written to when it stops. */
  serve(name: string, profile?: string): Promise<Served>
  /** Processor time that the database's processes have used so far. */
  databaseCpuMs(): Promise<number>
  close(): Promise<void>
}

const TICK_MS = 10

/** A process's parent, its own processor time and that of its children which have ended. Linux only. */
async function timesOf(pid: string): Promise<{ parent: number; own: number; ended: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const at = (field: number): number => Number(fields[field - 3] ?? 0)
  return { parent: at(4), own: (at(14) + at(15)) * TICK_MS, ended: (at(16) + at(17)) * TICK_MS }
}

async function familyCpuMs(db: Pool): Promise<number> {
  const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid')
  const { parent } = await timesOf(String(rows[0]?.pid))
  let sum = (await timesOf(String(parent))).ended
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const times = await timesOf(pid)
    if (times.parent === parent) sum += times.own
  }
  return sum
}

function asked(child: ChildProcess, what: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    if (what !== '') child.send(what)
  })
}

function cpuOf(said: unknown): Cpu {
  if (typeof said === 'object' && said !== null && 'allMs' in said && 'mainMs' in said)
    return { allMs: Number(said.allMs), mainMs: Number(said.mainMs) }
  throw new Error('the server did not say its processor time')
}

/** `kept`: a folder that is used again as it is, and left as it is. */
export async function openHouse({
  withStatements = false,
  kept,
}: {
  withStatements?: boolean
  kept?: string | undefined
} = {}): Promise<House> {
  const home = kept ?? (await mkdtemp(join(tmpdir(), 'ensemble-bench-')))
  await mkdir(home, { recursive: true })
  await chmod(home, 0o755)
  const config = { ...readConfig({ ENSEMBLE_HOME: home }) }
  const port = 20_000 + Math.floor(Math.random() * 12_000)
  let database = await connectDatabase(config, () => undefined)
  if (withStatements) {
    const first = new Pool({ connectionString: database.url, max: 1 })
    await first.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`)
    await first.end()
    await database.stop()
    database = await connectDatabase(config, () => undefined)
  }
  const db = new Pool({ connectionString: database.url, max: 4 })
  db.on('error', () => undefined)
  return {
    db,
    port,
    home,
    async serve(name, profile) {
      const child = fork(join(import.meta.dirname, 'ingest-server.ts'), [name], {
        env: {
          ...process.env,
          PORT: String(port),
          ENSEMBLE_HOME: home,
          LOG_LEVEL: 'error',
          ...(profile ? { PROFILE: profile } : {}),
        },
        execArgv: ['--disable-warning=ExperimentalWarning'],
      })
      await asked(child, '')
      return {
        profile: () => asked(child, 'profile'),
        cpu: async () => cpuOf(await asked(child, 'cpu')),
        async stop() {
          const gone = new Promise((resolve) => child.once('exit', resolve))
          child.send('stop')
          await gone
        },
      }
    },
    databaseCpuMs: () => familyCpuMs(db),
    async close() {
      await db.end()
      await database.stop()
      if (kept === undefined) await rm(home, { recursive: true, force: true })
    },
  }
}
