import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { ExplainedError } from '../explained-error.ts'
import { help, run } from './attribute.ts'

const folder = mkdtempSync(join(tmpdir(), 'ensemble-attribute-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

function file(lines: readonly string[] | string): string {
  files += 1
  const path = join(folder, `file-${files}.csv`)
  writeFileSync(path, typeof lines === 'string' ? lines : lines.join('\n'))
  return path
}

async function ensemble(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const ended = await run(args).catch((error: unknown) => error)
  const said = { out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') }
  out.mockRestore()
  err.mockRestore()
  if (ended instanceof ExplainedError) return { code: 1, out: said.out, err: ended.message }
  if (typeof ended !== 'number') throw ended
  return { code: ended, ...said }
}

type Row = { channel: string; conversions: number; value: number }

async function rowsOf(...args: string[]): Promise<Record<string, [number, number]>> {
  const { code, out, err } = await ensemble(...args, '--json')
  expect(err).toBe('')
  expect(code).toBe(0)
  const rows: Row[] = JSON.parse(out).rows
  return Object.fromEntries(rows.map(({ channel, conversions, value }) => [channel, [conversions, value]]))
}

const paths = file([
  'path,total_conversions,total_conversion_value,total_null',
  'mail > search,2,100.01,3',
  'search > (direct) / (none),1,50,0',
  'direct,1,0.05,4',
])

describe('a file of paths', () => {
  test.each([
    ['first', { mail: [2, 100.01], search: [1, 50], direct: [1, 0.05], '(direct) / (none)': [0, 0] }],
    ['last', { mail: [0, 0], search: [2, 100.01], direct: [1, 0.05], '(direct) / (none)': [1, 50] }],
    ['last-non-direct', { mail: [0, 0], search: [3, 150.01], direct: [1, 0.05], '(direct) / (none)': [0, 0] }],
    ['linear', { mail: [1, 50.01], search: [1.5, 75], direct: [1, 0.05], '(direct) / (none)': [0.5, 25] }],
    ['shapley', { mail: [1, 50.01], search: [1.5, 75], direct: [1, 0.05], '(direct) / (none)': [0.5, 25] }],
  ])('by %s', async (model, expected) => expect(await rowsOf(paths, '--model', model)).toEqual(expected))

  test.each(['u', 'u-lead', 'w', 'full', 'time-decay', 'markov', 'shapley'])(
    'sums to the cent by %s',
    async (model) => {
      const rows = Object.values(await rowsOf(paths, '--model', model))
      expect(rows.reduce((sum, [conversions]) => sum + conversions, 0)).toBeCloseTo(4, 9)
      expect(rows.reduce((sum, [, value]) => sum + Math.round(value * 100), 0)).toBe(15_006)
    },
  )

  test('with a byte order mark, semicolons, decimal commas, quotes, blank rows and odd blanks', async () => {
    const odd = file(
      '\uFEFFTotal Conversions;Path;Total Null;Total Conversion Value\r\n2;"mail >  paid ""brand"" search";;1.234,50\r\n\r\n;;;\r\n1;  mail  ;7;0,5\r\n',
    )
    expect(await rowsOf(odd, '--model', 'linear')).toEqual({ mail: [2, 617.75], 'paid "brand" search': [1, 617.25] })
  })

  test('with huge counts, fractions, numbers with exponents and finer values than cents', async () => {
    const fine = file([
      'path,total_conversions,total_conversion_value,total_null',
      'a > b,3e6,1.5e3,2e9',
      'b > a,0.5,0.244,1',
      'a,0,0,9007199254740991',
    ])
    expect(await rowsOf(fine, '--model', 'first')).toEqual({ a: [3_000_000, 1500], b: [0.5, 0.244] })
  })

  test('without conversions at all', async () => {
    const none = file(['path,total_conversions,total_conversion_value,total_null', 'a > b,0,0,5', 'b,0,0,1'])
    for (const model of ['markov', 'shapley', 'linear', 'time-decay'])
      expect(await rowsOf(none, '--model', model)).toEqual({ a: [0, 0], b: [0, 0] })
    expect((await ensemble(none, '--compare')).out).toContain('Nothing converted')
  })

  test('with only a column of paths: each row is one conversion, and that is said', async () => {
    const { out } = await ensemble(file(['path', 'a>b', 'b']), '--model', 'first', '--json')
    const found = JSON.parse(out)
    expect(found.rows.map(({ channel, conversions }: Row) => [channel, conversions])).toEqual([
      ['a', 1],
      ['b', 1],
    ])
    expect(found.notes).toEqual(expect.arrayContaining([expect.stringContaining('each row is counted as one')]))
  })

  test('with conversions that have no path, which are told and credited to nothing', async () => {
    const { out } = await ensemble(
      file(['path,total_conversions,total_conversion_value,total_null', ',2,10,0', 'a > > b,1,4,0']),
      '--model',
      'linear',
      '--json',
    )
    expect(JSON.parse(out)).toMatchObject({
      conversions: 1,
      unattributed: { conversions: 2, value: 10 },
      rows: [
        { channel: 'a', conversions: 0.5, value: 2 },
        { channel: 'b', conversions: 0.5, value: 2 },
      ],
    })
  })

  test('with channels named like parts of the program', async () => {
    const named = file([
      'path,total_conversions,total_conversion_value,total_null',
      '__proto__ > constructor,1,2,1',
      '(start) > (null) > (conversion),1,1,1',
    ])
    expect(Object.keys(await rowsOf(named, '--model', 'markov', '--order', '2'))).toHaveLength(5)
  })

  test('through a transform and by orders of Markov', async () => {
    const loops = file(['path,total_conversions,total_null', 'a > a > b,2,1', 'b > a,1,3', 'c > b,0,6'])
    const { out } = await ensemble(loops, '--model', 'markov', '--json')
    expect(
      JSON.parse(out).rows.map(({ removalEffect }: { removalEffect: number }) => removalEffect.toFixed(6)),
    ).toEqual(['0.487179', '0.857143', '0.455696'])
    expect(await rowsOf(loops, '--model', 'linear', '--transform', 'exposure')).toEqual({
      a: [1.5, 0],
      b: [1.5, 0],
      c: [0, 0],
    })
  })
})

const touches = file([
  'customer_id,time,interaction,conversion,conversion_value,channel,campaign,milestone',
  'B,2026-01-09,impression,0,0,Social,spring,',
  'A,2026-01-03T10:00:00Z,impression,0,0,Mail,spring,lead',
  'A,2026-01-01,impression,0,0,Search,brand,',
  'A,2026-01-31T10:00:00Z,conversion,1,99.99,Direct,,',
  'A,2026-01-20,impression,0,0,Mail,brand,opportunity',
  'A,2026-02-01,impression,0,0,Late,brand,',
])

describe('a file of touches', () => {
  test.each([
    [['--model', 'first'], { Search: [1, 99.99], Mail: [0, 0], Direct: [0, 0], Social: [0, 0] }],
    [['--model', 'last-non-direct'], { Search: [0, 0], Mail: [1, 99.99], Direct: [0, 0], Social: [0, 0] }],
    [
      ['--model', 'linear', '--lookback', '28 days'],
      { Mail: [0.666666666666667, 66.66], Direct: [0.333333333333333, 33.33], Search: [0, 0], Social: [0, 0] },
    ],
    [['--model', 'w'], { Search: [0.3, 30], Mail: [0.6, 59.99], Direct: [0.1, 10], Social: [0, 0] }],
    [['--model', 'first', '--by', 'campaign'], { brand: [1, 99.99], spring: [0, 0] }],
  ])('%j', async (args, expected) => {
    const rows = await rowsOf(touches, ...args)
    for (const [channel, [conversions, value]] of Object.entries(expected)) {
      expect(rows[channel]?.[0], channel).toBeCloseTo(conversions ?? 0, 9)
      expect(Math.abs((rows[channel]?.[1] ?? 0) - (value ?? 0)), channel).toBeLessThan(0.011)
    }
  })

  test('with other names, mapped, and times as numbers', async () => {
    const other = file(['cookie;when;bought;worth;how', 'x;1;no;;mail', 'x;9;yes;12,50;search', 'y;2;no;;mail'])
    expect(
      await rowsOf(
        other,
        '--model',
        'first',
        '--map',
        'time=when,conversions=bought',
        '--map',
        'value=worth',
        '--map',
        'channel=how',
      ),
    ).toEqual({ mail: [1, 12.5], search: [0, 0] })
  })

  test('looks back over the whole journey for a second conversion, or only to the one before', async () => {
    const twice = file(['user,time,conversion,channel', 'u,2026-01-01,1,a', 'u,2026-01-02,1,b'])
    expect(await rowsOf(twice, '--model', 'first')).toEqual({ a: [2, 0], b: [0, 0] })
    expect(await rowsOf(twice, '--model', 'first', '--restart')).toEqual({ a: [1, 0], b: [1, 0] })
  })
})

test('all models side by side, with ranges, a verdict, intervals and spend', async () => {
  const spend = file(['channel,cost', 'mail,10', 'mail,5.5', 'fair,100'])
  const { out } = await ensemble(paths, '--all', '--compare', '--spend', spend, '--resamples', '50', '--json')
  const found = JSON.parse(out)
  expect(found.models).toHaveLength(11)
  expect(found.ranges[2]).toMatchObject({ channel: 'mail', conversions: { least: 0, most: 2 } })
  expect(found.verdict.kind).toBe('cannot-tell')
  expect(found.models[3].rows[2].conversionsInterval.low).toBeLessThanOrEqual(1)
  const first = found.spend.filter(({ model }: { model: string }) => model === 'first')
  expect(first.find(({ channel }: Row) => channel === 'mail')).toMatchObject({ spend: 15.5, costPerConversion: 7.75 })
  expect(first.find(({ channel }: Row) => channel === 'fair')).toMatchObject({
    spend: 100,
    conversions: 0,
    returnOnSpend: -1,
  })
  const table = (await ensemble(paths, '--compare', '--resamples', '50')).out
  expect(table).toMatch(/The data cannot tell these channels apart[\s\S]*range[\s\S]*mail/)
  expect((await ensemble(paths, '--model', 'markov')).out).toMatch(/channel +markov +share +value +removal effect/)
})

test.each([
  [[], 2, 'name one file'],
  [[paths, '--model', 'guess'], 2, 'Models are first, last'],
  [[paths, '--model', 'u', '--all'], 2, 'not both'],
  [[paths, '--order', '4'], 2, '--order is a whole number from 1 to 3'],
  [[paths, '--lookback', '30 working days'], 2, 'real time'],
  [[paths, '--transform', 'sort'], 2, 'Transforms are unique, exposure'],
  [[paths, '--dates', 'us'], 2, '--dates is iso, day-first or month-first'],
  [[paths, '--lookback', '30 days'], 1, 'the file has no times'],
  [[paths, '--by', 'campaign'], 1, 'only what its paths are made of'],
  [[touches, '--by', 'compaign'], 1, '--by: there is no column "compaign". The columns are customer_id'],
  [[touches, '--map', 'when=time'], 1, 'roles are path, conversions'],
  [[join(folder, 'absent.csv')], 1, 'There is no file'],
  [[folder], 1, 'is a folder'],
  [[file('')], 1, 'is empty'],
  [
    [file(['a,b', '1,2'])],
    1,
    'has no column "path", and none that says the channel, nor one that says whose touch it is',
  ],
  [[file(['customer_id,channel', 'a,b'])], 1, 'no column that says which touches converted'],
  [
    [file(['path,total_conversions', 'a,x', 'b,-1'])],
    1,
    'row 2, column total_conversions: "x" is not a number. Write a count such as 3',
  ],
  [[file(['path,total_conversions', 'a,x', 'b,-1'])], 1, 'row 3, column total_conversions: -1 is below zero.'],
  [[file(['customer_id,time,conversion,channel', 'a,03/04/2026,1,m'])], 1, 'give --dates day-first'],
  [[file(['path,total_conversions', '"a > b,1'])], 1, 'quote that is never closed'],
])('%j ends with %i and says what to do', async (args, code, message) => {
  const ended = await ensemble(...args)
  expect(ended.err).toContain(message)
  expect(ended.code).toBe(code)
})

test('the help names every option', () => {
  for (const option of [
    '--model',
    '--all',
    '--compare',
    '--json',
    '--by',
    '--lookback',
    '--transform',
    '--order',
    '--half-life',
    '--map',
    '--separator',
  ])
    expect(help).toContain(option)
})
