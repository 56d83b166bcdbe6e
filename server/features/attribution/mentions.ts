import {
  dropSlices,
  emptySlices,
  follow,
  isSparse,
  pack,
  planMerge,
  type Sliced,
  START,
} from '@ensemble/engine/attribution/slices.ts'
import type { Tally } from '@ensemble/engine/attribution/touch-book.ts'

/** Facts that name a campaign without being a touch of their own: a form within a visit, what was taken back, what we did ourselves. */
export type Mentions = Sliced & { atMs: Float64Array; campaign: Uint32Array; tallies: Set<Tally> }
export type NewMentions = { party: ArrayLike<number>; atMs: ArrayLike<number>; campaign: ArrayLike<number> }

export function noMentions(): Mentions {
  return { ...emptySlices(), atMs: new Float64Array(START), campaign: new Uint32Array(START), tallies: new Set() }
}

export function appendMentions(mentions: Mentions, added: NewMentions): void {
  if (isSparse(mentions)) pack(mentions, [mentions.atMs, mentions.campaign])
  const parties = mentions.tallies.size > 0 ? [...new Set(Array.from(added.party))] : []
  for (const tally of mentions.tallies) tally(parties, -1)
  const plan = planMerge(mentions, added.party, [{ added: added.atMs, present: mentions.atMs }])
  mentions.atMs = follow(plan, mentions.atMs, added.atMs, (length) => new Float64Array(length))
  mentions.campaign = follow(plan, mentions.campaign, added.campaign, (length) => new Uint32Array(length))
  for (const tally of mentions.tallies) tally(parties, 1)
}

export function dropMentions(mentions: Mentions, parties: ArrayLike<number>): void {
  for (const tally of mentions.tallies) tally(parties, -1)
  dropSlices(mentions, parties)
}
