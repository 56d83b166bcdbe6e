import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { makeBackup } from '../db/backup/make-backup.ts'
import { connectDatabase } from '../db/connect-database.ts'
import { ExplainedError } from '../explained-error.ts'

export const summary = 'Writes everything into one file, while Ensemble runs'

export const help = `
Usage: ensemble backup FILE|FOLDER [--json]

Writes the whole database as of one moment, the waiting jobs, the uploaded files and the generated secret into one
file; a folder gets a file named after the time. Others may go on working meanwhile. The file appears when it is
complete, and only its owner may read it: it holds personal data and password hashes. Live sign-ins are left out.

It can be restored into the embedded database as well as into one of your own (see \`ensemble restore --help\`).

Options:
  --json   print what was written as JSON
`

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  const [target, ...rest] = positionals
  if (target === undefined || rest.length > 0) throw new ExplainedError('Name one file or folder: ensemble backup FILE')
  const config = readConfig()
  const database = await connectDatabase(config, console.error)
  try {
    const path = target.endsWith('/') ? `${resolve(target)}/` : resolve(target)
    const result = await makeBackup({ url: database.url, home: config.home }, path, console.error)
    if (values.json) console.log(JSON.stringify(result, undefined, 2))
    else
      console.log(
        `Wrote ${result.file}: ${result.rows} rows of ${result.tables.length} tables, ${result.jobs} jobs, ${result.files} files, ${result.bytes} bytes.`,
      )
    return 0
  } finally {
    await database.stop()
  }
}
