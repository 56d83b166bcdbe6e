import { CLICK_IDS } from '@ensemble/engine/channels/click-ids.ts'
import type { Signals } from '@ensemble/engine/channels/rule.ts'

/** Where a visitor came from, as far as the address and the referrer tell. */
export type Arrival = {
  /** Address of the page that was reached, absolute or a path. */
  page: string | null
  referrer: string | null
  campaign: { source?: string | undefined; medium?: string | undefined; name?: string | undefined }
}

export type ReadArrival = {
  signals: Signals
  /** Path of the page that was reached; null when none was. */
  path: string | null
  /** Came from another page of the same site. */
  isWithinSite: boolean
}

/** Host of a page known only by its path. */
const PLACELESS = 'page.invalid'
const MARKS = Object.keys(CLICK_IDS)

/** What the address of a page, its referrer and the campaign of a message tell of where somebody came from. */
export function signalsOf({ page, referrer, campaign }: Arrival): ReadArrival {
  const url = urlOf(page)
  const asked = (name: string) => url?.searchParams.get(name)?.trim() || undefined
  const before = urlOf(referrer)
  const from = before?.hostname.replace(/^www\./, '')
  const host = from === PLACELESS || from === '' ? undefined : from
  const isWithinSite = host !== undefined && host === url?.hostname.replace(/^www\./, '')
  const clickIds = MARKS.filter((mark) => asked(mark) !== undefined)
  const [click] = clickIds
  const source = campaign.source ?? asked('utm_source')
  return {
    signals: {
      medium: campaign.medium ?? asked('utm_medium') ?? null,
      source: source ?? (click === undefined ? null : (CLICK_IDS[click] ?? null)),
      campaign: campaign.name ?? asked('utm_campaign') ?? null,
      referrer: isWithinSite ? null : (host ?? null),
      referrerFolder: isWithinSite ? null : (before?.pathname.split('/')[1] ?? null),
      clickIds,
      channel: null,
    },
    path: url?.pathname ?? null,
    isWithinSite,
  }
}

function urlOf(text: string | null): URL | null {
  if (text === null || text === '') return null
  return URL.parse(text, `https://${PLACELESS}`)
}
