import type { Touch } from '@ensemble/engine/facts/fact.ts'
import { channelOf } from '../imports/profiles/channel-of.ts'

/** Where a visitor came from, as far as the address and the referrer tell. */
export type Arrival = {
  /** Address of the page that was reached, absolute or a path. */
  page: string | null
  referrer: string | null
  campaign: { source?: string | undefined; medium?: string | undefined; name?: string | undefined }
}

const SEARCH = /(^|\.)(google|bing|yahoo|duckduckgo|ecosia|qwant|baidu|yandex|startpage|search\.brave)\.[a-z.]+$/
const SOCIAL =
  /(^|\.)(facebook|instagram|linkedin|lnkd|twitter|x|t|youtube|youtu|tiktok|pinterest|reddit|threads|bsky|mastodon|whatsapp)\.(com|co|in|be|net|app|social|it|fr)$/
const WEBMAIL = /^(mail\.google\.com|outlook\.(live|office|office365)\.com|mail\.yahoo\.com|mail\.proton\.me)$/
const SOCIAL_SOURCE = /^(facebook|fb|instagram|ig|linkedin|twitter|x|tiktok|youtube|pinterest|reddit)\b/

/** Marks that ad platforms add to the address of a page they send people to. */
const CLICK_IDS: readonly (readonly [string, string, string])[] = [
  ['gclid', 'paid search', 'google'],
  ['gbraid', 'paid search', 'google'],
  ['wbraid', 'paid search', 'google'],
  ['msclkid', 'paid search', 'bing'],
  ['li_fat_id', 'paid social', 'linkedin'],
  ['ttclid', 'paid social', 'tiktok'],
  ['twclid', 'paid social', 'twitter'],
  ['fbclid', 'social', 'facebook'],
]

/** Words of advertising that other systems of records do not use for a channel. */
const MEDIUMS: readonly (readonly [RegExp, string])[] = [
  [/^(paid[-_ ]?social|social[-_ ]?(paid|ads?))$/, 'paid social'],
  [/^paid([-_ ]?search)?$/, 'paid search'],
  [/^(banner|cpm|programmatic)$/, 'display'],
  [/^sm$/, 'social'],
  [/^affiliates?$/, 'affiliate'],
]

/**
 * The touch of an arrival: the campaign's own words first, then the marks of ad platforms, then the referrer. Null for a
 * step within one site; the channel is `direct` when somebody came without a trace.
 */
export function touchOf({ page, referrer, campaign }: Arrival): Touch | null {
  const url = urlOf(page)
  const asked = (name: string) => url?.searchParams.get(name)?.trim() || undefined
  const source = campaign.source ?? asked('utm_source')
  const medium = campaign.medium ?? asked('utm_medium')
  const name = campaign.name ?? asked('utm_campaign')
  const from = urlOf(referrer)?.hostname.replace(/^www\./, '')
  const host = from === PLACELESS ? undefined : from
  const isWithinSite = host !== undefined && host === url?.hostname.replace(/^www\./, '')
  const touch = (channel: string | null, origin: string | null = null): Touch => ({
    channel: short(channel),
    origin: short(origin),
    campaign: short(name ?? null),
    landingPage: short(url?.pathname ?? null, 2_000),
  })
  if (medium !== undefined) return touch(channelOfMedium(medium, source), source)
  const click = CLICK_IDS.find(([mark]) => asked(mark) !== undefined)
  if (click !== undefined) return touch(click[1], source ?? click[2])
  if (source !== undefined) return touch(channelOfSource(source, host), source)
  if (name !== undefined) return touch(host === undefined || isWithinSite ? null : channelOfHost(host), host)
  if (isWithinSite || (host === undefined && url === null)) return null
  return host === undefined ? touch('direct') : touch(channelOfHost(host), host)
}

/** Host of a page known only by its path. */
const PLACELESS = 'page.invalid'

function urlOf(text: string | null): URL | null {
  if (text === null || text === '') return null
  try {
    return new URL(text, `https://${PLACELESS}`)
  } catch {
    return null
  }
}

function channelOfMedium(medium: string, source: string | undefined): string {
  const word = medium.toLowerCase()
  const known = MEDIUMS.find(([pattern]) => pattern.test(word))?.[1] ?? channelOf(word)
  if (known === 'paid search' && source !== undefined && SOCIAL_SOURCE.test(source.toLowerCase())) return 'paid social'
  return known ?? word
}

function channelOfSource(source: string, host: string | undefined): string {
  if (SOCIAL_SOURCE.test(source.toLowerCase())) return 'social'
  if (/newsletter|e-?mail/i.test(source)) return 'email'
  return host === undefined ? 'other' : channelOfHost(host)
}

function channelOfHost(host: string): string {
  if (WEBMAIL.test(host)) return 'email'
  if (SEARCH.test(host)) return 'organic search'
  return SOCIAL.test(host) ? 'social' : 'referral'
}

function short(text: string | null, max = 200): string | null {
  return text === null ? null : text.slice(0, max).toWellFormed()
}
