/**
 * Journeys as columns. Journey j has the touches from offsets[j] to offsets[j + 1] (excluded), in order of time. A journey stands for
 * `conversions[j]` people (or deals) who came by it and converted and `nulls[j]` who did not; counts may be fractions.
 */
export type Journeys = {
  readonly count: number
  /** Names of what is credited (channels, campaigns, pages ...), ascending by code unit; a touch holds the place of its own. */
  readonly labels: readonly string[]
  readonly offsets: Uint32Array
  readonly touches: Uint32Array
  /** When each touch was, in ms since 1970. Null when nothing tells. */
  readonly times: Float64Array | null
  readonly conversions: Float64Array
  readonly nulls: Float64Array
  /** What the conversions of the journey are worth together, in whole minor units (cents). */
  readonly cents: Float64Array
  /** When each journey converted, in ms since 1970; for one that did not, when it was last looked at. */
  readonly endedAt: Float64Array | null
  /** Place within the journey of the touch that made the lead, and of the one before it became an opportunity; -1: not known. */
  readonly leadTouch: Int32Array | null
  readonly opportunityTouch: Int32Array | null
}

/** The most touches a journey has. */
export function longestJourney({ offsets, count }: Journeys): number {
  let most = 0
  for (let j = 0; j < count; j += 1) most = Math.max(most, (offsets[j + 1] ?? 0) - (offsets[j] ?? 0))
  return most
}
