import { Client } from 'pg'
import type { Config } from '../config.ts'
import { ExplainedError } from '../explained-error.ts'
import { startEmbedded } from './embedded/start-embedded.ts'

export type Database = {
  kind: 'embedded' | 'external'
  /** What `pg` and every tool built on it connect with. */
  url: string
  /** Gives the database back, when no work is left: the last process that does stops an embedded one. */
  stop(): Promise<void>
}

const oldestVersion = 150_000

/** The database of this installation, ready for connections: the server DATABASE_URL names, else the embedded one. */
export async function connectDatabase(
  config: Pick<Config, 'databaseUrl' | 'home' | 'pgBin'>,
  log: (line: string) => void,
): Promise<Database> {
  if (config.databaseUrl === undefined) {
    const embedded = await startEmbedded({ home: config.home, binDir: config.pgBin, log })
    return { kind: 'embedded', url: embedded.url, stop: embedded.stop }
  }
  await checkExternal(config.databaseUrl)
  return { kind: 'external', url: config.databaseUrl, stop: async () => undefined }
}

async function checkExternal(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 15_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new ExplainedError(`The database of DATABASE_URL (${shown(url)}) was not reached: ${reason(error)}`)
  }
  try {
    const { rows } = await client.query<ServerFacts>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
              current_setting('server_encoding') as encoding`,
    )
    const problem = rows[0] && problemOf(rows[0])
    if (problem) throw new ExplainedError(`The database of DATABASE_URL (${shown(url)}) ${problem}`)
  } finally {
    await client.end()
  }
}

type ServerFacts = { number: number; version: string; encoding: string }

/** Why this server cannot be used, and what to do. */
export function problemOf(server: ServerFacts): string | undefined {
  if (server.number < oldestVersion) {
    return (
      `is PostgreSQL ${server.version}; Ensemble needs 15 or later. ` +
      'Upgrade that server, name another one, or leave DATABASE_URL out to use the embedded PostgreSQL.'
    )
  }
  if (server.encoding !== 'UTF8') {
    return (
      `is encoded in ${server.encoding}; Ensemble needs UTF8. ` +
      "Create one with: create database ensemble encoding 'UTF8' template template0"
    )
  }
  return undefined
}

/** The address without its password. */
function shown(url: string): string {
  return url.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, '$1:***@')
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message || code : String(error)
  const advice: Record<string, string> = {
    ECONNREFUSED: 'nothing listens at that address. Start the server, or correct the host and the port.',
    ENOTFOUND: 'that host name is not known. Correct the host.',
    EAI_AGAIN: 'the host name could not be looked up. Check the network.',
    '28P01': 'the password was refused. Correct the user or the password.',
    '28000': 'the server refuses this user from here. Check its pg_hba.conf.',
    '3D000': 'there is no database of that name. Create it: `createdb NAME`.',
  }
  const advised = advice[code]
  return advised ? `${advised} (${message})` : message
}
