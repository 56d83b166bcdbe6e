import { call } from './call-lead.ts'
import type { CastMember } from './cast.ts'
import { disqualify } from './disqualify-lead.ts'
import { meet } from './meet-lead.ts'
import { continueDeal } from './sell-deal.ts'
import { type DemoStory, openAttemptOf } from './story.ts'

/** Goes on where a colleague who left had come to: with the deal, after the conversation, or with the first call. */
export function takeOver(story: DemoStory, seller: CastMember): void {
  const attempt = openAttemptOf(story)
  if (attempt === null) return
  const deal = story.state.deals.find((each) => each.attempt === attempt.number && each.status === 'open')
  if (deal !== undefined) continueDeal(story, seller, deal.id, deal.amountCents ?? 0)
  else if (attempt.twoWayAt === null) call(story, seller, 1)
  else if (story.profile.dice.chance(0.3)) meet(story, seller)
  else disqualify(story, seller)
}
