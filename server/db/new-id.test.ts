import { describe, expect, it } from 'vitest'
import { newId } from './new-id.ts'

describe('ids', () => {
  it('are UUIDs of version 7 that begin with their time', () => {
    const atMs = Date.parse('2026-03-23T08:00:00.123Z')
    const id = newId(atMs)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(atMs)
  })

  it('made for one millisecond sort as they were made, whatever is made for other moments in between', () => {
    const mine: string[] = []
    for (let n = 0; n < 20_000; n += 1) {
      mine.push(newId(1_000))
      newId(2_000 + n)
    }
    expect(mine.toSorted()).toEqual(mine)
    expect(new Set(mine).size).toBe(mine.length)
  })
})
