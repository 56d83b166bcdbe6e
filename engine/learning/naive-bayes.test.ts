import { expect, test } from 'vitest'
import { bayesPercent, bayesProbability, type Evidence, evidenceStrength, isTagHeard } from './naive-bayes.ts'

/** "1.1/2.1 | 0.1/2.3" is the won count of the won total, and the lost count of the lost total. */
function evidence(text: string): Evidence {
  const [won = 0, wonTotal = 0, lost = 0, lostTotal = 0] = text.split(/[/|]/).map(Number)
  return { counts: { won, lost }, totals: { won: wonTotal, lost: lostTotal } }
}

const tag1 = '33.1/56.2 | 65.1/140.2'
const tag2 = '23.1/56.2 | 75.1/140.2'
const team = { won: 42.1, lost: 105.1 }
const small = { won: 1.1, lost: 2.1 }

test.each([
  ['the prior alone', team, [], 28.6],
  ['the first tag', team, [tag1], 33.69],
  ['the second tag', team, [tag2], 23.51],
  ['both tags', team, [tag1, tag2], 28.05],
  [
    'stage, country, state and source',
    small,
    ['1.1/1.1 | 1.1/2.1', '.1/1.3 | 1.1/2.3', '.1/1.3 | 1.1/2.3', '1.1/1.3 | .1/2.3'],
    33.49,
  ],
  ['stage, state and source', small, ['1.1/1.1 | 2.1/2.1', '.1/1.2 | 2.1/2.2', '1.1/1.2 | 1.1/2.2'], 7.74],
  [
    'a stage few lost leads reached',
    small,
    ['1.1/1.1 | .1/2.1', '.1/1.2 | 1.1/2.2', '1.1/1.2 | 1.1/2.2', '.1/1.3 | 1.1/2.3'],
    35.09,
  ],
])('a lead with %s has the known percentage', (_, prior, known, percent) => {
  expect(bayesPercent(prior, known.map(evidence))).toBe(percent)
})

test('the percentage never reaches 0 or 100', () => {
  const sure = Array.from({ length: 400 }, () => evidence('999/1000 | 1/1000'))
  expect(bayesPercent(small, sure)).toBe(99.99)
  expect(
    bayesPercent(
      small,
      sure.map(({ counts, totals }) => ({ counts: { won: counts.lost, lost: counts.won }, totals })),
    ),
  ).toBe(0.01)
  expect(bayesProbability(small, sure)).toBe(1)
})

test('a value seen alike with both outcomes has strength one half', () => {
  expect(evidenceStrength(evidence('2/4 | 10/20'))).toBe(0.5)
  expect(evidenceStrength(evidence('3/4 | 5/20'))).toBe(0.75)
})

test('a tag is heard from fifty leads on', () => {
  expect([isTagHeard({ won: 20, lost: 29.9 }), isTagHeard({ won: 20, lost: 30 })]).toEqual([false, true])
})
