import { describe, expect, test } from 'vitest'
import { addWords, say } from './words.ts'

addWords('en', {
  page: { leads_one: '{{count}} lead', leads_other: '{{count}} leads', hello: 'Hello {{ name }}', plain: 'Plain' },
  sum_one: '{{count}} deal',
  sum_other: '{{count}} deals',
  sum_lead_one: '{{count}} lead met it',
  sum_lead_other: '{{count}} leads met it',
})
addWords('fr', { page: { leads_one: '{{count}} piste', leads_other: '{{count}} pistes' } })

describe('a sentence', () => {
  test.each([
    ['page.plain', {}, 'Plain'],
    ['page.hello', { name: 'Ana' }, 'Hello Ana'],
    ['page.hello', { name: null }, 'Hello '],
    ['page.leads', { count: 1 }, '1 lead'],
    ['page.leads', { count: 0 }, '0 leads'],
    ['sum', { count: 2, context: 'lead' }, '2 leads met it'],
    ['sum', { count: 1, context: undefined }, '1 deal'],
    ['page.unknown', {}, 'page.unknown'],
    ['page.unknown', { defaultValue: 'else' }, 'else'],
  ])('%s with %o', (key, values, said) => {
    expect(say('en', key, values)).toBe(said)
  })

  test.each([
    [0, '0 piste'],
    [1.5, '1.5 piste'],
    [2, '2 pistes'],
    [1_000_000, '1000000 pistes'],
  ])('in French with %d', (count, said) => {
    expect(say('fr', 'page.leads', { count })).toBe(said)
  })
})
