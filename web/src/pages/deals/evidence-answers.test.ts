import { describe, expect, test } from 'vitest'
import { factsBeside, isAnswered, noAnswers, termsOf } from './evidence-answers.ts'

const none = noAnswers('EUR')
const ID = '0190a6e0-0000-7000-8000-000000000001'

describe('what is filled in for missing evidence', () => {
  test.each([
    ['an amount nobody can read is none', 'amount', { amount: 'a lot' }, false],
    ['an amount in words of the country is one', 'amount', { amount: '12 400,50' }, true],
    ['blanks are no next step', 'next step', { nextStep: '  ' }, false],
    ['asked and none counts as asked', 'competitor asked', { hasNoCompetitor: true }, true],
    ['a condition has no field here', 'condition', {}, false],
  ] as const)('%s', (_, kind, part, expected) => {
    expect(isAnswered(kind, { ...none, ...part })).toBe(expected)
  })

  test('nothing typed changes nothing', () => {
    expect(termsOf(none, [])).toEqual({})
    expect(factsBeside(none, 'd1')).toEqual([])
  })

  test('the decision maker joins those who are known, and changes only their own role', () => {
    const people = [
      { personId: ID, name: 'Ana Costa', role: 'champion' },
      { personId: null, name: 'Rui', role: 'user' },
    ]
    expect(termsOf({ ...none, decisionMaker: ID }, people)).toEqual({
      people: [
        { name: 'Rui', role: 'user' },
        { person: ID, role: 'decision maker' },
      ],
    })
  })

  test('several competitors stand in one field', () => {
    expect(termsOf({ ...none, competitors: 'Volt; Nordlys, ' }, [])).toEqual({ competitors: ['Volt', 'Nordlys'] })
  })
})
