import type { Answered } from '../../api/types.ts'
import { day, oneOf, type RawSearch, text } from '../../search.ts'

export type Attribution = Answered<'getAttribution'>
export type CreditRow = Attribution['rows'][number]
export type Doubt = Answered<'getAttributionDoubt'>
export type Returned = Answered<'getReturn'>['rows'][number]

export const BY = ['channel', 'campaign', 'landingPage', 'origin', 'message'] as const
export const LEVELS = ['lead', 'opportunity', 'won'] as const
export const MODELS = [
  'linear',
  'first',
  'last',
  'last-non-direct',
  'u',
  'u-lead',
  'w',
  'full',
  'time-decay',
  'shapley',
  'markov',
] as const
export const LOOKBACKS = ['30', '90', '180', '365', '0'] as const
export const TRANSFORMS = ['unique', 'exposure', 'first', 'remove_if_not_all', 'remove_if_last_and_not_all'] as const
export type By = (typeof BY)[number]
export type Level = (typeof LEVELS)[number]
export type Model = (typeof MODELS)[number]

export type AttributionSearch = {
  by?: By | undefined
  level?: Level | undefined
  model?: Model | undefined
  lookback?: (typeof LOOKBACKS)[number] | undefined
  transform?: (typeof TRANSFORMS)[number] | undefined
  segment?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** Whose deals are open in the drawer; `-` is what has no label. */
  rows?: string | undefined
}

export function parseAttributionSearch(raw: RawSearch): AttributionSearch {
  return {
    by: oneOf(raw.by, BY),
    level: oneOf(raw.level, LEVELS),
    model: oneOf(raw.model, MODELS),
    lookback: oneOf(text(raw.lookback), LOOKBACKS),
    transform: oneOf(raw.transform, TRANSFORMS),
    segment: text(raw.segment),
    from: day(raw.from),
    to: day(raw.to),
    rows: text(raw.rows),
  }
}

/** What the server is asked, from what stands in the address. */
export function askedOf(search: AttributionSearch) {
  return {
    by: search.by ?? ('channel' as const),
    level: search.level ?? ('won' as const),
    lookbackDays: Number(search.lookback ?? '90'),
    transform: search.transform ?? ('unique' as const),
    ...(search.segment === undefined ? {} : { segment: search.segment }),
    ...(search.from === undefined ? {} : { from: search.from }),
    ...(search.to === undefined ? {} : { to: search.to }),
  }
}
export type Asked = ReturnType<typeof askedOf>
