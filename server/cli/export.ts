import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { type TableWritten, writeArchive } from '../db/archive/write-archive.ts'
import { connectDatabase } from '../db/connect-database.ts'
import { ExplainedError } from '../explained-error.ts'

export const summary = 'Writes everything into one ZIP of tables that other programs can read'

export const help = `
Usage: ensemble export FILE.zip [--json]

Writes every table as CSV with a description, and the uploaded files, as of one moment, while others go on working.
Texts that a table program would take for a formula are marked with an apostrophe. Passwords, sign-ins and API keys are
not in it. \`ensemble import archive FILE.zip\` brings it up again in an empty installation, equal table by table.
(To keep a copy for a bad day use \`ensemble backup\`: it is faster and has the passwords too.)

Options:
  --json   print what was written as JSON
`

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  const [target, ...rest] = positionals
  if (target === undefined || rest.length > 0) throw new ExplainedError('Name one file: ensemble export FILE.zip')
  const config = readConfig()
  const database = await connectDatabase(config, console.error)
  const file = resolve(target)
  try {
    const { stream, done } = writeArchive({ url: database.url, home: config.home }, Date.now(), tellProgress)
    // Only its owner may read it: it holds personal data.
    const [written] = await Promise.all([done, pipeline(stream, createWriteStream(`${file}.part`, { mode: 0o600 }))])
    await rename(`${file}.part`, file)
    if (values.json) console.log(JSON.stringify({ file, ...written }, null, 2))
    else console.log(`Wrote ${file}: ${written.rows} rows of ${written.tables} tables, ${written.files} files.`)
    return 0
  } catch (error) {
    await rm(`${file}.part`, { force: true })
    throw explain(error, file)
  } finally {
    await database.stop()
  }
}

/** One line that goes on, where somebody looks; a line a table into a log. Never into what is printed for programs. */
function tellProgress({ name, rows, place, of }: TableWritten): void {
  const line = `${place} of ${of} tables: ${name}, ${rows} rows`
  if (!process.stderr.isTTY) console.error(line)
  else process.stderr.write(`\r\u001B[K${line}${place === of ? '\n' : ''}`)
}

function explain(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC') return new ExplainedError(`The disk is full: ${file} was not made. Free some space.`)
  if (code === 'ENOENT') return new ExplainedError(`The folder of ${file} does not exist. Make it, or choose another.`)
  if (code === 'EACCES' || code === 'EROFS')
    return new ExplainedError(`${file} cannot be written. Choose a folder you may write to.`)
  return error
}
