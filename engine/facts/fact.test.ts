import { describe, expect, it, test } from 'vitest'
import { fact } from '../lifecycle/story-for-test.ts'
import { compareOrder, type Fact, orderOf, storyOf } from './fact.ts'
import { FACT_DATA, FACT_KINDS, isFactKind } from './kinds.ts'

const page = (at: string, messageId: string): Fact => fact(at, 'page.viewed', { path: '/' }, { messageId })

describe('the order of a story', () => {
  test.each<[string, Fact, Fact]>([
    ['is by time', page('0 10:00', 'b'), page('0 10:01', 'a')],
    ['then by what follows from what', page('0 10:00', 'b'), fact('0 10:00', 'lead.accepted', {}, { messageId: 'a' })],
    ['then by message', page('0 10:00', 'a'), page('0 10:00', 'b')],
    [
      'puts who someone is before what they did',
      fact('0 10:00', 'person.identified', {}, { messageId: 'b' }),
      page('0 10:00', 'a'),
    ],
  ])('%s', (_what, first, second) => {
    expect(compareOrder(orderOf(first), orderOf(second))).toBeLessThan(0)
    expect(compareOrder(orderOf(second), orderOf(first))).toBeGreaterThan(0)
    expect(storyOf([second, first])).toEqual([first, second])
  })

  it('has each message once, the copy recorded first, whatever the order of arrival', () => {
    const first = page('0 10:00', 'm')
    const again = { ...page('0 10:05', 'm'), recordedAt: first.recordedAt + 1 }
    expect(storyOf([first, again])).toEqual([first])
    expect(storyOf([again, first])).toEqual([first])
  })

  it('leaves out what was taken back, even when the taking back arrives first', () => {
    const slip = page('0 10:00', 'm')
    const undo = fact('0 10:01', 'fact.retracted', { fact: slip.id })
    expect(storyOf([undo, slip])).toEqual([undo])
  })
})

it('knows the traits of every kind that has data, and no other', () => {
  expect(Object.keys(FACT_KINDS).sort()).toEqual(Object.keys(FACT_DATA).sort())
  expect(isFactKind('toString')).toBe(false)
})
