import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { connectDatabase } from '../../server/db/connect-database.ts'
import { processesIn } from '../../server/db/embedded/postmaster.ts'
import { projectRoot } from '../../server/project-root.ts'

/** An installation in a folder of its own, whose processes can be killed as a power cut would. */
export type HouseToKill = {
  url: string
  start(): Promise<void>
  isServing(): Promise<boolean>
  untilServing(): Promise<void>
  /** Until every event that was answered is in a story. */
  untilTaken(): Promise<void>
  killServer(): Promise<void>
  killDatabase(): void
  /** Works in the database beside the server. */
  inDatabase<T>(work: (db: Pool) => Promise<T>): Promise<T>
  end(): Promise<void>
}

const PATIENCE_MS = 90_000

/** `intake`: how its events are stored before they are answered. */
export function houseToKill(intake: 'auto' | 'whole' | 'inbox' = 'auto'): HouseToKill {
  const home = mkdtempSync(join(tmpdir(), 'ensemble-kill-'))
  chmodSync(home, 0o755)
  const dataDir = join(home, 'postgres', 'data')
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const url = `http://127.0.0.1:${port}`
  let server: ChildProcess | null = null
  let output = ''

  const isServing = async (): Promise<boolean> => {
    try {
      return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) })).status === 200
    } catch {
      return false
    }
  }
  const untilServing = async (): Promise<void> => {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(100)) if (await isServing()) return
    throw new Error(`it does not serve again:\n${output.slice(-4_000)}`)
  }
  const untilTaken = async (): Promise<void> => {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(100)) {
      const health: unknown = await fetch(`${url}/api/health`).then((answer) => answer.json())
      if (JSON.stringify(health).includes('"inbox":{"waiting":0,')) return
    }
    throw new Error(`what waits is not taken in:\n${output.slice(-4_000)}`)
  }
  const killServer = async (): Promise<void> => {
    const dying = server
    if (dying === null || dying.exitCode !== null || dying.signalCode !== null) return
    const gone = new Promise((resolve) => dying.once('exit', resolve))
    dying.kill('SIGKILL')
    await gone
  }
  const killDatabase = (): void => {
    for (const pid of processesIn(dataDir)) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It ended with its parent a moment ago.
      }
    }
  }
  return {
    url,
    isServing,
    untilServing,
    untilTaken,
    killServer,
    killDatabase,
    async start() {
      const env = {
        ...process.env,
        ENSEMBLE_HOME: home,
        PORT: String(port),
        PUBLIC_URL: url,
        DATABASE_URL: '',
        LOG_LEVEL: 'warn',
        ENSEMBLE_ROLE: 'all',
        ENSEMBLE_INTAKE: intake,
      }
      server = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', join(projectRoot, 'server', 'cli', 'main.ts'), 'start', '--no-build'],
        { env, stdio: ['ignore', 'pipe', 'pipe'] },
      )
      for (const stream of [server.stdout, server.stderr])
        stream?.on('data', (chunk) => (output = (output + chunk).slice(-20_000)))
      await untilServing()
    },
    async inDatabase(work) {
      const database = await connectDatabase({ databaseUrl: undefined, home, pgBin: undefined }, () => undefined)
      const db = new Pool({ connectionString: database.url, max: 4 })
      db.on('error', () => undefined)
      try {
        return await work(db)
      } finally {
        await db.end()
        await database.stop()
      }
    },
    async end() {
      await killServer()
      killDatabase()
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
