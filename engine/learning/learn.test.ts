import { describe, expect, test } from 'vitest'
import { enoughData } from './enough-data.ts'
import { findDrift } from './find-drift.ts'
import { type Learned, type LearnOptions, learn } from './learn.ts'
import { nameSign } from './name-sign.ts'
import { pickTarget } from './pick-target.ts'
import { splitRows } from './split-rows.ts'
import type { Column, Table } from './table.ts'
import { noise, plainLeads, tableWith } from './table-for-test.ts'
import { timeOrder } from './time-order.ts'

const options: LearnOptions = { model: 'logistic', split: 'time', exclude: [], writtenAfter: [] }

function learned(table: Table, changes: Partial<LearnOptions> = {}): Learned {
  const found = learn(table, { ...options, ...changes })
  if (!found.ok) throw new Error(found.reason)
  return found
}

function withColumn(table: Table, name: string, cell: (outcome: number, row: number) => string): Table {
  const texts = Array.from(table.outcomes, cell)
  const levels = [...new Set(texts)].filter((text) => text !== '')
  const column: Column = {
    kind: 'categorical',
    name,
    levels,
    codes: Int32Array.from(texts, (text) => levels.indexOf(text)),
  }
  return { ...table, columns: [...table.columns, column] }
}

const signsOf = (found: Learned) =>
  found.warnings.flatMap((one) => (one.kind === 'leakage' ? [`${one.sign} ${one.field}`] : [one.kind]))

const leads = plainLeads(4000)

test('plain leads are learnt without a warning, and measured on the last fifth', () => {
  const found = learned(leads)
  expect(found.warnings).toEqual([])
  expect(found.split).toMatchObject({ kind: 'time', train: { rows: 3200 }, test: { rows: 800 } })
  expect(found.evaluation.auc).toBeGreaterThan(0.68)
  expect(found.evaluation.calibrationError).toBeLessThan(0.08)
  expect(found.fields.map(({ field }) => field)).toEqual(['source', 'visits', 'shoe'])
})

test('rows whose outcome is not known yet teach nothing', () => {
  const open = { ...leads, outcomes: leads.outcomes.map((outcome, row) => (row % 2 ? outcome : -1)) }
  expect(learned(open)).toMatchObject({ notYetKnown: 2000, split: { train: { rows: 1600 } } })
})

describe('fields written too late are warned of', () => {
  test('a field that alone tells the outcome, and the model that is too good by it', () => {
    const found = learned(
      withColumn(leads, 'colour', (outcome, row) => (noise(row) < 0.03 ? 'grey' : outcome ? 'red' : 'blue')),
    )
    expect(signsOf(found)).toEqual(['auc-too-good null', 'field-tells-too-much colour', 'field-carries-model colour'])
  })

  test('a field filled only for one outcome', () => {
    const found = learned(withColumn(leads, 'when', (outcome, row) => (outcome && noise(row) < 0.7 ? 'x' : '')))
    expect(signsOf(found)).toContain('filled-with-outcome when')
  })

  test('a field filled only once the outcome is known, a list left at "Select" being blank', () => {
    const open = { ...leads, outcomes: leads.outcomes.map((outcome, row) => (row % 4 ? outcome : -1)) }
    const found = learned(
      withColumn(open, 'mood', (outcome, row) => (outcome < 0 ? 'Select' : noise(row) < 0.5 ? 'a' : 'b')),
    )
    expect(signsOf(found)).toEqual(['filled-with-outcome mood'])
  })

  test('a field that carries the model, though it would not alone give it away', () => {
    const found = learned(withColumn(leads, 'n', (outcome, row) => String(Math.floor(noise(row) * 9 + 4.5 * outcome))))
    expect(signsOf(found)).toContain('field-carries-model n')
  })

  test('a field the caller names, and one whose name says it', () => {
    const tag = (outcome: number, row: number) => (noise(row) < 0.3 + 0.2 * outcome ? 'hot' : 'cold')
    const found = learned(withColumn(leads, 'Lead Quality', tag), { writtenAfter: ['shoe'] })
    expect(signsOf(found).sort()).toEqual(['name-sounds-written-after Lead Quality', 'named-as-written-after shoe'])
  })

  test('a field left out is not warned of', () => {
    const found = learned(
      withColumn(leads, 'Tags', (outcome) => (outcome ? 'a' : 'b')),
      { exclude: ['Tags'] },
    )
    expect(signsOf(found)).toEqual([])
  })
})

