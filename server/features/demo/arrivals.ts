import { localTimeOf, momentOf } from '@ensemble/engine/worktime/local-time.ts'
import { dayMs, hourMs, minuteMs } from '@ensemble/engine/worktime/time-units.ts'
import { CAMPAIGNS, type Campaign } from './campaigns.ts'
import { CHANNEL_NAMES, CHANNELS, type ChannelName } from './channels.ts'
import type { Dice } from './dice.ts'

export const HISTORY_DAYS = 730

type Source = { channel: ChannelName; campaign: Campaign | null; weight: number }

/** When people come, and from where: one calendar of weights for all of them. */
export type Arrivals = {
  firstDay: number
  days: { sources: Source[]; weights: number[] }[]
  /** Weight up to and with each day. */
  upTo: Float64Array
}

export type Arrival = { at: number; channel: ChannelName; campaign: Campaign | null; age: number }

// January to December: field-service companies look for help before winter and after the summer.
const MONTHS = [1.1, 1, 1.1, 1, 0.95, 0.9, 0.7, 0.5, 1.2, 1.35, 1.25, 0.75]
const WEEKDAYS = [1.15, 1.25, 1.2, 1.1, 0.85, 0.25, 0.3]

/** Growth over the two years, season, weekday, and the campaigns that ran. */
export function makeArrivals(zone: string, endsAt: number): Arrivals {
  const lastDay = localTimeOf(zone, endsAt).day
  const firstDay = lastDay - HISTORY_DAYS
  const upTo = new Float64Array(HISTORY_DAYS + 1)
  let total = 0
  const days = Array.from({ length: HISTORY_DAYS + 1 }, (_, i) => {
    const sources = sourcesOf(firstDay + i, HISTORY_DAYS - i)
    total += sources.reduce((sum, source) => sum + source.weight, 0)
    upTo[i] = total
    return { sources, weights: sources.map((source) => source.weight) }
  })
  return { firstDay, days, upTo }
}

function sourcesOf(day: number, daysAgo: number): Source[] {
  const month = new Date(day * dayMs).getUTCMonth()
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7
  const usual = (MONTHS[month] ?? 1) * (WEEKDAYS[weekday] ?? 1) * (1 + 0.45 * (1 - daysAgo / HISTORY_DAYS))
  const sources: Source[] = CHANNEL_NAMES.map((channel) => ({
    channel,
    campaign: null,
    weight: usual * CHANNELS[channel].share,
  }))
  for (const campaign of CAMPAIGNS) {
    if (daysAgo > campaign.from || daysAgo < campaign.to) continue
    // A fair is held when it is held, whatever the weekday.
    const base = campaign.tactic === 'trade fair' ? 1 : usual
    sources.push({
      channel: campaign.channel,
      campaign,
      weight: base * CHANNELS[campaign.channel].share * campaign.lift,
    })
  }
  return sources
}

/** The arrival of somebody who comes after `share` (0 to 1) of all the others. Never after `endsAt`. */
export function arrivalAt(arrivals: Arrivals, dice: Dice, share: number, zone: string, endsAt: number): Arrival {
  const total = arrivals.upTo.at(-1) ?? 0
  const index = dayIndex(arrivals.upTo, share * total)
  const day = arrivals.days[index] ?? { sources: [], weights: [] }
  const { channel, campaign } = dice.pick(day.sources, day.weights)
  const at = momentOf(zone, { day: arrivals.firstDay + index, timeMs: timeOfDay(dice, channel) })
  return {
    at: Math.min(at, endsAt - dice.whole(5, 600) * minuteMs),
    channel,
    campaign,
    age: ageOf(campaign, HISTORY_DAYS - index),
  }
}

function ageOf(campaign: Campaign | null, daysAgo: number): number {
  if (campaign === null || campaign.from === campaign.to) return 0
  return (campaign.from - daysAgo) / (campaign.from - campaign.to)
}

function dayIndex(upTo: Float64Array, weight: number): number {
  let low = 0
  let high = upTo.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((upTo[middle] ?? 0) > weight) high = middle
    else low = middle + 1
  }
  return low
}

/** Forms are filled at work, and in the evening on the sofa; at a fair while its doors are open. */
function timeOfDay(dice: Dice, channel: ChannelName): number {
  const hour =
    channel === 'event'
      ? dice.normal(13, 2)
      : dice.chance(0.72)
        ? dice.pick([dice.normal(10.3, 1.1), dice.normal(15, 1.5)])
        : dice.normal(20.5, 1.3)
  const within = Math.min(23.9, Math.max(6, hour))
  return Math.floor(within * hourMs) + dice.whole(0, 59_999)
}
