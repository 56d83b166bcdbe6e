import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Client, type Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../endpoints.ts'
import { beginDemo } from '../../features/demo/begin-demo.ts'
import { makeDemo } from '../../features/demo/make-demo.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { type House, openHouse } from '../../test/house.ts'
import { describeTables } from './describe-tables.ts'
import { openZip } from './open-zip.ts'
import { readArchive } from './read-archive.ts'
import { writeArchive } from './write-archive.ts'

/** Every way of making a table program calculate, and what only looks like it. */
const LIVE = [
  '=1+1',
  '=HYPERLINK("http://x.example","click")',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  "'=1+1",
  "''",
  '"=1+1"',
  ' =1+1',
  'a,b;c\n"d"',
  '',
  '\\N',
  'é😀',
]

let house: House
let empty: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'ensemble-archive-'))
const file = join(folder, 'everything.zip')
let home: string
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  await beginDemo(house.ctx.db, { leads: 150, seed: 5 }, house.ctx.now())
  await makeDemo(house.ctx)
  for (const [place, name] of LIVE.entries())
    await house.ctx.db.query('insert into phrase_lists (kind, name, phrases, position) values ($1, $2, $3, $4)', [
      'message',
      name,
      [name],
      place,
    ])
  home = join(folder, 'home')
  empty = await testDatabase({ isEmpty: true })
})
afterAll(async () => {
  await house.close()
  await empty.drop()
  rmSync(folder, { recursive: true, force: true })
})

function urlOf(pool: Pool): string {
  return pool.options.connectionString ?? ''
}

/** Rows and a hash of each table that an archive holds. */
async function contents(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set timezone = 'UTC'")
    const found: Record<string, string> = {}
    for (const { name, columns } of await describeTables(client)) {
      const list = columns.map((column) => `"${column.name}"`).join(', ')
      const { rows } = await client.query<{ n: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(r::text, e'\\n' order by r::text collate "C")), '') as n
           from (select ${list} from "${name}") r`,
      )
      found[name] = rows[0]?.n ?? ''
    }
    return found
  } finally {
    await client.end()
  }
}

describe('the archive', () => {
  it('of the demo company is brought up equal, table by table', async () => {
    const { stream, done } = writeArchive({ url: urlOf(house.ctx.db), home: join(folder, 'none') }, Date.now())
    const [written] = await Promise.all([done, pipeline(stream, createWriteStream(file))])
    expect(written.rows).toBeGreaterThan(1_000)
    const read = await readArchive({ url: empty.url, home }, file, { isForced: false })
    expect(read).toMatchObject({ rows: written.rows, tables: written.tables })
    const [before, after] = [await contents(urlOf(house.ctx.db)), await contents(empty.url)]
    expect(after).toEqual(before)
    expect(Object.values(before).filter((text) => !text.startsWith('0 ')).length).toBeGreaterThan(25)
  })

  it('holds no password, no sign-in and no key of a program', async () => {
    const zip = await openZip(file)
    expect(zip.names).toContain('README.txt')
    expect(zip.names.filter((name) => /\/(credentials|api_keys|sessions|verifications)\.csv/.test(name))).toEqual([])
    zip.close()
  })

  it('has no cell that a table program takes for a formula', async () => {
    const zip = await openZip(file)
    for (const name of zip.names.filter((one) => one.endsWith('.csv'))) {
      const { text } = await import('node:stream/consumers')
      const csv = await text(await zip.read(name))
      // Beginnings of cells: of the file, after a comma or a line break outside of quotes, and inside an opening quote.
      // A negative number is one, and so is the least of all.
      const live = cellsOf(csv).filter((cell) => /^[=+@\t\r\n＝＋－＠]|^-(?!\d+(\.\d+)?$|Infinity$)/.test(cell))
      expect([name, live.slice(0, 3)]).toEqual([name, []])
    }
    zip.close()
  })

  it('is refused where somebody works already, unless it shall replace everything', async () => {
    await expect(readArchive({ url: empty.url, home }, file, { isForced: false })).rejects.toThrow(/not empty/)
    expect((await readArchive({ url: empty.url, home }, file, { isForced: true })).tables).toBeGreaterThan(25)
  })

  it('that was cut short or changed, and what is none, change nothing', async () => {
    const before = await contents(empty.url)
    const whole = readFileSync(file)
    const bad = join(folder, 'bad.zip')
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from('PK not a zip'), Buffer.alloc(0)]) {
      writeFileSync(bad, bytes)
      await expect(readArchive({ url: empty.url, home }, bad, { isForced: true })).rejects.toThrow()
    }
    expect(await contents(empty.url)).toEqual(before)
    expect(existsSync(home)).toBe(false)
  })
})

/** The cells of a CSV, in order. */
function cellsOf(csv: string): string[] {
  const cells: string[] = []
  let at = 0
  while (at < csv.length) {
    if (csv[at] === '"') {
      let cell = ''
      at += 1
      for (; at < csv.length; at++) {
        if (csv[at] !== '"') cell += csv[at]
        else if (csv[at + 1] === '"') {
          cell += '"'
          at += 1
        } else break
      }
      cells.push(cell)
      at += 2
      continue
    }
    let end = at
    while (end < csv.length && csv[end] !== ',' && csv[end] !== '\n') end += 1
    cells.push(csv.slice(at, end))
    at = end + 1
  }
  return cells
}
