/**
 * The reference of the tests of learning, written apart from what it checks: text cells to a dense matrix, and the same loss
 * minimised by L-BFGS (Nocedal & Wright, algorithm 7.4) instead of Newton's method.
 */
export type Reference = { auc: number; brier: number; logLoss: number }

type Cells = readonly (readonly string[])[]

export function referenceRegression(
  columns: readonly string[],
  cells: Cells,
  fields: readonly string[],
  outcomes: readonly number[],
  isTest: (row: number) => boolean,
): Reference {
  const train = outcomes.flatMap((_, row) => (isTest(row) ? [] : [row]))
  const test = outcomes.flatMap((_, row) => (isTest(row) ? [row] : []))
  const features = fields.flatMap((field) => featuresOf(cells, columns.indexOf(field), train))
  const x = (rows: readonly number[]): Float64Array[] =>
    rows.map((row) => Float64Array.from([1, ...features.map((feature) => feature(row))]))
  const y = (rows: readonly number[]): number[] => rows.map((row) => outcomes[row] ?? 0)
  const beta = minimise(features.length + 1, lossAndGradient(x(train), y(train)))
  const p = x(test).map((row) => 1 / (1 + Math.exp(-dot(row, beta))))
  const truth = y(test)
  return {
    auc: aucByRanks(p, truth),
    brier: mean(p.map((one, i) => (one - (truth[i] ?? 0)) ** 2)),
    logLoss: mean(p.map((one, i) => -Math.log(truth[i] === 1 ? one : 1 - one))),
  }
}

const isEmpty = (text: string): boolean => text === ''

function featuresOf(cells: Cells, column: number, train: readonly number[]): ((row: number) => number)[] {
  const texts = cells.map((row) => row[column]?.trim() ?? '')
  const cell = (row: number): string => texts[row] ?? ''
  const isNumeric = cells.every((_, row) => isEmpty(cell(row)) || Number.isFinite(Number(cell(row))))
  return isNumeric ? numericFeatures(cell, train) : levelFeatures(cell, train)
}

function numericFeatures(cell: (row: number) => string, train: readonly number[]): ((row: number) => number)[] {
  const present = train.filter((row) => !isEmpty(cell(row))).map((row) => Number(cell(row)))
  present.sort((a, b) => a - b)
  const half = present.length / 2
  const median = ((present[Math.ceil(half) - 1] ?? 0) + (present[Math.floor(half)] ?? 0)) / 2
  const long = (row: number): number => {
    const value = isEmpty(cell(row)) ? median : Number(cell(row))
    return value < 0 ? -Math.log(1 - value) : Math.log(1 + value)
  }
  const centre = mean(train.map(long))
  const width = Math.sqrt(mean(train.map((row) => (long(row) - centre) ** 2))) || 1
  const standard = (row: number): number => (long(row) - centre) / width
  return present.length === train.length ? [standard] : [standard, (row) => (isEmpty(cell(row)) ? 1 : 0)]
}

function levelFeatures(cell: (row: number) => string, train: readonly number[]): ((row: number) => number)[] {
  const counts = new Map<string, number>()
  for (const row of train) counts.set(cell(row), (counts.get(cell(row)) ?? 0) + 1)
  const own = [...counts].filter(([level, count]) => level === '' || count >= 20).map(([level]) => level)
  const isOwn = new Set(own)
  const rest = train.some((row) => !isOwn.has(cell(row)))
  const isRest = (row: number): number => (isOwn.has(cell(row)) || cell(row) === '' ? 0 : 1)
  return [...own.map((level) => (row: number) => (cell(row) === level ? 1 : 0)), ...(rest ? [isRest] : [])]
}

type Loss = (beta: Float64Array) => { loss: number; gradient: Float64Array }

/** Most features of a row are 0: only the others are walked. */
function lossAndGradient(x: readonly Float64Array[], y: readonly number[]): Loss {
  const filled = x.map((row) => Int32Array.from([...row.keys()].filter((j) => row[j] !== 0)))
  return (beta) => {
    const gradient = beta.map((b, j) => (j === 0 ? 0 : b))
    let loss = 0.5 * dot(gradient, gradient)
    for (let r = 0; r < x.length; r += 1) {
      const [row, places] = [x[r], filled[r]]
      if (row === undefined || places === undefined) continue
      let odds = 0
      for (const j of places) odds += (row[j] ?? 0) * (beta[j] ?? 0)
      const signed = y[r] === 1 ? odds : -odds
      loss += signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed
      const error = 1 / (1 + Math.exp(-odds)) - (y[r] ?? 0)
      for (const j of places) gradient[j] = (gradient[j] ?? 0) + error * (row[j] ?? 0)
    }
    return { loss, gradient }
  }
}

function minimise(size: number, loss: Loss): Float64Array {
  let beta = new Float64Array(size)
  let at = loss(beta)
  const past: { s: Float64Array; y: Float64Array }[] = []
  for (let iteration = 0; iteration < 500; iteration += 1) {
    if (Math.sqrt(dot(at.gradient, at.gradient)) < 0.3) break
    const direction = downhill(at.gradient, past)
    const slope = dot(direction, at.gradient)
    let step = past.length === 0 ? 1 / Math.sqrt(dot(at.gradient, at.gradient)) : 1
    let next = beta
    let found = at
    for (let halving = 0; halving < 40; halving += 1, step /= 2) {
      next = beta.map((b, j) => b + step * (direction[j] ?? 0))
      found = loss(next)
      if (found.loss <= at.loss + 1e-4 * step * slope) break
    }
    const s = next.map((b, j) => b - (beta[j] ?? 0))
    const y = found.gradient.map((g, j) => g - (at.gradient[j] ?? 0))
    if (dot(s, y) > 1e-12) past.push({ s, y })
    if (past.length > 20) past.shift()
    beta = next
    at = found
  }
  return beta
}

function downhill(gradient: Float64Array, past: readonly { s: Float64Array; y: Float64Array }[]): Float64Array {
  const q = gradient.map((g) => -g)
  const alphas: number[] = []
  for (const { s, y } of [...past].reverse()) {
    const alpha = dot(s, q) / dot(s, y)
    alphas.unshift(alpha)
    for (let j = 0; j < q.length; j += 1) q[j] = (q[j] ?? 0) - alpha * (y[j] ?? 0)
  }
  const last = past.at(-1)
  const scale = last === undefined ? 1 : dot(last.s, last.y) / dot(last.y, last.y)
  for (let j = 0; j < q.length; j += 1) q[j] = (q[j] ?? 0) * scale
  past.forEach(({ s, y }, i) => {
    const rest = (alphas[i] ?? 0) - dot(y, q) / dot(s, y)
    for (let j = 0; j < q.length; j += 1) q[j] = (q[j] ?? 0) + rest * (s[j] ?? 0)
  })
  return q
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j += 1) sum += (a[j] ?? 0) * (b[j] ?? 0)
  return sum
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** By the sum of the ranks of the positives, ties at their middle rank. */
function aucByRanks(scores: readonly number[], truth: readonly number[]): number {
  const order = scores.map((score, i) => ({ score, isPositive: truth[i] === 1 })).sort((a, b) => a.score - b.score)
  let sum = 0
  for (let i = 0; i < order.length; ) {
    let end = i
    while (end < order.length && order[end]?.score === order[i]?.score) end += 1
    for (let j = i; j < end; j += 1) if (order[j]?.isPositive) sum += (i + 1 + end) / 2
    i = end
  }
  const positives = truth.filter((one) => one === 1).length
  return (sum - (positives * (positives + 1)) / 2) / (positives * (truth.length - positives))
}
