import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorkbook } from '../fixtures/make-workbook.ts'
import { openTable } from './open-table.ts'
import type { TableRow } from './table.ts'
import { UnreadableFile } from './unreadable-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ensemble-tables-'))
})
afterAll(() => rm(folder, { recursive: true }))

let made = 0
async function open(content: string | Buffer, name = 'file.csv') {
  const path = join(folder, `${made++}`)
  await writeFile(path, content)
  return openTable(path, name)
}

async function read(content: string | Buffer, name?: string) {
  const { table } = await open(content, name)
  const rows: TableRow[] = []
  for await (const row of table.rows()) rows.push(row)
  return {
    table,
    rows,
    cells: rows.map((row) => row.cells),
    codes: rows.flatMap((row) => row.findings.map((one) => `${row.row} ${one.severity} ${one.code}`)),
  }
}

async function refusal(content: string | Buffer, name = 'file.csv') {
  const error = await read(content, name).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UnreadableFile)
  return error instanceof UnreadableFile ? `${error.message} ${error.mend}` : ''
}

const text = 'name;city\r\nZoë;Genève\r\n'

describe('encodings are found by the content', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 LE', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('%s', async (encoding, bytes) => {
    const { table, cells } = await read(bytes)
    expect(table.encoding).toBe(encoding)
    expect(table.separator).toBe(';')
    expect(table.columns).toEqual(['name', 'city'])
    expect(cells).toEqual([['Zoë', 'Genève']])
  })

  test('a character of Latin-1 late in a long file is still found', async () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => `name ${i};city`).join('\n')
    const { table, cells } = await read(Buffer.from(`name;city\n${lines}\nZoë;Genève`, 'latin1'))
    expect(table.encoding).toBe('Windows-1252')
    expect(cells.at(-1)).toEqual(['Zoë', 'Genève'])
  })
})

describe('separators', () => {
  test.each([
    [',', 'a,b\n"1,5",2\n'],
    [';', 'a;b\n1,5;2\n3,5;4\n'],
    ['\t', 'a\tb\n1,5\t2\n'],
    ['|', 'a|b\n1|2\n'],
    [',', 'a\n1\n2\n'],
    [';', 'sep=;\na;b\n1;2\n'],
  ])('%j', async (separator, content) => {
    const { table } = await read(content)
    expect(table.separator).toBe(separator)
    expect(table.columns[0]).toBe('a')
  })
})

describe('headers', () => {
  test('a name that stands twice is numbered, an empty one is named by its place', async () => {
    const { table } = await read('seller_id,orders,seller_id,\n1,2,3,4\n')
    expect(table.columns).toEqual(['seller_id', 'orders', 'seller_id (2)', 'column 4'])
    expect(table.findings.map((one) => one.code)).toEqual(['duplicate-column', 'unnamed-column'])
  })
  test('blank lines above the header are passed over, and rows keep the number a spreadsheet shows', async () => {
    const { rows } = await read('\n\na,b\n\n1,2\n')
    expect(rows.map((row) => row.row)).toEqual([5])
  })
  test('a first row that holds an address is told', async () => {
    const { table } = await read('ada@example.com,Ada\nbob@example.com,Bob\n')
    expect(table.findings.map((one) => one.code)).toEqual(['no-header'])
  })
})

