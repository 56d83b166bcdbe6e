import { describe, expect, test } from 'vitest'
import { changesNeeded } from './changes-needed.ts'
import { explainExpression } from './explain-expression.ts'
import { parseForTest } from './parse-for-test.ts'
import { readPaths } from './read-paths.ts'

const context = { account: { employees: 30, country: 'BR' }, grade: 'B1', visits: [{ seconds: 5 }, { seconds: 50 }] }
const explain = (source: string) => explainExpression(parseForTest(source), context)

describe('an explanation', () => {
  test('gives each part its text, value and verdict', () => {
    const node = explain('account.employees >= 50 && account.country == "BR" && person.phone != null')
    expect(node.verdict).toBe('failed')
    expect(node.notHeld).toEqual([0, 2])
    expect(node.parts.map(({ text, verdict, offset }) => [text, verdict, offset])).toEqual([
      ['account.employees >= 50', 'failed', 0],
      ['account.country == "BR"', 'held', 27],
      ['person.phone != null', 'failed', 54],
    ])
    expect(node.parts[0]?.parts.map(({ text, value, verdict }) => [text, value, verdict])).toEqual([
      ['account.employees', 30, 'value'],
      ['50', 50, 'value'],
    ])
  })

  test('shows the condition of exists() once per item', () => {
    const node = explain('visits.exists(v, v.seconds > 30)')
    expect(node.parts.map(({ verdict, parts }) => [verdict, parts[0]?.value])).toEqual([
      ['failed', 5],
      ['held', 50],
    ])
  })
})

describe('what would have to be different', () => {
  const employees = {
    kind: 'condition',
    text: 'account.employees >= 50',
    wanted: true,
    reads: [{ text: 'account.employees', value: 30 }],
  }
  const grade = { kind: 'condition', text: 'grade == "A1"', wanted: true, reads: [{ text: 'grade', value: 'B1' }] }

  test.each<[string, unknown]>([
    ['account.country == "BR"', undefined],
    ['account.employees >= 50 && account.country == "BR"', employees],
    ['account.employees >= 50 && grade == "A1"', { kind: 'all', of: [employees, grade] }],
    ['account.employees >= 50 || grade == "A1"', { kind: 'any', of: [employees, grade] }],
    [
      '!(account.country == "BR")',
      {
        kind: 'condition',
        text: 'account.country == "BR"',
        wanted: false,
        reads: [{ text: 'account.country', value: 'BR' }],
      },
    ],
    [
      'has(person.phone)',
      {
        kind: 'condition',
        text: 'has(person.phone)',
        wanted: true,
        reads: [{ text: 'person.phone', value: undefined }],
      },
    ],
    [
      '!(account.seats > 3)',
      {
        kind: 'condition',
        text: 'account.seats > 3',
        wanted: false,
        reads: [{ text: 'account.seats', value: undefined }],
      },
    ],
  ])('%s', (source, change) => {
    expect(changesNeeded(explain(source))).toEqual(change)
  })
})

test('the fields an expression reads are named once, without the items of exists()', () => {
  const source =
    'account.employees > 3 && account.employees < 9 && visits.exists(v, v.seconds > grade.x) && person.a["k"].b == 1'
  expect(readPaths(parseForTest(source))).toEqual(['account.employees', 'visits', 'grade.x', 'person.a'])
})
