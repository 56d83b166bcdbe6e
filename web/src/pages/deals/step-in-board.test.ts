import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepInBoard } from './step-in-board.ts'

describe('a step on the board', () => {
  test.each([
    ['from nowhere leads to the first card', [0, 2, 1], null, 'down', { column: 1, row: 0 }],
    ['sideways passes over an empty column', [2, 0, 3], { column: 0, row: 1 }, 'right', { column: 2, row: 1 }],
    [
      'sideways into a shorter column ends at its last card',
      [5, 2],
      { column: 0, row: 4 },
      'right',
      { column: 1, row: 1 },
    ],
    ['at the edge stays where it is', [2, 2], { column: 0, row: 1 }, 'left', { column: 0, row: 1 }],
    ['down stops at the last card', [2], { column: 0, row: 1 }, 'down', { column: 0, row: 1 }],
    ['up stops at the first', [2], { column: 0, row: 0 }, 'up', { column: 0, row: 0 }],
    ['from a column that has emptied starts anew', [0, 1], { column: 0, row: 0 }, 'up', { column: 1, row: 0 }],
    ['on an empty board leads nowhere', [0, 0], null, 'right', null],
  ] as const)('%s', (_, cards, from, step, to) => {
    expect(stepInBoard(cards, from, step)).toEqual(to)
  })

  test('always ends on a card that is there', () => {
    const spot = fc.option(fc.record({ column: fc.nat(5), row: fc.nat(9) }))
    const step = fc.constantFrom('left', 'right', 'up', 'down')
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 6 }), spot, step, (cards, from, way) => {
        const to = stepInBoard(cards, from, way)
        if (to === null) return cards.every((count) => count === 0)
        return to.row >= 0 && to.row < (cards[to.column] ?? 0)
      }),
    )
  })
})