describe('rows that do not fit', () => {
  test('missing cells are read as blank, more cells than columns drop the row', async () => {
    const { codes, cells } = await read('a,b,c\n1,2\n1,2,3,4\n1,2,3,\n')
    expect(codes).toEqual(['2 repaired too-few-cells', '3 dropped too-many-cells'])
    expect(cells[0]).toEqual(['1', '2', ''])
  })
  test('a cell of 10 MB drops its row and no other', async () => {
    const { codes, rows } = await read(`a,b\n1,2\n3,${'x'.repeat(10_000_000)}\n5,6\n`)
    expect(codes).toEqual(['3 dropped cell-too-long'])
    expect(rows.length).toBe(3)
    expect(rows[1]?.cells[1]?.length).toBeLessThan(300)
  })
  test('zero characters are left out', async () => {
    const { codes, cells } = await read('a,b\nx\0y,2\n')
    expect(cells).toEqual([['xy', '2']])
    expect(codes).toEqual(['2 repaired zero-characters'])
  })
  test('formulas stay text', async () => {
    const { cells } = await read('a,b\n=1+1,"=HYPERLINK(""x"")"\n')
    expect(cells).toEqual([['=1+1', '=HYPERLINK("x")']])
  })
})

describe('what is no table is refused by name', () => {
  test.each([
    ['a PDF document', Buffer.from('%PDF-1.7\n...')],
    ['a picture (PNG)', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    ['a web page', Buffer.from('<!DOCTYPE html><html></html>')],
    ['JSON', Buffer.from('[{"a": 1}]')],
    ['a binary file', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 31))],
    ['is empty', Buffer.from('')],
    ['has no rows', Buffer.from('\n\n')],
  ])('%s', async (what, bytes) => {
    expect(await refusal(bytes)).toContain(what)
  })
  test('a quote that is never closed names its row', async () => {
    expect(await refusal('a,b\n1,2\n3,"4\n5,6\n')).toContain('opens in row 3')
  })
  test('a quote that is never closed in a long file does not fill the memory', async () => {
    const lines = 'x,yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n'.repeat(500_000)
    expect(await refusal(`a,b\n1,2\n3,"4\n${lines}`)).toContain('opens in row 3')
  })
})

describe('workbooks', () => {
  const header =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>first seen</t></is></c><c r="C1" t="s"><v>0</v></c></row>'
  test('texts, dates, formulas, gaps and truth values', async () => {
    const { table, cells, rows } = await read(
      makeWorkbook(
        [
          header,
          '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>43167</v></c><c r="C3" t="str"><f>1+1</f><v>2</v></c></row>',
          '<row r="4"><c r="B4" s="1"><v>43167.818692129629</v></c><c r="C4" t="b"><v>1</v></c></row>',
          '<row r="5"><c r="A5"><v>1.5E3</v></c><c r="C5" t="e"><v>#N/A</v></c></row>',
        ],
        { sharedStrings: ['total', 'Zo\u00eb &amp; Co'], secondSheet: true },
      ),
    )
    expect(table.columns).toEqual(['name', 'first seen', 'total'])
    expect(table.findings.map((one) => one.code)).toEqual(['other-sheets'])
    expect(cells).toEqual([
      ['Zoë & Co', '2018-03-08', '2'],
      ['', '2018-03-08T19:38:55', 'true'],
      ['1500', '', ''],
    ])
    expect(rows.map((row) => row.row)).toEqual([3, 4, 5])
  })
  test('one that unpacks to far more than its size is not unpacked', async () => {
    const bomb = makeWorkbook([header], {
      extra: { 'xl/sharedStrings.xml': `<sst><si><t>${'0'.repeat(60_000_000)}</t></si></sst>` },
    })
    expect(await refusal(bomb, 'bomb.xlsx')).toContain('unpacks to 60 MB')
  })
  test('entities it declares itself are not expanded', async () => {
    const laughing = makeWorkbook([header], {
      extra: {
        'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>',
      },
    })
    expect(await refusal(laughing, 'laughs.xlsx')).toContain('declares a document type')
  })
  test('a zip file that is no workbook and a damaged one are refused', async () => {
    const whole = makeWorkbook([header])
    expect(await refusal(whole.subarray(0, 300), 'half.xlsx')).toContain('damaged')
    expect(
      await refusal(
        makeWorkbook([header], { extra: { 'xl/workbook.xml': '<workbook><sheets></sheets></workbook>' } }),
        'x.xlsx',
      ),
    ).toContain('no sheet')
  })
})
