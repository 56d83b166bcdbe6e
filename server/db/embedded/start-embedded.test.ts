import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { dataDirOf, holdInChild, initialisedHome, isRoot, newHome } from './cluster.fixture.ts'
import { findPostmaster, processesIn } from './postmaster.ts'
import { type EmbeddedDatabase, startEmbedded } from './start-embedded.ts'

const silent = () => undefined

async function ask(database: Pick<EmbeddedDatabase, 'url'>, sql: string): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

test('a first start makes a UTF-8 database with checksums, whatever the environment, and opens no port', async () => {
  const before = process.env.LANG
  process.env.LANG = 'en_US.ISO-8859-1'
  const database = await startEmbedded({ home: newHome(), log: silent })
  process.env.LANG = before
  const facts = await ask(
    database,
    `select length('é') as length, current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
            current_setting('server_encoding') as encoding, current_setting('fsync') as fsync, current_setting('TimeZone') as zone,
            (select datlocale from pg_database where datname = 'ensemble') as locale`,
  )
  expect(facts).toEqual({
    length: 1,
    checksums: 'on',
    addresses: '',
    encoding: 'UTF8',
    fsync: 'on',
    zone: 'UTC',
    locale: 'C.UTF-8',
  })
  await database.stop()
})

test('the data folder is private, and so is the password', async () => {
  const home = await initialisedHome()
  const database = await startEmbedded({ home, log: silent })
  await database.stop()
  const modes = ['postgres', 'postgres/data', 'postgres/socket', 'postgres/password'].map(
    (name) => statSync(join(home, name)).mode & 0o777,
  )
  expect(modes).toEqual([0o700, 0o700, 0o700, 0o600])
  const password = readFileSync(join(home, 'postgres/password'), 'utf8').trim()
  expect(password).toMatch(/^[0-9a-f]{48}$/)
})

test('a wrong password is refused', async () => {
  const database = await startEmbedded({ home: await initialisedHome(), log: silent })
  const client = new Client({ ...database.connection, password: 'guess' })
  await expect(client.connect()).rejects.toThrow(/password authentication failed/)
  await database.stop()
})

test('stop ends the server, may be called twice, and the data is there at the next start', async () => {
  const home = await initialisedHome()
  const first = await startEmbedded({ home, log: silent })
  await ask(first, 'create table kept as select 42 as answer')
  await first.stop()
  await first.stop()
  expect(processesIn(dataDirOf(home))).toEqual([])
  const second = await startEmbedded({ home, log: silent })
  expect(await ask(second, 'select answer from kept')).toEqual({ answer: 42 })
  await second.stop()
})

test('a postmaster whose parent was killed is adopted', async () => {
  const home = await initialisedHome()
  const holder = holdInChild(home)
  await holder.ready
  const pid = findPostmaster(dataDirOf(home))
  holder.child.kill('SIGKILL')
  const database = await startEmbedded({ home, log: silent })
  expect(findPostmaster(dataDirOf(home))).toBe(pid)
  await database.stop()
  expect(processesIn(dataDirOf(home))).toEqual([])
})

test('three processes that start at once on an empty home share one database, and only the last one stops it', async () => {
  const home = newHome()
  const holders = [holdInChild(home), holdInChild(home), holdInChild(home)]
  await Promise.all(holders.map((holder) => holder.ready))
  expect(holders.filter((holder) => holder.output().includes('Created a PostgreSQL'))).toHaveLength(1)
  const [first, second, third] = holders
  expect(await first?.letGo()).toBe(0)
  expect(findPostmaster(dataDirOf(home))).toBeDefined()
  // The second is killed: its lease must not keep the server for ever.
  second?.child.kill('SIGKILL')
  expect(await third?.letGo()).toBe(0)
  expect(processesIn(dataDirOf(home))).toEqual([])
})

test('a first start that was killed is cleaned up', async () => {
  const home = newHome()
  const holder = holdInChild(home)
  const root = join(home, 'postgres')
  const hasDraft = () =>
    readdirSync(home).includes('postgres') && readdirSync(root).some((name) => name.startsWith('data.new'))
  await expect.poll(hasDraft, { interval: 5, timeout: 30_000 }).toBe(true)
  holder.child.kill('SIGKILL')
  const database = await startEmbedded({ home, log: silent })
  expect(await ask(database, 'select 1 as one')).toEqual({ one: 1 })
  expect(readdirSync(root).filter((name) => name.startsWith('data.new'))).toEqual([])
  await database.stop()
})

test('a server that is killed while in use is started again, with all that was committed', async () => {
  const home = await initialisedHome()
  const database = await startEmbedded({ home, log: silent })
  await ask(database, 'create table kept as select 42 as answer')
  const pid = findPostmaster(dataDirOf(home))
  process.kill(pid ?? 0, 'SIGKILL')
  const answer = async () => (await ask(database, 'select answer from kept').catch(() => undefined))?.answer
  await expect.poll(answer, { timeout: 60_000, interval: 100 }).toBe(42)
  expect(findPostmaster(dataDirOf(home))).not.toBe(pid)
  await database.stop()
})

test('a home whose path is too long for a socket works, also for the second process', async () => {
  const home = join(newHome(), 'a-rather-long-folder-name'.repeat(4), 'and-one-more-level-below-it')
  mkdirSync(home, { recursive: true })
  const database = await startEmbedded({ home, log: silent })
  const again = holdInChild(home)
  await again.ready
  expect(again.output()).toContain(`READY ${database.url}`)
  await again.letGo()
  await database.stop()
  expect(processesIn(join(home, 'postgres', 'data'))).toEqual([])
  expect(existsSync(database.connection.host)).toBe(false)
})

test('data of another major version is refused, and left as it is', async () => {
  const home = await initialisedHome()
  const database = await startEmbedded({ home, log: silent })
  await database.stop()
  writeFileSync(join(dataDirOf(home), 'PG_VERSION'), '17\n')
  await expect(startEmbedded({ home, log: silent })).rejects.toThrow(/written by PostgreSQL 17.*ensemble backup/s)
  expect(readFileSync(join(dataDirOf(home), 'PG_VERSION'), 'utf8')).toBe('17\n')
})

test.skipIf(!isRoot)('root steps down to an unprivileged account', async () => {
  const home = await initialisedHome()
  const database = await startEmbedded({ home, log: silent })
  const pid = findPostmaster(dataDirOf(home))
  expect(statSync(`/proc/${pid}`).uid).toBeGreaterThan(0)
  await database.stop()
})
