// Import of many people from CSV, with identity, scoring and decisions, beside a bare COPY of the rows it stored into the
// same indexed tables. Run: node bench/import.ts [PEOPLE] (100,000 unless told). Goals: at least 0.4x of COPY, under 400 MB.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { openContext } from '../server/compose.ts'
import { readConfig } from '../server/config.ts'
import type { Context } from '../server/context.ts'
import { peopleCsv } from '../server/features/imports/fixtures/people-csv.ts'
import { importFiles } from '../server/features/imports/import-files.ts'

const TABLES = ['accounts', 'people', 'identities', 'facts', 'decisions', 'leads', 'clocks', 'deals'] as const

const people = Number(process.argv[2] ?? 100_000)
const home = await mkdtemp(join(tmpdir(), 'ensemble-bench-'))
const opened = await openContext({ ...readConfig(), home, logLevel: 'error' })
try {
  await bench(opened.ctx)
} finally {
  await opened.close()
  await rm(home, { recursive: true })
}

async function bench(ctx: Context): Promise<void> {
  const path = join(home, 'people.csv')
  await pipeline(Readable.from(peopleCsv(people)), createWriteStream(path))
  const startMs = performance.now()
  const row = await importFiles(ctx, { files: [{ name: 'people.csv', path }], profileId: 'contacts', userId: null })
  const importMs = performance.now() - startMs
  const peakMb = process.resourceUsage().maxRSS / 1024
  if (row.status !== 'done') throw new Error(row.error ?? row.status)
  const copies = await copyOut(ctx)
  const copyMs = await copyIn(ctx)
  const ratio = copyMs / importMs
  console.log(
    `import   ${seconds(importMs)} for ${people} people (${Math.round(people / (importMs / 1000))} a second): ${JSON.stringify(row.result)}`,
  )
  console.log(`COPY     ${seconds(copyMs)} for the same ${copies.rows} rows, ${Math.round(copies.bytes / 1e6)} MB`)
  console.log(`ratio    ${ratio.toFixed(2)}x of COPY (goal at least 0.4x)`)
  console.log(`peak RSS ${Math.round(peakMb)} MB (goal under 400 MB)`)
}

async function copyOut(ctx: Context): Promise<{ rows: number; bytes: number }> {
  let rows = 0
  let bytes = 0
  const client = await ctx.db.connect()
  for (const table of TABLES) {
    const { rows: counted } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    rows += counted[0]?.n ?? 0
    await pipeline(client.query(copyTo(`copy ${table} to stdout`)), createWriteStream(join(home, table)))
    bytes += (await stat(join(home, table))).size
  }
  client.release()
  return { rows, bytes }
}

/** One table after the other, each in a transaction of its own, from files, with every index in place. */
async function copyIn(ctx: Context): Promise<number> {
  const client = await ctx.db.connect()
  await client.query(`truncate ${TABLES.join(', ')} cascade`)
  await client.query('checkpoint')
  const startMs = performance.now()
  for (const table of TABLES)
    await pipeline(createReadStream(join(home, table)), client.query(copyFrom(`copy ${table} from stdin`)))
  const tookMs = performance.now() - startMs
  client.release()
  return tookMs
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
