import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../test/database.ts'
import { connectDatabase, problemOf } from './connect-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ isEmpty: true })
})
afterAll(() => database.drop())

const connect = (databaseUrl: string) =>
  connectDatabase({ databaseUrl, home: '/nonexistent', pgBin: undefined }, () => undefined)

test('a good external database is used as it is', async () => {
  const connected = await connect(database.url)
  expect(connected).toMatchObject({ kind: 'external', url: database.url })
  await connected.stop()
})

test.each([
  [
    'an older server',
    { number: 140_012, version: '14.12', encoding: 'UTF8' },
    /PostgreSQL 14\.12; Ensemble needs 15 or later/,
  ],
  [
    'another encoding',
    { number: 150_000, version: '15.0', encoding: 'LATIN1' },
    /encoded in LATIN1; Ensemble needs UTF8/,
  ],
])('%s is refused, with what to do', (_what, server, message) => {
  expect(problemOf(server)).toMatch(message)
})

test('version 15 is enough', () => {
  expect(problemOf({ number: 150_000, version: '15.0', encoding: 'UTF8' })).toBeUndefined()
})

test('a server that does not listen is named, without the password', async () => {
  const failure = connect('postgres://ann:top-secret@127.0.0.1:1/ensemble')
  await expect(failure).rejects.toThrow(
    /postgres:\/\/ann:\*\*\*@127\.0\.0\.1:1\/ensemble\) was not reached: nothing listens/,
  )
})

test('a database that does not exist is named', async () => {
  const other = database.url.replace(/\/ensemble_test_\w+/, '/no_such_database')
  await expect(connect(other)).rejects.toThrow(/there is no database of that name/)
})
