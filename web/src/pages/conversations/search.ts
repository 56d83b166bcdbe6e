import { day, oneOf, type RawSearch, text } from '../../search.ts'

export const CALL_KINDS = ['discovery', 'demo', 'negotiation', 'other'] as const
export const PHRASE_KINDS = ['competitor', 'message', 'need'] as const
export type CallKind = (typeof CALL_KINDS)[number]

export type ConversationsSearch = {
  kind?: CallKind | undefined
  seller?: string | undefined
  heard?: string | undefined
  heardKind?: (typeof PHRASE_KINDS)[number] | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Reads the address of the report. */
export function parseConversationsSearch(raw: RawSearch): ConversationsSearch {
  return {
    kind: oneOf(raw.kind, CALL_KINDS),
    seller: text(raw.seller),
    heard: text(raw.heard),
    heardKind: oneOf(raw.heardKind, PHRASE_KINDS),
    from: day(raw.from),
    to: day(raw.to),
  }
}
