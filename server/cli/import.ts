import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { parse as parseYaml } from 'yaml'
import { ExplainedError } from '../explained-error.ts'
import { mapping as mappingSchema } from '../features/imports/contract.ts'
import { importFiles } from '../features/imports/import-files.ts'
import type { Mapping } from '../features/imports/profiles/profile.ts'
import { PROFILES, profileById } from '../features/imports/profiles/profiles.ts'
import { UnreadableFile } from '../features/imports/tables/unreadable-file.ts'
import { Problem } from '../http/problem.ts'
import { findTables } from './find-tables.ts'
import { printImport, readReport } from './import-report.ts'

export const summary = 'Imports files: contacts, leads, or a funnel another system kept'

export const help = `
Usage: ensemble import PROFILE PATH... [--map FILE] [--json] [--issues]
       ensemble import archive FILE.zip [--force] [--json]

Reads CSV, TSV and XLSX files (a folder stands for the tables in it) and prints what was read, what was created, and what
was left out and why. It works in this process, beside a running server or without one. Importing the same again changes
nothing. An import that fails, or is stopped with Ctrl-C, takes back what it had written.

Profiles:
  archive     what \`ensemble export\` wrote, into an empty installation; Ensemble must be stopped meanwhile
${PROFILES.map(({ id, description }) => `  ${id.padEnd(12)}${description}`).join('\n')}

Options:
  --map FILE   (contacts) what each column becomes, in JSON or YAML, laid over what the names of the columns suggest:
                 columns: { Email: person.email, "Created on": at, Budget: trait:budget, Notes: null }
                 dateFormat: day-first        # or iso, month-first
                 zone: Europe/Paris           # of dates that do not say theirs
                 treatAs: history             # or new leads
                 duplicates: update           # or skip
                 country: FR                  # of phone numbers that do not say theirs
               (hubspot, salesforce, pipedrive) what stages become, and the currency of amounts that name none:
                 currency: EUR                # the company's where nothing is said
                 stages: [{ pipeline: Sales, stage: Demo, to: { pipeline: Sales, stage: offer } }]
  --force      (archive) replace everything in an installation that is not empty
  --issues     print every row that was left out, repaired or remarked on
  --json       print one JSON object

Exit code: 0 when the files were imported, 1 when nothing could be read or the import failed, 2 on bad usage.
`

const options = {
  map: { type: 'string' },
  json: { type: 'boolean' },
  issues: { type: 'boolean' },
  force: { type: 'boolean' },
} as const

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [profileId, ...paths] = positionals
  if (profileId === 'archive' && paths[0] !== undefined && paths.length === 1) {
    const { importArchive } = await import('./import-archive.ts')
    return importArchive(paths[0], { isForced: values.force === true, isJson: values.json === true })
  }
  if (profileId === undefined || paths.length === 0 || profileById(profileId) === null) {
    const known = PROFILES.map(({ id }) => id).join(', ')
    console.error(
      `ensemble import: ${profileId === undefined || profileById(profileId) ? 'name a profile and at least one file' : `there is no profile "${profileId}"`}; the profiles are ${known}.\nSee \`ensemble import --help\`.`,
    )
    return 2
  }
  const mapping = values.map === undefined ? undefined : await readMapping(values.map)
  const files = await findTables(paths)
  const { openContext } = await import('../compose.ts')
  const { ctx, close } = await openContext()
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const row = await importFiles(ctx, { files, profileId, mapping, userId: null, signal: stopping.signal })
    const report = await readReport(ctx.db, row, values.issues === true)
    if (values.json) console.log(JSON.stringify(report, null, 2))
    else printImport(report)
    return row.status === 'done' ? 0 : 1
  } catch (error) {
    if (error instanceof UnreadableFile) throw new ExplainedError(`${error.message} ${error.mend}`)
    if (error instanceof Problem)
      throw new ExplainedError([error.message, error.mend].filter((part) => part !== undefined).join(' '))
    throw error
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await close()
  }
}

async function readMapping(path: string): Promise<Partial<Mapping>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ExplainedError(`The mapping ${path} cannot be read. Give the path of a JSON or YAML file.`)
  })
  let written: unknown
  try {
    written = parseYaml(text)
  } catch (error) {
    throw new ExplainedError(
      `The mapping ${path} is neither JSON nor YAML: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  const parsed = mappingSchema.partial().safeParse(written)
  if (!parsed.success) {
    throw new ExplainedError(
      `The mapping ${path} does not fit: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    )
  }
  // Only what was written: a default would undo what is proposed.
  const names = typeof written === 'object' && written !== null ? Object.keys(written) : []
  return Object.fromEntries(Object.entries(parsed.data).filter(([name]) => names.includes(name)))
}
