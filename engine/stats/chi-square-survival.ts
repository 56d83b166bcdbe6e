/**
 * P(X >= x) for a chi-square variable of `degrees` degrees of freedom: the upper regularised incomplete gamma function, by a
 * series below the mean and a continued fraction above it (Abramowitz & Stegun 6.5.29 and 6.5.31).
 */
export function chiSquareSurvival(x: number, degrees: number): number {
  if (!(x > 0)) return 1
  const a = degrees / 2
  const half = x / 2
  const scale = Math.exp(a * Math.log(half) - half - logGamma(a))
  return half < a + 1 ? Math.max(0, 1 - scale * series(a, half)) : Math.min(1, scale * fraction(a, half))
}

function series(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let k = 1; term > sum * 1e-16 && k < 100_000; k += 1) {
    term *= x / (a + k)
    sum += term
  }
  return sum
}

// Lentz's method.
function fraction(a: number, x: number): number {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let value = d
  for (let k = 1; k < 100_000; k += 1) {
    const factor = -k * (k - a)
    b += 2
    d = 1 / (factor * d + b || tiny)
    c = b + factor / c || tiny
    const change = d * c
    value *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  return value
}

/** ln of the gamma function for x > 0: Stirling's series, after the argument has been raised to where it is exact. */
export function logGamma(x: number): number {
  let product = 1
  let z = x
  while (z < 15) {
    product *= z
    z += 1
  }
  const inverse = 1 / (z * z)
  const rest = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / z
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + rest - Math.log(product)
}
