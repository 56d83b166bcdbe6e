import type { AttributionModel } from '@ensemble/engine/attribution/models.ts'
import type { PathTransform } from '@ensemble/engine/attribution/transform-paths.ts'
import type { HeardQuestion } from './count-heard.ts'
import type { MonthsQuestion } from './month-tally.ts'
import type { LeadsQuestion } from './sum-leads.ts'
import type { Dimension, Level } from './touch-kinds.ts'

/** What is asked of the journeys. Moments are epoch ms; a period is half open and means when a journey ended. */
export type JourneyQuestion = {
  by: Dimension
  level: Level
  lookbackMs: number | null
  transform: PathTransform['kind']
  fromMs: number | null
  toMs: number | null
  segment: string | null
  /** Names in their plain form, each with the name of the campaign it leads to. */
  campaigns: readonly (readonly [plain: string, name: string])[]
}

export type ToPast =
  | { what: 'credits'; of: JourneyQuestion }
  | { what: 'doubt'; of: JourneyQuestion }
  | { what: 'deals'; of: JourneyQuestion; model: AttributionModel; label: string | null; skip: number; limit: number }
  | { what: 'earnings'; of: JourneyQuestion; model: AttributionModel }
  | { what: 'flow'; of: JourneyQuestion }
  | { what: 'months'; of: MonthsQuestion }
  | { what: 'leads'; of: LeadsQuestion }
  | { what: 'heard'; of: HeardQuestion }
  | { what: 'campaignDays'; zone: string; names: readonly string[] }

export const NAMES_OF_OTHERS = '\u{fffc}'
