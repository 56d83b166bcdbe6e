/** Models that weigh the touches of each journey by itself. */
export const journeyModels = [
  'first',
  'last',
  'last-non-direct',
  'linear',
  'u',
  'u-lead',
  'w',
  'full',
  'time-decay',
  'shapley',
] as const

/** Every model. Markov weighs a journey by what all the others did. */
export const attributionModels = [...journeyModels, 'markov'] as const

export type JourneyModel = (typeof journeyModels)[number]
export type AttributionModel = (typeof attributionModels)[number]

export type ModelOptions = {
  /** Time decay: after so long, a touch weighs half. */
  readonly halfLifeMs: number
  /** Time decay in whole half-lives: a touch weighs the same until the next one has passed. */
  readonly isStepped: boolean
  /** Time decay where touches have no times: they are taken to lie this far apart. */
  readonly stepMs: number
  /** Markov: how many touches back the next one depends on, 1 to 3. */
  readonly order: number
  /** Whether a label means that nobody sent the visitor. */
  readonly isDirect: (label: string) => boolean
}

const dayMs = 86_400_000

export const defaultModelOptions: ModelOptions = {
  halfLifeMs: 7 * dayMs,
  isStepped: false,
  stepMs: dayMs,
  order: 1,
  isDirect: isDirectName,
}

const DIRECT = /^\(?direct\)?(\s*[/|:-]\s*\(?none\)?)?$|^\(?direct[ _-](traffic|visit|entry|none)\)?$|^\(none\)$/i

/** Names under which tools file visits that nobody sent: "direct", "(direct) / (none)", "Direct traffic" ... */
export function isDirectName(label: string): boolean {
  return DIRECT.test(label.trim())
}
