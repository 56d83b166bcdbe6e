/** What a model gives each label, in the order of the labels. */
export type Credits = {
  readonly conversions: Float64Array
  /** Whole minor units of money; they sum to what the attributed deals are worth, exactly. */
  readonly cents: Float64Array
  /** Conversions of journeys without a touch: nothing can be credited with them. */
  readonly unattributed: { readonly conversions: number; readonly cents: number }
}
