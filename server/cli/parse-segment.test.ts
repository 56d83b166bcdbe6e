import { expect, test } from 'vitest'
import { parseSegment } from './parse-segment.ts'

test.each([
  ['nothing', [], {}],
  ['traits', ['channel=fair', 'landingPage=a=b'], { channel: 'fair', landingPage: 'a=b' }],
  ['the leads without', ['origin='], { origin: '' }],
  ['the size of the account', ['accountSize=250+'], { accountSize: '250+' }],
  ['a condition', ['account.employees >= 50'], { when: 'account.employees >= 50' }],
  ['an equation is a condition', ['country == "FR"'], { when: 'country == "FR"' }],
  [
    'conditions that all must hold',
    ['person.has_phone', 'a || b', 'channel=fair'],
    { channel: 'fair', when: '(person.has_phone) && (a || b)' },
  ],
])('%s', (_name, words, segment) => {
  expect(parseSegment(words)).toEqual(segment)
})

test.each([
  ['chanel=fair', 'channel, origin'],
  ['accountSize=big', '50-249'],
  ['  ', 'says nothing'],
])('"%s" is refused with a remedy', (word, said) => {
  expect(() => parseSegment([word])).toThrow(said)
})
