/** An interval of estimation: its ends in the unit of the estimate, both included. */
export type Interval = { readonly low: number; readonly high: number }

/** z of a two-sided 95 % interval. */
export const z95 = 1.959963984540054
