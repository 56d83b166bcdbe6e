import { describe, expect, test } from 'vitest'
import type { FactView } from '../api/types.ts'
import { groupVisits, lengthOf } from './group-visits.ts'

let count = 0
function fact(minute: number, kind = 'page.viewed', more: Partial<FactView> = {}): FactView {
  count += 1
  return {
    id: `f${count}`,
    kind,
    side: 'prospect',
    at: new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString(),
    recordedAt: new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString(),
    source: 'test',
    actor: null,
    isHistory: false,
    isRetracted: false,
    channel: null,
    origin: null,
    campaign: null,
    landingPage: null,
    identity: null,
    person: null,
    data: {},
    decisions: [],
    ...more,
  }
}
const decided = (what: string): FactView['decisions'] => [
  {
    id: 'd',
    what,
    clause: null,
    version: 1,
    attempt: 1,
    at: '2026-01-05T09:00:00Z',
    revisedAt: null,
    sentence: null,
    because: null,
    data: {},
  },
]
const shape = (facts: FactView[], kept?: string) =>
  groupVisits(facts, kept).map((item) => (item.kind === 'visit' ? item.facts.length : item.fact.kind))

describe('groupVisits', () => {
  test.each([
    ['pages read one after the other are one visit', [fact(12), fact(5), fact(0)], [3]],
    ['one page is no visit', [fact(0)], ['page.viewed']],
    ['a pause of more than half an hour begins another', [fact(50), fact(45), fact(10), fact(9)], [2, 2]],
    [
      'what happens in between parts them',
      [fact(3), fact(2), fact(1, 'form.submitted'), fact(0)],
      [2, 'form.submitted', 'page.viewed'],
    ],
    ['points alone do not', [fact(2, 'page.viewed', { decisions: decided('scored') }), fact(1)], [2]],
    [
      'a page that qualified stands for itself',
      [fact(2), fact(1, 'page.viewed', { decisions: decided('qualified') }), fact(0)],
      ['page.viewed', 'page.viewed', 'page.viewed'],
    ],
    [
      'two people make two visits',
      [
        fact(3, 'page.viewed', { person: { id: 'a', name: 'A' } }),
        fact(2, 'page.viewed', { person: { id: 'a', name: 'A' } }),
        fact(1, 'page.viewed', { person: { id: 'b', name: 'B' } }),
      ],
      [2, 'page.viewed'],
    ],
    ['nothing is nothing', [], []],
  ])('%s', (_, facts, wanted) => {
    expect(shape(facts)).toEqual(wanted)
  })

  test('the page a link leads to is not put away', () => {
    const middle = fact(1)
    expect(shape([fact(2), middle, fact(0)], middle.id)).toEqual(['page.viewed', 'page.viewed', 'page.viewed'])
  })

  test('a visit lasts from its first page to its last', () => {
    expect(lengthOf([fact(12), fact(5), fact(0)])).toBe(12 * 60_000)
  })
})
