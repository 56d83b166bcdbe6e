import { describe, expect, it } from 'vitest'
import { AGREEMENT, fact, form, when } from '../lifecycle/story-for-test.ts'
import { cohortOf } from './cohort.ts'
import { historyOfStories } from './history-of-stories.ts'
import { trackScores } from './score-track.ts'
import { ACCOUNT_SIZES, accountSizeOf, type Segment } from './segment.ts'
import { conditionOf, segmentCondition } from './segment-condition.ts'

const known = (at: string, role: string, employees: number, country = 'FR') =>
  fact(at, 'person.identified', {
    person: { email: `${role}@firm.example`, role, country },
    account: { employees },
    traits: { 'plan.size': 'pro' },
  })
const from = (channel: string, landingPage: string | null = null) => ({
  touch: { channel, origin: null, campaign: null, landingPage },
})

const history = historyOfStories(
  new Map([
    ['a', [known('0 09:00', 'owner', 80), form('0 10:00', from('fair'))]],
    ['b', [known('0 09:00', 'sales', 9, 'DE'), form('0 11:00', from('search', 'shop'))]],
    // What is learned later, and how they come back, plays its part or does not: the first lead came from the fair.
    [
      'c',
      [
        form('0 12:00', from('fair')),
        fact('2 09:00', 'lead.disqualified', { reason: 'not_a_buyer' }),
        form('9 09:00', from('search')),
        known('20 09:00', 'owner', 250),
      ],
    ],
    ['d', [form('1 10:00', from('search'))]],
  ]),
)

function peopleOf(segment: Segment): string {
  const track = trackScores(history, AGREEMENT, [], when('90 00:00'), undefined, conditionOf(segment)?.paths)
  const cohort = cohortOf(track, { fromMs: when('0 00:00'), toMs: when('30 00:00'), segment })
  return Array.from(cohort, (person) => history.people[person]).join('')
}

describe('a segment', () => {
  const cases: [name: string, segment: Segment, people: string][] = [
    ['of nothing is everybody', {}, 'abcd'],
    ['is told by the channel of the first lead', { channel: 'fair' }, 'ac'],
    ['is told by the country, empty being unknown', { country: '' }, 'd'],
    ['is told by the size of the account', { accountSize: '50-249' }, 'a'],
    ['is told by a size nobody knows', { accountSize: '' }, 'd'],
    ['is all of its traits together', { channel: 'fair', accountSize: '250+' }, 'c'],
    ['is told by a condition on the account', { when: 'account.employees >= 80' }, 'ac'],
    ['is told by a condition on the person', { when: 'person.role in ["owner", "intern"]' }, 'ac'],
    ['is told by a condition on how the first lead came', { when: 'lead.channel == "fair"' }, 'ac'],
    ['is told by the page of the first lead', { when: 'lead.landing_page == "shop"' }, 'b'],
    ['is told by traits of any name', { when: 'traits["plan.size"] == "pro"' }, 'abc'],
    ['leaves out of whom a condition is not known to hold', { when: '!(account.employees >= 80)' }, 'b'],
    ['is a trait and a condition together', { channel: 'fair', when: 'account.employees < 100' }, 'a'],
  ]
  it.each(cases)('%s', (_name, segment, people) => {
    expect(peopleOf(segment)).toBe(people)
  })
})

describe('the condition of a segment', () => {
  const refused: [name: string, when: string, offset: number, said: RegExp][] = [
    ['of an unknown field', 'account.employes > 5', 8, /employees/],
    ['that compares a number with a text', 'account.employees > "many"', 0, /number/],
    ['that is no condition', 'account.employees', 0, /Compare/],
    ['on a score', 'grade == "A1"', 0, /grade/],
    ['that ends too early', 'account.employees >', 19, /./],
  ]
  it.each(refused)('%s is refused with its place and a remedy', (_name, condition, offset, said) => {
    const read = segmentCondition(condition)
    const [first] = read.ok ? [] : read.problems
    expect(first?.offset).toBe(offset)
    expect(`${first?.message} ${first?.remedy}`).toMatch(said)
  })
})

describe('the size of an account', () => {
  it('is the class its employees fall in', () => {
    const sizes = [0, 9, 10, 49, 50, 249, 250, 1e6].map(accountSizeOf)
    expect(sizes).toEqual(ACCOUNT_SIZES.flatMap((size) => [size, size]))
    expect([null, undefined, 'many', -1, Number.NaN].map(accountSizeOf)).toEqual([null, null, null, null, null])
  })
})
