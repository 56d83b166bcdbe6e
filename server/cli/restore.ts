import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { restoreBackup } from '../db/backup/restore-backup.ts'
import { connectDatabase } from '../db/connect-database.ts'
import { ExplainedError } from '../explained-error.ts'

export const summary = 'Brings a backup up in an empty database'

export const help = `
Usage: ensemble restore FILE|FOLDER [--force] [--json]

Puts a backup (of a folder: the newest one) into the database that the settings name, embedded or your own, wherever
it was made. A backup of an older Ensemble is brought to this version's schema. All or nothing: if anything fails, the
database is as it was. Ensemble must be stopped meanwhile, and everybody signs in again afterwards.

Options:
  --force   replace everything in a database that is not empty
  --json    print what was restored as JSON
`

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, force: { type: 'boolean' } },
  })
  const [source, ...rest] = positionals
  if (source === undefined || rest.length > 0)
    throw new ExplainedError('Name one file or folder: ensemble restore FILE')
  const config = readConfig()
  const database = await connectDatabase(config, console.error)
  try {
    const target = { url: database.url, home: config.home, hasOwnSecret: config.secret !== undefined }
    const result = await restoreBackup(target, resolve(source), { isForced: values.force === true, log: console.error })
    if (values.json) console.log(JSON.stringify(result, undefined, 2))
    else
      console.log(
        `Restored ${result.rows} rows of ${result.tables.length} tables, ${result.jobs} jobs and ${result.files} files from ${result.file} (made ${result.madeAt}).`,
      )
    return 0
  } finally {
    await database.stop()
  }
}