test.each([
  ['duration', true],
  ['Call Length', true],
  ['durée', true],
  ['sessionDuration', false],
  ['Last Notable Activity', true],
  ['last_modified', true],
  ['Lead Status', true],
  ['dealAmount', true],
  ['Lost Reason', true],
  ['poutcome', false],
  ['previous outcome', false],
  ['Lead Source', false],
  ['Lead Origin', false],
  ['Total Time Spent on Website', false],
  ['contact', false],
  ['How did you hear about us', false],
  ['cons.price.idx', false],
])('the name %s sounds written late: %s', (name, isSuspect) => {
  expect(nameSign(name) !== null).toBe(isSuspect)
})

describe('too little to learn from', () => {
  test.each([
    ['logistic', 1000, 19, 3, 'refused'],
    ['bayes', 1000, 19, 3, 'refused'],
    ['logistic', 1000, 990, 3, 'refused'],
    ['logistic', 1000, 99, 3, 'bayes'],
    ['logistic', 1000, 100, 11, 'bayes'],
    ['logistic', 1000, 100, 10, 'logistic'],
    ['logistic', 1000, 0, 10, 'refused'],
    ['bayes', 1000, 20, 90, 'bayes'],
    ['bayes', 1000, 500, 0, 'refused'],
  ] as const)('%s of %i rows, %i successes and %i parameters: %s', (wish, rows, positives, parameters, outcome) => {
    const found = enoughData(wish, rows, positives, parameters)
    expect(found.ok ? found.kind : 'refused').toBe(outcome)
  })

  test('says how many there are, how many are needed, and falls back', () => {
    const found = learned(plainLeads(160))
    expect(found.model.kind).toBe('bayes')
    expect(found.warnings[0]?.message).toMatch(
      /^Naive Bayes instead of logistic regression: there are \d+ successes and 100 are needed\.$/,
    )
    expect(learn(plainLeads(30), options)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/at least 20 are needed/),
    })
    expect(learn(tableWith([], []), options)).toMatchObject({ ok: false })
  })
})

test('a success rate that rose from 6 % to 31 % is told, a small change is not', () => {
  expect(findDrift({ rows: 30_000, positives: 1900 }, { rows: 8000, positives: 2500 })[0]?.message).toContain('6.3 %')
  expect(findDrift({ rows: 30_000, positives: 1900 }, { rows: 8000, positives: 520 })).toEqual([])
  expect(findDrift({ rows: 300, positives: 30 }, { rows: 20, positives: 3 })).toEqual([])
})

test('measuring between the rows learnt from is told, and so is an order nobody vouches for', () => {
  expect(learned(leads, { split: 'mod5' }).warnings.map(({ kind }) => kind)).toEqual(['not-in-time-order'])
  expect(learned({ ...leads, isInTimeOrder: false }).warnings.map(({ kind }) => kind)).toEqual(['not-in-time-order'])
})

test('the last fifth, or every fifth row from the first, is measured', () => {
  expect([...splitRows(11, 'time').test]).toEqual([8, 9, 10])
  expect([...splitRows(11, 'mod5').test]).toEqual([0, 5, 10])
  expect([...splitRows(4, 'mod5').train]).toEqual([1, 2, 3])
})

test.each([
  [['yes', 'no', ''], null, 'yes', [1, 0, -1]],
  [['0', '1'], null, '1', [0, 1]],
  [['Won', 'Lost', 'Open'], 'Won', 'Won', [1, 0, 0]],
])('of %j with %s the success is %s', (texts, positive, wanted, outcomes) => {
  const found = pickTarget(texts, positive)
  expect(found).toMatchObject({ ok: true, positive: wanted })
  if (found.ok) expect([...found.outcomes]).toEqual(outcomes)
})

test.each([
  [['won', 'lost', 'open'], null, 'say which of its values is the success: "won", "lost", "open"'],
  [['a', 'b'], null, 'say which of its values is the success: "a", "b"'],
  [['a', 'b'], 'c', 'none of its values is "c": there are "a", "b"'],
  [['a', 'a'], 'a', 'its only value is "a"'],
  [['', ''], null, 'it is blank in every row'],
])('%j with %s is refused', (texts, positive, reason) => {
  expect(pickTarget(texts, positive)).toEqual({ ok: false, reason })
})

test('rows are ordered by numbers or dates, equal ones as they stand, and not by anything else', () => {
  expect(timeOrder(['30', '4', '4', '-1'])).toEqual({ ok: true, rows: Uint32Array.from([3, 1, 2, 0]) })
  expect(timeOrder(['2026-03-01', '2025-12-31 23:00', '2025-12-31T22:00Z'])).toEqual({
    ok: true,
    rows: Uint32Array.from([2, 1, 0]),
  })
  expect(timeOrder(['1', 'soon'])).toMatchObject({ ok: false, reason: expect.stringContaining('row 3 is "soon"') })
  expect(timeOrder([''])).toMatchObject({ ok: false, reason: expect.stringContaining('row 2 is blank') })
})
