import { describe, expect, test } from 'vitest'
import { isReadable, linesOf, productsOf, sumOf } from './product-lines.ts'

const write = (cents: number | null) => (cents === null ? '' : String(cents / 100))

describe('the lines of a deal', () => {
  test('what is stored comes back as it was', () => {
    const stored = [
      { name: 'Ovens', quantity: 2, unitCents: 124_050 },
      { name: 'Fitting', quantity: null, unitCents: null },
    ]
    const lines = linesOf(stored, write)
    expect(productsOf(lines)).toEqual([{ name: 'Ovens', quantity: 2, unitCents: 124_050 }, { name: 'Fitting' }])
  })

  test('a line without a name is left out', () => {
    expect(productsOf([{ name: ' ', quantity: '1', price: '5' }])).toEqual([])
  })

  test.each([
    ['quantity times price', [{ name: 'a', quantity: '3', price: '10.50' }], 3_150],
    ['one where no quantity is written', [{ name: 'a', quantity: '', price: '10' }], 1_000],
    ['half of something, in the French way', [{ name: 'a', quantity: '0,5', price: '10' }], 500],
    ['nothing where no line has a price', [{ name: 'a', quantity: '3', price: '' }], null],
  ])('the sum is %s', (_, lines, cents) => {
    expect(sumOf(lines)).toBe(cents)
  })

  test('a word is no quantity', () => {
    expect(isReadable('some')).toBe(false)
  })
})
