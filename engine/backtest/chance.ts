/** A mutable run of random numbers, for loops that draw millions: sfc32 seeded through splitmix32, as `stats/random.ts`. */
export type Chance = {
  /** Uniform in [0, 1). */
  next(): number
  /** How often an event of this mean happened (Poisson; from 30 on its normal approximation). */
  poisson(mean: number): number
}

/** The run of a seed: the same seed draws the same numbers. */
export function chanceOf(seed: number): Chance {
  let x = seed | 0
  const begin = (): number => {
    x = (x + 0x9e3779b9) | 0
    let z = x ^ (x >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
  let [a, b, c, counter] = [begin(), begin(), begin(), 1]
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 12; i++) next()
  return {
    next,
    poisson(mean) {
      if (mean <= 0) return 0
      if (mean >= 30) {
        const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
        return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal))
      }
      const limit = Math.exp(-mean)
      let count = 0
      for (let product = next(); product > limit; product *= next()) count += 1
      return count
    },
  }
}
