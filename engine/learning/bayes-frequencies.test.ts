import { expect, test } from 'vitest'
import {
  countOutcome,
  emptyFrequencies,
  evidenceOf,
  type LeadValues,
  poolFrequencies,
  priorOf,
} from './bayes-frequencies.ts'
import { bayesPercent } from './naive-bayes.ts'

const lead = (stage: string, country: string | null, tags: string[] = []): LeadValues => ({
  stage,
  fields: { country },
  tags,
})
const start = emptyFrequencies(['new', 'talks', 'offer'])

test('a won lead counts in every stage, a lost one up to the stage it was lost in', () => {
  const one = countOutcome(start, lead('new', 'BE'), 'won')
  const both = countOutcome(one, lead('talks', 'FR'), 'lost')
  expect(both.stages).toEqual([
    { stage: 'new', won: 1.1, lost: 1.1 },
    { stage: 'talks', won: 1.1, lost: 1.1 },
    { stage: 'offer', won: 1.1, lost: 0.1 },
  ])
  expect(priorOf(both)).toMatchObject({ won: 1.1, lost: 1.1 })
  expect(both.fields).toEqual({ country: { BE: { won: 1.1, lost: 0.1 }, FR: { won: 0.1, lost: 1.1 } } })
})

test('a value that is not set, and one never seen, say nothing', () => {
  const known = countOutcome(start, lead('new', 'BE'), 'won')
  expect(evidenceOf(known, lead('elsewhere', null))).toEqual([])
  expect(evidenceOf(known, lead('elsewhere', 'constructor'))).toEqual([])
})

test('a stage is held against all leads, a field against its values, a tag only once it is known on fifty', () => {
  let known = start
  for (let i = 0; i < 30; i += 1) {
    known = countOutcome(known, lead('talks', i % 2 ? 'BE' : 'FR', ['often', ...(i < 9 ? ['seldom'] : [])]), 'won')
    known = countOutcome(known, lead('talks', 'FR', ['often']), 'lost')
  }
  const found = evidenceOf(known, lead('talks', 'BE', ['often', 'seldom']))
  expect(found.map(({ field, value }) => [field, value])).toEqual([
    ['stage', 'talks'],
    ['country', 'BE'],
    ['tag', 'often'],
  ])
  expect(found[0]?.totals).toMatchObject({ won: 30.1, lost: 30.1 })
  expect(found[1]?.totals.won).toBeCloseTo(30.2, 9)
  expect(found[2]?.totals.won).toBeCloseTo(39.2, 9)
  expect(bayesPercent(priorOf(known), found)).toBeGreaterThan(95)
})

test('leads without a team are judged by what all teams saw', () => {
  const [a, b] = [
    countOutcome(start, lead('new', 'BE', ['x']), 'won'),
    countOutcome(start, lead('offer', 'BE', ['x']), 'lost'),
  ]
  const pooled = poolFrequencies([a, b])
  expect(pooled.stages[0]?.won).toBeCloseTo(1.2, 9)
  expect(pooled.stages[2]?.lost).toBeCloseTo(1.2, 9)
  expect(pooled.fields.country?.BE?.won).toBeCloseTo(1.2, 9)
  expect(pooled.tags.x?.lost).toBeCloseTo(1.2, 9)
})
