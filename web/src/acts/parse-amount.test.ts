import { describe, expect, test } from 'vitest'
import { parseAmount } from './parse-amount.ts'

describe('parseAmount', () => {
  test.each([
    ['a whole number is whole units', '12400', 1_240_000],
    ['a French amount has spaces and a comma', '12 400,50', 1_240_050],
    ['a narrow no-break space counts as a space', '12\u202f400', 1_240_000],
    ['an English amount has commas and a point', '12,400.50', 1_240_050],
    ['one decimal is tenths', '12.5', 1_250],
    ['three digits after a sign are thousands', '12.400', 1_240_000],
    ['a currency sign is passed over', '€ 990', 99_000],
    ['words are no amount', 'a lot', null],
    ['nothing is no amount', '', null],
    ['a negative number is no amount', '-5', null],
  ])('%s', (_, written, cents) => {
    expect(parseAmount(written)).toBe(cents)
  })
})
