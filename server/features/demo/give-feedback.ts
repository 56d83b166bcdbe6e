import type { CastMember } from './cast.ts'
import { type DemoStory, record } from './story.ts'
import { FEEDBACK } from './words.ts'

/** A word to marketing about where the lead came from, from sellers who give one. */
export function giveFeedback(story: DemoStory, seller: CastMember, verdict: 'good' | 'bad'): void {
  const { dice, arrival, language } = story.profile
  if (!dice.chance(seller.character?.tells ?? 0.3)) return
  record(
    story,
    'feedback.given',
    { about: arrival.campaign?.name ?? arrival.channel, verdict, text: dice.pick(FEEDBACK[verdict][language]) },
    { actor: seller.id },
  )
}
