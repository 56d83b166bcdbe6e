import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Learned, learn } from '@ensemble/engine/learning/learn.ts'
import type { Table } from '@ensemble/engine/learning/table.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTable } from '../features/imports/tables/open-table.ts'
import { readLearningTable } from './read-learning-table.ts'
import { referenceRegression } from './reference-regression-for-test.ts'

const data = join(import.meta.dirname, '../../../shared/data')
const bankFile = join(data, 'uci-bank-marketing/bank-additional-full.csv.xz')
const educationFile = join(data, 'x-education-leads/Leads.csv.xz')
const canRead = existsSync(bankFile) && existsSync(educationFile) && spawnSync('xz', ['--version']).status === 0

const SAFE = [
  'TotalVisits',
  'Total Time Spent on Website',
  'Page Views Per Visit',
  'Lead Origin',
  'Lead Source',
  'Do Not Email',
  'Do Not Call',
  'Specialization',
  'What is your current occupation',
  'A free copy of Mastering The Interview',
  'Country',
  'City',
  'How did you hear about X Education',
]
const LATE = ['Tags', 'Lead Quality', 'Lead Profile', 'Last Activity', 'Last Notable Activity']

type Loaded = { table: Table; columns: string[]; cells: string[][] }
type Split = 'time' | 'mod5'

async function load(folder: string, file: string, target: string, time: string | null): Promise<Loaded> {
  const path = join(folder, `${target}.csv`)
  await writeFile(path, spawnSync('xz', ['-dc', file], { maxBuffer: 2 ** 28 }).stdout)
  const { table } = await readLearningTable({ path, target, positive: null, time, isInOrder: time === null })
  const { table: text } = await openTable(path, 'text')
  const cells: string[][] = []
  for await (const row of text.rows()) cells.push(row.cells)
  const by = time === null ? -1 : text.columns.indexOf(time)
  if (by >= 0) cells.sort((a, b) => Number(a[by]) - Number(b[by]))
  return { table, columns: text.columns, cells }
}

const done = new Map<string, Learned>()

function learnt({ table }: Loaded, fields: readonly string[], split: Split): Learned {
  const key = [table.target, split, ...fields].join()
  const known = done.get(key)
  if (known !== undefined) return known
  const exclude = table.columns.map(({ name }) => name).filter((name) => !fields.includes(name))
  const found = learn(table, { model: 'logistic', split, exclude, writtenAfter: [] })
  if (!found.ok) throw new Error(found.reason)
  done.set(key, found)
  return found
}

function reference({ table, columns, cells }: Loaded, fields: readonly string[], split: Split) {
  const n = cells.length
  const isTest = split === 'time' ? (row: number) => row >= Math.floor(n * 0.8) : (row: number) => row % 5 === 0
  return referenceRegression(columns, cells, fields, [...table.outcomes], isTest)
}

function leakingFields(found: Learned): string[] {
  return [...new Set(found.warnings.flatMap((one) => (one.kind === 'leakage' && one.field ? [one.field] : [])))].sort()
}

describe.skipIf(!canRead)('real outcomes (skipped where ../shared/data or xz is absent)', () => {
  let folder = ''
  let bank: Loaded
  let education: Loaded
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ensemble-learn-'))
    bank = await load(folder, bankFile, 'y', null)
    education = await load(folder, educationFile, 'Converted', 'Lead Number')
  })
  afterAll(() => rm(folder, { recursive: true }))

  const bankFields = () => bank.table.columns.map(({ name }) => name)
  const beforeCall = () => bankFields().filter((name) => name !== 'duration')

  test('the files are those the figures are of', () => {
    expect([bank.table.rows, education.table.rows]).toEqual([41_188, 7392])
  })

  test.each(['time', 'mod5'] as const)(
    'split by %s, every figure is that of a reference of another make',
    (split) => {
      const cases: [Loaded, string[]][] = [
        [education, SAFE],
        [education, [...SAFE, ...LATE]],
      ]
      if (split === 'time') cases.push([bank, beforeCall()], [bank, bankFields()])
      for (const [loaded, fields] of cases) {
        const { evaluation } = learnt(loaded, fields, split)
        const wanted = reference(loaded, fields, split)
        expect(evaluation.auc).toBeCloseTo(wanted.auc, 3)
        expect(evaluation.uncalibrated.brier).toBeCloseTo(wanted.brier, 3)
        expect(evaluation.uncalibrated.logLoss).toBeCloseTo(wanted.logLoss, 2)
      }
    },
    240_000,
  )

  test('fields known before first contact rank leads well, without a sign of a leak', () => {
    const [bankFound, educationFound] = [learnt(bank, beforeCall(), 'time'), learnt(education, SAFE, 'time')]
    expect(bankFound.evaluation.auc).toBeGreaterThan(0.73)
    expect(educationFound.evaluation.auc).toBeGreaterThan(0.84)
    expect([leakingFields(bankFound), leakingFields(educationFound)]).toEqual([[], []])
    expect(leakingFields(learnt(bank, beforeCall(), 'mod5'))).toEqual([])
    expect(leakingFields(learnt(education, SAFE, 'mod5'))).toEqual([])
  })

  test.each(['time', 'mod5'] as const)(
    'split by %s, the length of the call and what sales wrote are warned of',
    (split) => {
      expect(leakingFields(learnt(bank, bankFields(), split))).toEqual(['duration'])
      const found = learnt(education, [...SAFE, ...LATE], split)
      expect(leakingFields(found)).toEqual([...LATE].sort())
      expect(found.warnings[0]?.message).toMatch(/^(Measured on every fifth|The model's AUC is 0\.9)/)
      expect(found.evaluation.auc).toBeGreaterThan(0.95)
    },
  )

  test('the bank that sold more and more easily is said to drift, and its calibration to be of the past', () => {
    const found = learnt(bank, beforeCall(), 'time')
    expect(found.warnings.map(({ kind }) => kind)).toEqual(['calibration', 'drift'])
    expect(found.split.train.positives / found.split.train.rows).toBeLessThan(0.07)
  })

  test('calibration holds where times do not change', () => {
    const { evaluation } = learnt(bank, beforeCall(), 'mod5')
    expect(evaluation.calibrationError).toBeLessThan(0.02)
    expect(evaluation.brier).toBeLessThan(0.08)
  })
})
