import { day, oneOf, type RawSearch, text } from '../../search.ts'

export const TABS = ['agenda', 'types', 'calendar'] as const

export type MeetingsSearch = {
  tab?: (typeof TABS)[number] | undefined
  /** A day of the week that is shown. */
  week?: string | undefined
  host?: string | undefined
  meeting?: string | undefined
  /** The slug of the booking page that is changed; "+" for a new one. */
  type?: string | undefined
}

/** Reads the address of the page of meetings. */
export function parseMeetingsSearch(raw: RawSearch): MeetingsSearch {
  return {
    tab: oneOf(raw.tab, TABS),
    week: day(raw.week),
    host: text(raw.host),
    meeting: text(raw.meeting),
    type: text(raw.type),
  }
}
