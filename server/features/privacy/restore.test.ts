import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openContext } from '../../compose.ts'
import { readConfig } from '../../config.ts'
import { makeBackup } from '../../db/backup/make-backup.ts'
import { restoreBackup } from '../../db/backup/restore-backup.ts'
import { startServer } from '../../main.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { erasePerson } from './erase-person.ts'

const folder = mkdtempSync(join(tmpdir(), 'ensemble-restored-'))
const databases: TestDatabase[] = []
afterAll(async () => {
  for (const database of databases) await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

it('somebody erased stays erased when a backup from before is restored and the product is started', async () => {
  const database = await testDatabase()
  databases.push(database)
  await database.pool.end()
  const home = join(folder, 'home')
  mkdirSync(home)
  const config = {
    ...readConfig({ ENSEMBLE_HOME: home, DATABASE_URL: database.url }),
    secret: 'the secret of a test, long enough to sign with',
    port: 20_000 + Math.floor(Math.random() * 20_000),
    logLevel: 'silent' as const,
  }
  const name = 'Zora Quill'
  const held = async (): Promise<{ name: string; erased: boolean; texts: number }[]> => {
    const { ctx, close } = await openContext(config)
    try {
      const { rows } = await ctx.db.query(
        `select name, erased_at is not null as erased,
                (select count(*)::int from facts where data::text ilike '%quill%' or identity ilike '%quill%') as texts from people order by person_id`,
      )
      return rows
    } finally {
      await close()
    }
  }
  const first = await openContext(config)
  const who = { email: 'zora.quill@moor.example' }
  const [told] = await recordFacts(first.ctx, [
    {
      kind: 'person.identified',
      at: Date.UTC(2026, 1, 2),
      messageId: 'm1',
      source: 'test',
      actor: null,
      isHistory: true,
      who,
      touch: null,
      data: { person: { name, ...who } },
    },
  ])
  const backup = join(folder, 'before.backup')
  await makeBackup({ url: database.url, home }, backup, () => undefined)
  await erasePerson(first.ctx, { personId: told?.personId ?? '', reason: 'asked by mail', by: null })
  await first.close()
  expect(await held()).toEqual([{ name: '', erased: true, texts: 0 }])

  await restoreBackup({ url: database.url, home, hasOwnSecret: true }, backup, { isForced: true, log: () => undefined })
  expect(await held()).toEqual([{ name, erased: false, texts: 1 }])
  const said: string[] = []
  const server = await startServer(config, (line) => said.push(line))
  await server.stop()
  expect(said.join('\n')).toContain('Erased 1 people again')
  expect(await held()).toEqual([{ name: '', erased: true, texts: 0 }])
})
