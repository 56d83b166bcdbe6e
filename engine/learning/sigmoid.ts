/** The probability of log-odds. */
export function sigmoid(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds))
  const odds = Math.exp(logOdds)
  return odds / (1 + odds)
}

/** The log-odds of a probability; kept finite at 0 and 1. */
export function logit(probability: number): number {
  const p = Math.min(1 - 1e-12, Math.max(1e-12, probability))
  return Math.log(p / (1 - p))
}

/** ln(1 + e^x) without overflow: what a row costs whose outcome was against the odds x. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
}
