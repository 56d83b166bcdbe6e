import type { Answered, Stage } from '../../api/types.ts'
import { day, flag, oneOf, type RawSearch } from '../../search.ts'

export type Funnel = Answered<'getFunnel'>
export type FunnelStage = Funnel['stages'][number]
export type FunnelGroup = Funnel['groups'][number]

export const BY = ['channel', 'origin', 'landingPage', 'campaign', 'source', 'owner'] as const
export type By = (typeof BY)[number]
export const SORTS = ['leads', 'rate', 'won', 'median'] as const
export type Sort = (typeof SORTS)[number]
export const STAGES = [
  'inquiry',
  'qualified',
  'accepted',
  'contacted',
  'opportunity',
  'won',
] as const satisfies readonly Stage[]

/** The state of the page, as it stands in its address. */
export type FunnelSearch = {
  from?: string | undefined
  to?: string | undefined
  by?: By | undefined
  sort?: Sort | undefined
  isUp?: true | undefined
  /** The stage whose rows are open. */
  rows?: Stage | undefined
  /** The group whose rows are open; the empty text is the group without a value. Absent: everyone. */
  key?: string | undefined
}

/** Reads the address of the page; what makes no sense is left out. */
export function parseFunnelSearch(raw: RawSearch): FunnelSearch {
  const from = day(raw.from)
  const to = day(raw.to)
  const isPeriod = from !== undefined && to !== undefined && from < to
  return {
    from: isPeriod ? from : undefined,
    to: isPeriod ? to : undefined,
    by: oneOf(raw.by, BY),
    sort: oneOf(raw.sort, SORTS),
    isUp: flag(raw.isUp),
    rows: oneOf(raw.rows, STAGES),
    key: typeof raw.key === 'string' || typeof raw.key === 'number' ? String(raw.key) : undefined,
  }
}
