import { describe, expect, test } from 'vitest'
import { contributionSentence } from './contribution-sentence.ts'
import type { LearnedModel, Row } from './model.ts'
import { score } from './score.ts'
import type { Table } from './table.ts'
import { plainLeads } from './table-for-test.ts'
import { logOddsOfRows, train } from './train.ts'

const table = plainLeads(3000)
const kinds = ['logistic', 'bayes'] as const

function rowOf({ columns }: Table, row: number): Row {
  return Object.fromEntries(
    columns.map((column) => [
      column.name,
      column.kind === 'numeric' ? (column.values[row] ?? null) : (column.levels[column.codes[row] ?? -1] ?? null),
    ]),
  )
}

describe.each(kinds)('a %s model', (kind) => {
  const model = train(table, kind, 'time')

  test('scores one row exactly as it scores many', () => {
    const many = logOddsOfRows(model, table)
    for (let row = 0; row < table.rows; row += 7) {
      expect(score(model, rowOf(table, row)).logOdds).toBeCloseTo(many[row] ?? Number.NaN, 9)
    }
  })

  test('says the same after being written as JSON and read again', () => {
    const again: LearnedModel = JSON.parse(JSON.stringify(model))
    const row = { source: 'referral', visits: 12, shoe: 40 }
    expect(score(again, row)).toEqual(score(model, row))
    expect(again.version).toBe(1)
  })

  test('has contributions that are 0 on average over the rows it learnt from', () => {
    const sums = new Map<string, number>()
    for (let row = 0; row < table.rows; row += 1) {
      for (const { field, logOdds } of score(model, rowOf(table, row)).contributions) {
        sums.set(field, (sums.get(field) ?? 0) + logOdds)
      }
    }
    for (const sum of sums.values()) expect(sum / table.rows).toBeCloseTo(0, 9)
  })

  test('finds a referral likelier than a search, and tells why in order of weight', () => {
    const { probability, contributions } = score(model, { source: 'referral', visits: 19, shoe: 40 })
    expect(probability).toBeGreaterThan(score(model, { source: 'search', visits: 19, shoe: 40 }).probability)
    const sizes = contributions.map(({ logOdds }) => Math.abs(logOdds))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(contributions.at(-1)?.field).toBe('shoe')
  })

  test('bears rows it cannot know: blank, unseen, of the wrong kind, oddly named', () => {
    const odd: Row[] = [
      {},
      { source: 'constructor', visits: 'many' },
      { source: '__proto__', visits: true },
      { source: null },
    ]
    for (const row of odd) {
      const { probability } = score(model, row)
      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThan(1)
    }
  })

  test('is the same for the same rows', () => {
    expect(train(plainLeads(3000), kind, 'time')).toEqual(model)
  })

  test('is calibrated with the fifth held out', () => {
    expect(model.calibration.kind).toBe('platt')
    expect(train(plainLeads(6000), kind, 'mod5').calibration.kind).toBe('isotonic')
  })
})

test.each([
  [
    { field: 'source', value: 'referral', logOdds: Math.log(3) },
    'source is referral, odds times 3.0',
    'source : referral, chances multipliées par 3,0',
  ],
  [
    { field: 'visits', value: null, logOdds: -Math.log(2) },
    'visits is not known, odds divided by 2.0',
    "visits n'est pas renseigné, chances divisées par 2,0",
  ],
  [{ field: 'shoe', value: '44', logOdds: 0.01 }, 'shoe is 44, which makes no difference', 'shoe : 44, sans effet'],
])('a contribution is told in words: %j', (contribution, english, french) => {
  expect(contributionSentence(contribution, 'en')).toBe(english)
  expect(contributionSentence(contribution, 'fr')).toBe(french)
})
