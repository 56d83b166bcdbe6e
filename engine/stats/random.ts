/**
 * State of a pseudo-random sequence. Plain data; each draw returns the value and the next state, so that the same seed
 * always tells the same story. The generator is sfc32 (PractRand), seeded through splitmix32.
 */
export type RandomState = readonly [number, number, number, number]

export type Draw<T> = { readonly value: T; readonly state: RandomState }

/** The beginning of the sequence of a seed: a whole number, or words. */
export function seedRandom(seed: number | string): RandomState {
  let x = typeof seed === 'number' ? Math.trunc(seed) ^ Math.trunc(seed / 2 ** 32) : hash(seed)
  const next = () => {
    x = (x + 0x9e3779b9) | 0
    let z = x ^ (x >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
  let state: RandomState = [next(), next(), next(), 1]
  for (let i = 0; i < 12; i += 1) state = nextRandom(state).state
  return state
}

/** The next value, uniform in [0, 1), of 32 bits. */
export function nextRandom([a, b, c, counter]: RandomState): Draw<number> {
  const sum = (a + b + counter) | 0
  const turned = ((c << 21) | (c >>> 11)) + sum
  const state = [(b ^ (b >>> 9)) >>> 0, (c + (c << 3)) >>> 0, turned >>> 0, (counter + 1) >>> 0] as const
  return { value: (sum >>> 0) / 2 ** 32, state }
}

// FNV-1a.
function hash(text: string): number {
  let h = 0x811c9dc5
  for (const character of text) h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return h
}
