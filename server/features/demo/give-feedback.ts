import type { CastMember } from './cast.ts'
import { type DemoStory, plan, record } from './story.ts'
import { ANSWERS, FEEDBACK } from './words.ts'
import { afterWork } from './worktime-of-demo.ts'

/** A word to marketing about where the lead came from, from sellers who give one. Marketing mostly answers, and sales then settles it. */
export function giveFeedback(story: DemoStory, seller: CastMember, verdict: 'good' | 'bad'): void {
  const { dice, arrival, language } = story.profile
  if (!dice.chance(seller.character?.tells ?? 0.3)) return
  const factId = dice.id()
  const campaign = arrival.campaign?.name
  const said = record(
    story,
    'feedback.given',
    {
      about: campaign ?? arrival.channel,
      verdict,
      text: dice.pick(FEEDBACK[verdict][language]),
      ...(campaign === undefined ? {} : { on: 'campaign' as const }),
    },
    { actor: seller.id, factId },
  )
  if (said && dice.chance(0.9)) answer(story, factId, seller, verdict)
}

function answer(story: DemoStory, feedback: string, seller: CastMember, verdict: 'good' | 'bad'): void {
  const { dice, language } = story.profile
  const marketer = dice.pick(story.world.cast.marketers)
  // Half within an hour of work and a half; a few after the two days that are promised.
  const answersAt = afterWork(marketer.calendar, story.now, dice.lognormal(90, 1.3))
  plan(story, answersAt, () => {
    const text = dice.pick(ANSWERS[verdict][language])
    if (!record(story, 'feedback.answered', { feedback, text }, { actor: marketer.id })) return
    if (!dice.chance(0.6)) return
    plan(story, afterWork(seller.calendar, story.now, dice.lognormal(200, 1)), () => {
      record(story, 'feedback.closed', { feedback }, { actor: seller.id })
    })
  })
}
