import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { makeBackup } from './make-backup.ts'
import { prepareJobs } from './prepare-jobs.ts'
import { restoreBackup } from './restore-backup.ts'

const silent = () => undefined
const folder = mkdtempSync(join(tmpdir(), 'ensemble-backup-'))
const opened: TestDatabase[] = []
let source: TestDatabase
let file = ''

/** Restores want the database to themselves, so the tests ask through connections that do not stay. */
async function ask(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function open(options?: { isEmpty: boolean }): Promise<TestDatabase> {
  const database = await testDatabase(options)
  opened.push(database)
  return database
}

function homeOf(name: string): string {
  const home = join(folder, name)
  mkdirSync(home, { recursive: true })
  return home
}

const restoreInto = (database: TestDatabase, home: string, from: string, isForced = false) =>
  restoreBackup({ url: database.url, home, hasOwnSecret: false }, from, { isForced, log: silent })

/** Both rows or none: a copy that is not of one moment would hold one without the other. */
async function writePair(pool: Pool): Promise<string> {
  const id = randomUUID()
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('insert into accounts (account_id, name) values ($1, $2)', [id, `Café ${id}\t"quoted"\\ \n`])
    await client.query('insert into settings (key, value) values ($1, $2)', [id, JSON.stringify({ né: [1, null] })])
    await client.query('commit')
  } finally {
    client.release()
  }
  return id
}

const content = (url: string) =>
  ask(
    url,
    'select account_id, name, value, a.created_at from accounts a join settings on key = account_id::text order by 1',
  )
const names = (url: string) => ask(url, 'select account_id::text as id from accounts')

beforeAll(async () => {
  source = await open()
  for (let n = 0; n < 20; n += 1) await writePair(source.pool)
  const home = homeOf('source')
  writeFileSync(join(home, 'secret'), 'a-secret-of-at-least-thirty-two-characters\n')
  mkdirSync(join(home, 'uploads', 'deep'), { recursive: true })
  writeFileSync(join(home, 'uploads', 'deep', 'list.csv'), 'name\nÉmile\n')
  await prepareJobs(source.url)
  await source.pool.query(
    `select graphile_worker.add_job('strike-clocks', '{"personId": "p1"}', run_at => '2031-05-01T10:00:00Z', job_key => 'clock p1', max_attempts => 7)`,
  )
  file = (await makeBackup({ url: source.url, home }, join(folder, 'whole.backup'), silent)).file
})

