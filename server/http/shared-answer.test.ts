import { describe, expect, it } from 'vitest'
import { sharedAnswer, textOf } from './shared-answer.ts'

describe('an answer many ask for at once', () => {
  it('is never older than the question, and found at most twice for all who ask meanwhile', async () => {
    const house = {}
    let begun = 0
    const ends: (() => void)[] = []
    const find = (): Promise<{ n: number }> => {
      const n = ++begun
      return new Promise((resolve) => ends.push(() => resolve({ n })))
    }
    const first = sharedAnswer(house, 'queue', find)
    const others = [1, 2, 3].map(() => sharedAnswer(house, 'queue', find))
    expect(begun).toBe(1)
    ends[0]?.()
    expect((await first).n).toBe(1)
    await Promise.resolve()
    ends[1]?.()
    expect(await Promise.all(others)).toEqual([{ n: 2 }, { n: 2 }, { n: 2 }])
    const later = sharedAnswer(house, 'queue', find)
    expect(begun).toBe(3)
    ends[2]?.()
    expect((await later).n).toBe(3)
  })

  it('goes on after a run that failed', async () => {
    const house = {}
    await expect(sharedAnswer(house, 'x', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await sharedAnswer(house, 'x', async () => ({ n: 1 }))).toEqual({ n: 1 })
  })

  it('is written once', async () => {
    const answer = await sharedAnswer({}, 'x', async () => ({ n: 1 }))
    let written = 0
    const write = (): string => `${++written}`
    expect([textOf(answer, write), textOf(answer, write), textOf({}, write)]).toEqual(['1', '1', '2'])
  })
})
