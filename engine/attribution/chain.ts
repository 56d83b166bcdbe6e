/**
 * A Markov chain of journeys. State 0 is the start; every other is the last one to three touches. Row s leads, with the probabilities
 * from rowStart[s] to rowStart[s + 1], to the states in `to`; with `converting[s]` to a conversion; and with what is left to none.
 */
export type Chain = {
  readonly states: number
  /** The label of the latest touch of each state; -1 for the start. */
  readonly latest: Int32Array
  readonly rowStart: Uint32Array
  readonly to: Uint32Array
  readonly probability: Float64Array
  readonly converting: Float64Array
}
