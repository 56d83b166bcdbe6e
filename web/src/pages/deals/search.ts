import { day, oneOf, type RawSearch, text } from '../../search.ts'

export const STATUSES = ['open', 'won', 'lost', 'undecided', 'closed', 'unproven'] as const
export const SORTS = ['closing', 'newest', 'largest', 'stalest', 'closed'] as const
export const DUE = ['next step', 'no next step', 'close date over'] as const
export const WITHOUT = ['close date', 'amount'] as const
export const SAID_BY = ['seller', 'buyer', 'survey'] as const

/** What chooses deals: exactly what the API filters by, but that `owner` may be `me`. */
export type DealFilters = {
  pipeline?: string | undefined
  stage?: string | undefined
  status?: (typeof STATUSES)[number] | undefined
  owner?: string | undefined
  text?: string | undefined
  closeFrom?: string | undefined
  closeTo?: string | undefined
  closedFrom?: string | undefined
  closedTo?: string | undefined
  due?: (typeof DUE)[number] | undefined
  without?: (typeof WITHOUT)[number] | undefined
  currency?: string | undefined
  product?: string | undefined
  competitor?: string | undefined
  reason?: string | undefined
  saidBy?: (typeof SAID_BY)[number] | undefined
}

export type DealsSearch = DealFilters & {
  sort?: (typeof SORTS)[number] | undefined
  /** The stage a phone shows. */
  column?: string | undefined
  /** The deal whose panel is open: its person and its id. */
  person?: string | undefined
  deal?: string | undefined
}

/** What the board and the list keep in their address. */
export function parseDealsSearch(raw: RawSearch): DealsSearch {
  return {
    pipeline: text(raw.pipeline),
    stage: text(raw.stage),
    status: oneOf(raw.status, STATUSES),
    owner: text(raw.owner),
    text: text(raw.text),
    closeFrom: day(raw.closeFrom),
    closeTo: day(raw.closeTo),
    closedFrom: day(raw.closedFrom),
    closedTo: day(raw.closedTo),
    due: oneOf(raw.due, DUE),
    without: oneOf(raw.without, WITHOUT),
    currency: text(raw.currency),
    product: text(raw.product),
    competitor: text(raw.competitor),
    reason: text(raw.reason),
    saidBy: oneOf(raw.saidBy, SAID_BY),
    sort: oneOf(raw.sort, SORTS),
    column: text(raw.column),
    person: text(raw.person),
    deal: text(raw.deal),
  }
}

export type ReportSearch = {
  pipeline?: string | undefined
  owner?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** What the forecast and the results keep in their address. */
export function parseReportSearch(raw: RawSearch): ReportSearch {
  return { pipeline: text(raw.pipeline), owner: text(raw.owner), from: day(raw.from), to: day(raw.to) }
}
