import { describe, expect, it } from 'vitest'
import { NAMES_OF_OTHERS } from './question.ts'
import { sayVerdict } from './say-verdict.ts'

const verdict = {
  kind: 'differ',
  p: 0.001,
  why: null,
  more: ['/prices'],
  less: [NAMES_OF_OTHERS],
  conversions: 100,
  nulls: 900,
} as const

describe('the sentence about what the data can tell', () => {
  it.each([
    ['en', 'Journeys with /prices converted more often than those without, those with the rarer ones less often.'],
    ['fr', 'ceux passés par les moins fréquentes moins souvent.'],
  ] as const)('names the labels that were counted as one in words (%s)', (locale, said) => {
    expect(
      sayVerdict({ ...verdict, more: [...verdict.more], less: [...verdict.less] }, 'landingPage', locale),
    ).toContain(said)
  })
})
