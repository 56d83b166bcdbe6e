import type { Signals } from '@ensemble/engine/channels/rule.ts'
import { signalsOf } from './signals-of.ts'

/** A touch as it was recorded, with the address and referrer where the fact has them. */
export type RecordedTouch = {
  channel: string | null
  origin: string | null
  campaign: string | null
  url: string | null
  referrer: string | null
}

/**
 * What a recorded touch tells. Where its address says nothing (an import, a call, marks that came beside the address), the
 * channel of the record stands for the medium and its origin for the source.
 */
export function signalsOfTouch({ channel, origin, campaign, url, referrer }: RecordedTouch): Signals {
  if (url !== null || referrer !== null) {
    const { signals } = signalsOf({ page: url, referrer, campaign: campaign === null ? {} : { name: campaign } })
    const isOfHost = origin === null || origin === signals.referrer
    const tells = signals.medium !== null || signals.clickIds.length > 0 || (isOfHost && signals.referrer !== null)
    if (tells) return { ...signals, source: signals.source ?? (isOfHost ? null : origin), channel }
  }
  return { medium: channel, source: origin, campaign, referrer: null, referrerFolder: null, clickIds: [], channel }
}
