import { describe, expect, test } from 'vitest'
import { pickReason } from './pick-reason.ts'

describe('choosing reasons', () => {
  test.each([
    ['the first is the main one', { main: null, also: [] }, 'price', { main: 'price', also: [] }],
    ['the next stands beside it', { main: 'price', also: [] }, 'timing', { main: 'price', also: ['timing'] }],
    ['a fourth is not taken', { main: 'a', also: ['b', 'c'] }, 'd', { main: 'a', also: ['b', 'c'] }],
    ['the main one given up leaves its place to the next', { main: 'a', also: ['b'] }, 'a', { main: 'b', also: [] }],
    ['a further one can be given up', { main: 'a', also: ['b', 'c'] }, 'b', { main: 'a', also: ['c'] }],
    ['the last one given up leaves nothing', { main: 'a', also: [] }, 'a', { main: null, also: [] }],
  ])('%s', (_, before, code, after) => {
    expect(pickReason(before, code)).toEqual(after)
  })
})
