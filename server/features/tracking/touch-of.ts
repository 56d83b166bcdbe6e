import type { Grouping } from '@ensemble/engine/channels/group-channel.ts'
import type { Touch } from '@ensemble/engine/facts/fact.ts'
import { presentGrouping } from '../channels/present-grouping.ts'
import { type Arrival, signalsOf } from '../channels/signals-of.ts'

/**
 * The touch of an arrival, its channel by the company's rules. Null for a step within one site; the channel is `direct`
 * when somebody came without a trace, and unknown when there is nothing but a campaign's name.
 */
export function touchOf(arrival: Arrival, grouping: Grouping = presentGrouping()): Touch | null {
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