afterAll(async () => {
  for (const database of opened) await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('what was backed up comes back the same: rows, jobs, files and the secret', async () => {
  const copy = await open({ isEmpty: true })
  const home = homeOf('copy')
  const result = await restoreInto(copy, home, file)
  expect(result).toMatchObject({ jobs: 1, files: 1, migrated: [] })
  expect(await content(copy.url)).toEqual(await content(source.url))
  expect(readFileSync(join(home, 'uploads', 'deep', 'list.csv'), 'utf8')).toBe('name\nÉmile\n')
  expect(readFileSync(join(home, 'secret'), 'utf8')).toContain('a-secret-of')
  const jobs = await ask(
    copy.url,
    `select task_identifier, run_at, key, max_attempts, (select payload from graphile_worker._private_jobs) as payload from graphile_worker.jobs`,
  )
  expect(jobs).toEqual([
    {
      task_identifier: 'strike-clocks',
      run_at: new Date('2031-05-01T10:00:00Z'),
      key: 'clock p1',
      max_attempts: 7,
      payload: { personId: 'p1' },
    },
  ])
})

test('constraints and the schema version are those of a database that was migrated', async () => {
  const copy = await open({ isEmpty: true })
  await restoreInto(copy, homeOf('constraints'), file)
  const facts = `select (select count(*) from pg_constraint where connamespace = 'public'::regnamespace) as constraints,
                        (select count(*) from pg_indexes where schemaname = 'public') as indexes, (select array_agg(name) from migrations) as migrations`
  expect(await ask(copy.url, facts)).toEqual(await ask(source.url, facts))
})

test('a backup under load is of one moment, and has everything acknowledged before it', async () => {
  const acknowledged: string[] = []
  let isStopped = false
  const writers = [1, 2, 3].map(async () => {
    while (!isStopped) acknowledged.push(await writePair(source.pool))
  })
  await expect.poll(() => acknowledged.length).toBeGreaterThan(50)
  const before = [...acknowledged]
  const result = await makeBackup({ url: source.url, home: homeOf('load') }, `${folder}/load/`, silent)
  isStopped = true
  await Promise.all(writers)
  const copy = await open({ isEmpty: true })
  await restoreInto(copy, homeOf('load-copy'), result.file)
  const restored = new Set((await names(copy.url)).map((row) => row.id))
  expect(before.filter((id) => !restored.has(id))).toEqual([])
  expect(await content(copy.url)).toHaveLength(restored.size)
  expect(await ask(copy.url, 'select count(*)::int as n from settings')).toEqual([{ n: restored.size }])
})

test('the file is private to its owner, and no draft of it stays', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('live sign-ins are not in a backup', async () => {
  const database = await open()
  await database.pool.query(`insert into users (id, name) values ('00000000-0000-4000-8000-000000000001', 'A')`)
  await database.pool.query(
    `insert into sessions (id, user_id, token, expires_at) values (gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'live', now())`,
  )
  const made = await makeBackup(
    { url: database.url, home: homeOf('sessions') },
    join(folder, 'sessions.backup'),
    silent,
  )
  const copy = await open({ isEmpty: true })
  await restoreInto(copy, homeOf('sessions-copy'), made.file)
  expect(
    await ask(
      copy.url,
      'select (select count(*)::int from users) as users, (select count(*)::int from sessions) as sessions',
    ),
  ).toEqual([{ users: 1, sessions: 0 }])
})

test('a database with rows in it is refused, and replaced whole with --force', async () => {
  const full = await open()
  await ask(full.url, `insert into accounts (account_id, name) values (gen_random_uuid(), 'mine')`)
  await expect(restoreInto(full, homeOf('full'), file)).rejects.toThrow(/not empty \(accounts have rows\).*--force/)
  expect(await names(full.url)).toHaveLength(1)
  await restoreInto(full, homeOf('full'), file, true)
  expect(await names(full.url)).toHaveLength(20)
})

test('a database in use is refused', async () => {
  const busy = await open({ isEmpty: true })
  await busy.pool.query('select 1')
  await expect(restoreInto(busy, homeOf('busy'), file)).rejects.toThrow(/in use.*Stop Ensemble/)
})

test.each([
  ['cut off in the middle', (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2))],
  ['with a byte changed', (path: string) => changeByte(path)],
  ['that is something else', (path: string) => writeFileSync(path, 'PK\u0003\u0004 some other file')],
  ['that is empty', (path: string) => writeFileSync(path, '')],
])('a backup %s is refused, and the database keeps what it had', async (_what, harm) => {
  const kept = await open()
  await ask(kept.url, `insert into accounts (account_id, name) values (gen_random_uuid(), 'mine')`)
  const harmed = join(folder, 'harmed.backup')
  writeFileSync(harmed, readFileSync(file))
  harm(harmed)
  const home = homeOf('harmed')
  await expect(restoreInto(kept, home, harmed, true)).rejects.toThrow(
    /not a whole Ensemble backup.*Nothing was changed/,
  )
  expect(await ask(kept.url, 'select name from accounts')).toEqual([{ name: 'mine' }])
  expect(readdirSync(home)).toEqual([])
})

function changeByte(path: string): void {
  const bytes = readFileSync(path)
  const at = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
  writeFileSync(path, bytes)
}

test('a folder that does not exist is named, and nothing is left', async () => {
  const missing = join(folder, 'nowhere', 'x.backup')
  await expect(makeBackup({ url: source.url, home: folder }, missing, silent)).rejects.toThrow(
    /folder of .*x\.backup does not exist/,
  )
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})

test('a database without Ensemble in it is refused', async () => {
  const empty = await open({ isEmpty: true })
  await expect(makeBackup({ url: empty.url, home: folder }, join(folder, 'none.backup'), silent)).rejects.toThrow(
    /no Ensemble installation/,
  )
})
