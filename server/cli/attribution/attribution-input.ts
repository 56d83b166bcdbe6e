import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import type { DateFormat } from '../../features/imports/values/read-date.ts'

export type InputOptions = {
  readonly path: string
  readonly map: readonly string[]
  /** The column whose values are credited, in place of the channel; null: the channel. */
  readonly by: string | null
  /** Between the steps of a path; null: found out. */
  readonly separator: string | null
  readonly dates: DateFormat
  /** Whether a second conversion of a person begins a new journey, or looks back over the whole. */
  readonly isRestarting: boolean
}

export type AttributionInput = {
  readonly kind: 'paths' | 'touches'
  readonly by: string
  readonly journeys: Journeys
  /** Money is counted in units of 10^-decimals: cents, or finer where the file is. */
  readonly decimals: number
  /** What was assumed, in sentences. */
  readonly notes: readonly string[]
}
