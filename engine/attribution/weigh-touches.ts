import type { Journeys } from './journeys.ts'
import type { JourneyModel, ModelOptions } from './models.ts'

export type Weighing = Pick<ModelOptions, 'halfLifeMs' | 'isStepped' | 'stepMs'> & {
  /** By label: 1 when it is direct. */
  readonly isDirect: Uint8Array
}

/**
 * Writes the weight of each touch of journey `j` to `weights` and gives their number n. Weights are >= 0 and sum to 1 (n = 0: to none).
 * Position 40/20/40, W 30/30/30/10, full path 22.5 x 4 + 10; a touch at two milestones has both weights; what a missing milestone or
 * missing other touches would have had is spread over the rest in proportion. Sources: Google Ads, Bizible, Snowplow.
 */
export function weighTouches(
  model: JourneyModel,
  journeys: Journeys,
  j: number,
  weighing: Weighing,
  weights: Float64Array,
): number {
  const from = journeys.offsets[j] ?? 0
  const n = (journeys.offsets[j + 1] ?? 0) - from
  if (n === 0) return 0
  switch (model) {
    case 'first':
    case 'last':
    case 'last-non-direct':
      for (let i = 0; i < n; i += 1) weights[i] = 0
      weights[singleTouch(model, journeys, from, n, weighing)] = 1
      return n
    case 'linear':
      for (let i = 0; i < n; i += 1) weights[i] = 1 / n
      return n
    case 'u':
      return milestones(U_SHARES, 0, n - 1, -1, -1, n, weights)
    case 'u-lead':
      return milestones(U_SHARES, 0, journeys.leadTouch?.[j] ?? -1, -1, -1, n, weights)
    case 'w':
      return milestones(
        W_SHARES,
        0,
        journeys.leadTouch?.[j] ?? -1,
        journeys.opportunityTouch?.[j] ?? -1,
        -1,
        n,
        weights,
      )
    case 'full':
      return milestones(
        FULL_SHARES,
        0,
        journeys.leadTouch?.[j] ?? -1,
        journeys.opportunityTouch?.[j] ?? -1,
        n - 1,
        n,
        weights,
      )
    case 'time-decay':
      return decay(journeys, j, from, n, weighing, weights)
    case 'shapley':
      return distinct(journeys, from, n, weights)
  }
}

/** Whether the model gives everything to one touch. */
export function isSingleTouch(model: JourneyModel): boolean {
  return model === 'first' || model === 'last' || model === 'last-non-direct'
}

/** The place of the touch to which such a model gives everything. */
export function singleTouch(
  model: JourneyModel,
  journeys: Journeys,
  from: number,
  n: number,
  weighing: Weighing,
): number {
  if (model === 'first') return 0
  return model === 'last' ? n - 1 : lastNonDirect(journeys, from, n, weighing.isDirect)
}

type Shares = { readonly milestone: number; readonly rest: number }
const U_SHARES: Shares = { milestone: 0.4, rest: 0.2 }
const W_SHARES: Shares = { milestone: 0.3, rest: 0.1 }
const FULL_SHARES: Shares = { milestone: 0.225, rest: 0.1 }

function lastNonDirect(journeys: Journeys, from: number, n: number, isDirect: Uint8Array): number {
  for (let i = n - 1; i >= 0; i -= 1) if (isDirect[journeys.touches[from + i] ?? 0] !== 1) return i
  return n - 1
}

function milestones(
  { milestone, rest }: Shares,
  a: number,
  b: number,
  c: number,
  d: number,
  n: number,
  weights: Float64Array,
): number {
  for (let i = 0; i < n; i += 1) weights[i] = 0
  const known = mark(a, n, weights) + mark(b, n, weights) + mark(c, n, weights) + mark(d, n, weights)
  let others = 0
  for (let i = 0; i < n; i += 1) if (weights[i] === 0) others += 1
  const sum = known * milestone + (others > 0 ? rest : 0)
  const other = rest / others / sum
  for (let i = 0; i < n; i += 1) {
    const times = weights[i] ?? 0
    weights[i] = times === 0 ? other : (times * milestone) / sum
  }
  return n
}

/** Counts a milestone at its touch; 0 when it is not known. */
function mark(at: number, n: number, weights: Float64Array): number {
  if (at < 0 || at >= n) return 0
  weights[at] = (weights[at] ?? 0) + 1
  return 1
}

// Ages are counted from the last touch, which changes no share and keeps very old journeys from vanishing into zero.
function decay(
  journeys: Journeys,
  j: number,
  from: number,
  n: number,
  weighing: Weighing,
  weights: Float64Array,
): number {
  const { times } = journeys
  const { halfLifeMs, isStepped, stepMs } = weighing
  const last = times?.[from + n - 1] ?? (n - 1) * stepMs
  const end = isStepped ? (journeys.endedAt?.[j] ?? last) : last
  const newest = isStepped ? Math.floor((end - last) / halfLifeMs) : 0
  let sum = 0
  for (let i = 0; i < n; i += 1) {
    const age = (end - (times?.[from + i] ?? i * stepMs)) / halfLifeMs
    const weight = isStepped ? 2 ** (newest - Math.floor(age)) : Math.exp(-Math.LN2 * age)
    weights[i] = weight
    sum += weight
  }
  for (let i = 0; i < n; i += 1) weights[i] = (weights[i] ?? 0) / sum
  return n
}

// Shapley's value of "conversions of the sets within a coalition" divides each conversion among its distinct labels; the first touch of each holds it.
function distinct({ touches }: Journeys, from: number, n: number, weights: Float64Array): number {
  const seen = n > 32 ? new Set<number>() : null
  let different = 0
  for (let i = 0; i < n; i += 1) {
    const label = touches[from + i] ?? 0
    const isNew = seen === null ? isFirst(touches, from, i, label) : !seen.has(label)
    seen?.add(label)
    weights[i] = isNew ? 1 : 0
    if (isNew) different += 1
  }
  for (let i = 0; i < n; i += 1) weights[i] = (weights[i] ?? 0) / different
  return n
}

function isFirst(touches: Uint32Array, from: number, i: number, label: number): boolean {
  for (let k = 0; k < i; k += 1) if (touches[from + k] === label) return false
  return true
}
