import { expect, it } from 'vitest'
import { Crowd } from './crowd.ts'

/** Keeps this thread at work, as a crowd would. */
function toil(): void {
  const untilMs = performance.now() + 40
  while (performance.now() < untilMs);
}

const SINGLES = { singles: 100, all: 100 }
const LITTLE = { messages: 10, forMs: 10 }

it('holds back what waits while single events keep the thread at work, until much waits or somebody long', () => {
  const crowd = new Crowd()
  const heldAfter = (...look: Parameters<Crowd['look']>): boolean => {
    toil()
    crowd.look(...look)
    return crowd.isHeld[0] === 1
  }
  expect(heldAfter(SINGLES, LITTLE)).toBe(true)
  expect(heldAfter({ singles: 1, all: 100 }, LITTLE)).toBe(false)
  expect(heldAfter(SINGLES, { messages: 60_000, forMs: 10 })).toBe(false)
  expect(heldAfter(SINGLES, { messages: 40_000, forMs: 10 })).toBe(false)
  expect(heldAfter(SINGLES, { messages: 10_000, forMs: 10 })).toBe(true)
  expect(heldAfter(SINGLES, { messages: 10, forMs: 20_000 })).toBe(false)
  crowd.letGo()
  expect(crowd.isHeld[0]).toBe(0)
})
