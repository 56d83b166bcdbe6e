import { describe, expect, test } from 'vitest'
import { foldNeeds } from './fold-needs.ts'
import { judged, stated } from './need-for-test.ts'
import { pathMatches } from './path-matches.ts'
import { type NeedTopic, suggestNeeds } from './suggest-needs.ts'

describe('pathMatches', () => {
  test.each([
    ['/pricing', '/pricing', true],
    ['/pricing', '/pricing/', true],
    ['/pricing', '/Pricing?plan=pro#top', true],
    ['/pricing', '/pricing/pro', false],
    ['/pricing*', '/pricing/pro', true],
    ['/*/pricing', '/fr/pricing', true],
    ['/*/pricing', '/pricing', false],
    ['*guide*', '/a/guides/b', true],
    ['/a*b*a', '/ab-a', true],
    ['/a*a', '/a', false],
    ['/', '/', true],
    ['/(.*)', '/anything', false],
  ])('%s against %s is %s', (pattern, path, wanted) => {
    expect(pathMatches(pattern, path)).toBe(wanted)
  })
})

const price: NeedTopic = {
  topic: 'price',
  name: 'know what it costs',
  pages: ['/pricing*'],
  phrases: ['trop cher', 'how much'],
  lostReasons: ['price'],
}
const nothing = { pages: [], words: [], lost: [] }
const views = (n: number) => Array.from({ length: n }, (_, index) => ({ path: '/pricing', fact: `p${index}` }))

describe('suggestNeeds', () => {
  test.each([
    ['one view is no sign', { ...nothing, pages: views(1) }, []],
    [
      'two views are, with how many of all',
      { ...nothing, pages: [...views(2), { path: '/', fact: 'x' }] },
      [{ kind: 'pages', n: 2, of: 3, facts: ['p0', 'p1'], text: '/pricing' }],
    ],
    [
      'words are found whatever their case and accents',
      { ...nothing, words: [{ text: 'C’est TROP CHER pour nous', fact: 'w' }] },
      [{ kind: 'words', n: 1, of: null, facts: ['w'], text: 'C’est TROP CHER pour nous' }],
    ],
    [
      'lost deals count when it is sure they are many',
      { ...nothing, lost: [{ reason: 'price', n: 20, of: 40 }] },
      [{ kind: 'lost deals', n: 20, of: 40, facts: [], text: 'price' }],
    ],
    [
      'lost deals about a product they consider count, and the surest group speaks',
      {
        ...nothing,
        lost: [
          { reason: 'price', n: 5, of: 100 },
          { reason: 'price', n: 20, of: 30, about: 'Relais' },
          { reason: 'price', n: 12, of: 30, about: 'Cargo' },
        ],
      },
      [{ kind: 'lost deals', n: 20, of: 30, about: 'Relais', facts: [], text: 'price' }],
    ],
    ['two of three are too few to tell', { ...nothing, lost: [{ reason: 'price', n: 1, of: 3 }] }, []],
    ['other reasons say nothing of it', { ...nothing, lost: [{ reason: 'slow response', n: 30, of: 40 }] }, []],
  ])('%s', (_, seen, evidence) => {
    expect(suggestNeeds([price], seen, []).flatMap((one) => one.evidence)).toEqual(evidence)
  })

  test('what is a need of theirs already is not suggested again, refuted or not', () => {
    const seen = { ...nothing, pages: views(5) }
    const known = foldNeeds([stated(1, 1, { topic: 'price' })])
    const refuted = foldNeeds([
      stated(1, 1, { id: '00000000-0000-4000-8000-000000000001', need: 'Know what it costs' }),
      judged(2, 2, '00000000-0000-4000-8000-000000000001', 'refuted'),
    ])
    expect(suggestNeeds([price], seen, known)).toEqual([])
    expect(suggestNeeds([price], seen, refuted)).toEqual([])
  })

  test('words outweigh pages, pages outweigh lost deals, and five are enough', () => {
    const topics = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (topic): NeedTopic => ({ ...price, topic, name: `need ${topic}` }),
    )
    expect(suggestNeeds(topics, { ...nothing, pages: views(2) }, [])).toHaveLength(5)
    const [read, said, lost] = [
      { ...price, topic: 'read', name: 'read', phrases: [], lostReasons: [] },
      { ...price, topic: 'said', name: 'said', pages: [], lostReasons: [] },
      { ...price, topic: 'lost', name: 'lost', pages: [], phrases: [] },
    ]
    const seen = {
      pages: views(3),
      words: [{ text: 'how much?', fact: 'w' }],
      lost: [{ reason: 'price', n: 9, of: 30 }],
    }
    expect(suggestNeeds([lost, read, said], seen, []).map((one) => one.topic)).toEqual(['said', 'read', 'lost'])
  })
})
