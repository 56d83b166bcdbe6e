import { afterAll, expect, test } from 'vitest'
import { testDatabase } from './database.ts'

const opened: { drop(): Promise<void> }[] = []
afterAll(async () => {
  for (const database of opened) await database.drop()
})

test('two test databases do not see each other', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()])
  opened.push(one, two)
  await one.pool.query('create table only_here (id int)')
  const seen = await two.pool.query("select to_regclass('only_here') as found")
  expect(seen.rows[0].found).toBeNull()
})

test('a test database has the schema of this build', async () => {
  const database = await testDatabase()
  opened.push(database)
  const { rows } = await database.pool.query('select count(*)::int as n from migrations')
  expect(rows[0].n).toBeGreaterThan(0)
})

test('an empty one has no tables', async () => {
  const database = await testDatabase({ isEmpty: true })
  opened.push(database)
  const { rows } = await database.pool.query("select count(*)::int as n from pg_tables where schemaname = 'public'")
  expect(rows[0].n).toBe(0)
})
