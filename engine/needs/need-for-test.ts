import type { Fact, FactOf } from '../facts/fact.ts'
import type { FactData } from '../facts/kinds.ts'

/** An id for a test, from a small number. */
export function id(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

function made<K extends 'need.stated' | 'need.judged' | 'fact.retracted'>(
  kind: K,
  n: number,
  at: number,
  data: FactData[K],
): FactOf<K> {
  return {
    id: id(n),
    kind,
    at,
    recordedAt: at + n,
    source: 'test',
    messageId: `m${n}`,
    actor: null,
    isHistory: false,
    touch: null,
    data,
  }
}

export const stated = (n: number, at: number, data: Partial<FactData['need.stated']> = {}): Fact =>
  made('need.stated', n, at, { need: 'speed', isKnown: true, ...data })

export const judged = (
  n: number,
  at: number,
  need: string,
  verdict: FactData['need.judged']['verdict'],
  more: Partial<FactData['need.judged']> = {},
): Fact => made('need.judged', n, at, { need, verdict, ...more })

export const retracted = (n: number, at: number, fact: string): Fact => made('fact.retracted', n, at, { fact })
