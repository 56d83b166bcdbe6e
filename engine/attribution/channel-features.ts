import type { Journeys } from './journeys.ts'

/** What of a journey is held against its outcome: the labels it met, or the one of its last touch. */
export type FeatureKind = 'met' | 'closing'

/** Labels beyond so many are looked at together, the rarest first to go. */
export const MOST_FEATURES = 40

export type Features = {
  readonly names: readonly string[]
  /** Distinct features of the first `length` touches of journey j, written to `found`; gives their number. */
  read(j: number, length: number, found: Uint32Array): number
}

export const POOLED = '(others)'

export function channelFeatures(journeys: Journeys, kind: FeatureKind): Features {
  const { names, featureOf } = poolLabels(journeys)
  const { offsets, touches } = journeys
  const seenIn = new Float64Array(names.length)
  let reading = 0
  return {
    names,
    read(j, length, found) {
      const end = (offsets[j] ?? 0) + length
      let n = 0
      reading += 1
      for (let i = kind === 'closing' ? end - 1 : (offsets[j] ?? 0); i < end; i += 1) {
        const feature = featureOf[touches[i] ?? 0] ?? 0
        if (seenIn[feature] === reading) continue
        seenIn[feature] = reading
        found[n] = feature
        n += 1
      }
      return n
    },
  }
}

function poolLabels({ labels, offsets, touches, conversions, nulls, count }: Journeys) {
  const met = new Float64Array(labels.length)
  for (let j = 0; j < count; j += 1) {
    const weight = (conversions[j] ?? 0) + (nulls[j] ?? 0)
    for (let i = offsets[j] ?? 0; i < (offsets[j + 1] ?? 0); i += 1) {
      const label = touches[i] ?? 0
      met[label] = (met[label] ?? 0) + weight
    }
  }
  const known = [...met.keys()].filter((label) => (met[label] ?? 0) > 0)
  const kept = known
    .sort((a, b) => (met[b] ?? 0) - (met[a] ?? 0) || a - b)
    .slice(0, MOST_FEATURES)
    .sort((a, b) => a - b)
  const names = kept.map((label) => labels[label] ?? '')
  const isPooled = known.length > kept.length
  const featureOf = new Uint32Array(labels.length).fill(isPooled ? kept.length : 0)
  for (const [feature, label] of kept.entries()) featureOf[label] = feature
  return { names: isPooled ? [...names, POOLED] : names, featureOf }
}
