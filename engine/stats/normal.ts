/** The z with P(Z <= z) = p under the standard normal distribution; null unless 0 < p < 1. */
export function normalQuantile(p: number): number | null {
  if (!(p > 0 && p < 1)) return null
  if (p > 0.5) return -lowerQuantile(1 - p)
  return lowerQuantile(p)
}

/** P(Z <= z) under the standard normal distribution. */
export function normalCdf(z: number): number {
  return z < 0 ? upperTail(-z) : 1 - upperTail(z)
}

/** Probability of a value at least as far from 0 as z, on either side: the p-value of a two-sided test. */
export function twoSidedP(z: number): number {
  return Math.min(1, 2 * upperTail(Math.abs(z)))
}

// Hastings' approximation (Abramowitz & Stegun 26.2.23, error < 4.5e-4), made exact by two Halley steps.
function lowerQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p))
  const top = 2.515517 + t * (0.802853 + t * 0.010328)
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  let z = top / bottom - t
  for (let i = 0; i < 2; i += 1) {
    const step = (upperTail(-z) - p) / density(z)
    z -= step / (1 + (z * step) / 2)
  }
  return z
}

// Near the centre a power series, in the tail a continued fraction (Abramowitz & Stegun 26.2.11 and 26.2.14).
function upperTail(z: number): number {
  return z < 3 ? 0.5 - density(z) * series(z) : density(z) / fraction(z)
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}

function series(z: number): number {
  let term = z
  let sum = z
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (z * z) / k
    sum += term
  }
  return sum
}

function fraction(z: number): number {
  let rest = z
  for (let k = 200; k >= 1; k -= 1) rest = z + k / rest
  return rest
}
