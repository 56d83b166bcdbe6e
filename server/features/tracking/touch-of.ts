import type { Grouping } from '@ensemble/engine/channels/group-channel.ts'
import type { Touch } from '@ensemble/engine/facts/fact.ts'
import { presentGrouping } from '../channels/present-grouping.ts'
import { type Arrival, signalsOf } from '../channels/signals-of.ts'

/** Pages are read again and again by the same way: what is known of a way holds until the rules change. */
const MOST = 2_000
let latest: { grouping: Grouping | null; touches: Map<string, Touch | null> } = { grouping: null, touches: new Map() }

/**
 * The touch of an arrival, its channel by the company's rules. Null for a step within one site; the channel is `direct`
 * when somebody came without a trace, and unknown when there is nothing but a campaign's name.
 */
export function touchOf(arrival: Arrival, grouping: Grouping = presentGrouping()): Touch | null {
  if (latest.grouping !== grouping || latest.touches.size >= MOST) latest = { grouping, touches: new Map() }
  const { page, referrer, campaign } = arrival
  const key = `${page}\n${referrer}\n${campaign?.source}\n${campaign?.medium}\n${campaign?.name}`
  const known = latest.touches.get(key)
  if (known !== undefined) return known
  const touch = newTouch(arrival, grouping)
  latest.touches.set(key, touch)
  return touch
}

function newTouch(arrival: Arrival, grouping: Grouping): Touch | null {
  const { signals, path, isWithinSite } = signalsOf(arrival)
  const { medium, source, campaign, referrer } = signals
  const isMarked = medium !== null || source !== null || campaign !== null
  if (!isMarked && (isWithinSite || (referrer === null && path === null))) return null
  return {
    channel: short(grouping.channelOf(signals)),
    origin: short(source ?? referrer),
    campaign: short(campaign),
    landingPage: short(path, 2_000),
  }
}

function short(text: string | null, max = 200): string | null {
  return text === null ? null : text.slice(0, max).toWellFormed()
}
