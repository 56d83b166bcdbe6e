import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../test/database.ts'
import { openPool } from './open-pool.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

it('a connection that breaks at work ends its query, not the process', async () => {
  const pool = openPool({ connectionString: database.url, max: 1 }, () => undefined)
  const client = await pool.connect()
  // What the driver does when the socket dies under a query; without a listener it throws.
  expect(() => client.emit('error', new Error('write EPIPE'))).not.toThrow()
  client.release(true)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})
