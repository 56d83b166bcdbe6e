import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { ExplainedError } from '../explained-error.ts'
import { run } from './learn.ts'

const folder = mkdtempSync(join(tmpdir(), 'ensemble-learn-'))
afterAll(() => rmSync(folder, { recursive: true }))

function ensemble(...args: string[]): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), 'learn', ...args], {
    encoding: 'utf8',
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

/** 2,000 leads, the newest first: referrals convert more often, and so do those with more budget, written 1,5. */
const leads = file('leads.csv', [
  'created;source;budget;note, later;won',
  ...Array.from({ length: 2000 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1) + (2000 - i) * 3_600_000).toISOString()
    const source = ['search', 'referral', 'fair'][i % 3] ?? ''
    const budget = (i * 7) % 11
    const isWon = (i * 31) % 17 < 3 + (source === 'referral' ? 6 : 0) + budget / 2
    return `${day};${source};${budget},5;${isWon ? 'a' : 'b'};${i % 40 === 0 ? '' : isWon ? 'yes' : 'no'}`
  }),
])

test('prints one JSON object with everything that was measured', () => {
  const { code, out, err } = ensemble(
    leads,
    '--target',
    'won',
    '--time',
    'created',
    '--exclude',
    'note, later',
    '--json',
    '--with-model',
  )
  expect([code, err]).toEqual([0, ''])
  const found = JSON.parse(out)
  expect(found).toMatchObject({
    n: 1950,
    notYetKnown: 50,
    target: 'won',
    positive: 'yes',
    model: 'logistic',
    split: { kind: 'time', train: { rows: 1560 }, test: { rows: 390 } },
    calibration: 'platt',
    warnings: [],
    learned: { version: 1, kind: 'logistic' },
  })
  expect(found.auc).toBeGreaterThan(0.7)
  for (const name of ['brier', 'logLoss', 'calibrationError', 'liftAt20', 'gainAt50', 'ks', 'alift', 'baseRate'])
    expect(found[name], name).toBeGreaterThan(0)
  expect(found.calibrationBins).toHaveLength(10)
  expect(found.fields.map(({ field }: { field: string }) => field).sort()).toEqual(['budget', 'source'])
})

test('prints a table for people, with the warnings on top', () => {
  const { code, out } = ensemble(leads, '--target', 'won', '--time', 'created')
  expect(code).toBe(0)
  expect(out).toMatch(/Warnings:\n {2}! The model's AUC is 1\.000[\s\S]*"note, later": alone it tells the outcome/)
  expect(out).toMatch(/Best fifth brings \d\.\d\d times the average/)
})

test('learns by counting when asked, and between the rows when nothing orders them', () => {
  const { out } = ensemble(
    leads,
    '--target',
    'WON',
    '--exclude',
    'created',
    '--exclude',
    'note, later',
    '--model',
    'bayes',
    '--json',
  )
  expect(JSON.parse(out)).toMatchObject({
    model: 'bayes',
    split: { kind: 'mod5' },
    warnings: [{ kind: 'not-in-time-order' }],
  })
})

test.each([
  [['--target', 'won'], 2, 'name one file'],
  [[leads], 2, '--target is missing'],
  [[leads, '--target', 'won', '--split', 'time'], 2, '--split time needs --time COLUMN, or --in-order'],
  [[leads, '--target', 'won', '--split', 'half'], 2, '--split is time or mod5; "half" is neither'],
  [[leads, '--target', 'won', '--model', 'forest'], 2, '--model is logistic or bayes; "forest" is neither'],
  [[leads, '--target', 'won', '--time', 'created', '--in-order'], 2, 'not both'],
  [[leads, '--target', 'wno'], 1, '--target: there is no column "wno". The columns are created, source'],
  [[leads, '--target', 'source'], 1, 'say which of its values is the success'],
  [[leads, '--target', 'won', '--positive', 'maybe'], 1, 'none of its values is "maybe"'],
  [[leads, '--target', 'won', '--time', 'source'], 1, '--time source cannot order the rows: row 2 is "search"'],
  [[leads, '--target', 'won', '--exclude', 'sauce'], 1, '--exclude: there is no column "sauce"'],
  [[join(folder, 'absent.csv'), '--target', 'won'], 1, 'There is no file'],
  [[file('empty.csv', []), '--target', 'won'], 1, 'is empty'],
  [
    [
      file('few.csv', ['a,won', ...Array.from({ length: 30 }, (_, i) => `${i % 3},${i % 2 ? 'yes' : 'no'}`)]),
      '--target',
      'won',
    ],
    1,
    'at least 20 are needed',
  ],
])('%j ends with %i and says why', async (args, code, message) => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const ended = await run(args).catch((error: unknown) => error)
  const said = ended instanceof ExplainedError ? ended.message : print.mock.calls.flat().join('\n')
  print.mockRestore()
  expect(ended instanceof ExplainedError ? 1 : ended).toBe(code)
  expect(said).toContain(message)
})
