import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Client, Pool } from 'pg'
import { knownMigrations, migrate } from '../db/migrate.ts'

const lockKey = 8_301_944
const keptTemplates = 4

/** The name of a database with this build's schema and no rows, made when it does not exist yet. */
export async function templateDatabase(admin: Client, adminUrl: string): Promise<string> {
  const name = `ensemble_template_${await schemaHash()}`
  await admin.query('select pg_advisory_lock($1)', [lockKey])
  try {
    const found = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (found.rows.length === 0) {
      await dropLeftovers(admin)
      await makeTemplate(admin, adminUrl, name)
    }
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [lockKey])
  }
  return name
}

async function schemaHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of await knownMigrations()) {
    hash.update(name).update(await readFile(new URL(`../db/migrations/${name}.sql`, import.meta.url)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** Built under another name and renamed: a killed run leaves no half-made template. */
async function makeTemplate(admin: Client, adminUrl: string, name: string): Promise<void> {
  const draft = `${name}_draft`
  await admin.query(`drop database if exists ${draft} with (force)`)
  await admin.query(`create database ${draft}`)
  const pool = new Pool({ connectionString: urlOfDatabase(adminUrl, draft), max: 2 })
  try {
    await migrate(pool)
  } finally {
    await pool.end()
  }
  await admin.query(`alter database ${draft} rename to ${name}`)
}

async function dropLeftovers(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname like 'ensemble\\_template\\_%' order by oid desc offset $1`,
    [keptTemplates],
  )
  for (const row of rows) await admin.query(`drop database if exists ${row.datname}`).catch(() => undefined)
}

/** The same server, another database. */
export function urlOfDatabase(url: string, database: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`)
}

/** Drops the databases of test processes that were killed. */
export async function dropOrphans(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname like 'ensemble\\_test\\_%'`,
  )
  for (const { datname } of rows) {
    const pid = Number(datname.split('_')[2])
    if (!isAlive(pid)) await admin.query(`drop database if exists ${datname} with (force)`).catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
