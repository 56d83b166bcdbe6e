import type { CastMember } from './cast.ts'
import { disqualify } from './disqualify-lead.ts'
import { giveFeedback } from './give-feedback.ts'
import { demoId, hearNeeds, suspectNeeds } from './needs-of-demo.ts'
import { DAY_MINUTES, planWork } from './plan-work.ts'
import { openDeal } from './sell-deal.ts'
import { type DemoStory, record } from './story.ts'
import { NOTES, sayNeed } from './words.ts'
import { afterWork } from './worktime-of-demo.ts'

/** They are interested: a meeting, what they need, and a deal. */
export function meet(story: DemoStory, seller: CastMember): void {
  const { dice } = story.profile
  const minutes = dice.whole(1, 8) * DAY_MINUTES + dice.whole(0, 300)
  const startsAt = new Date(afterWork(seller.calendar, story.now, minutes)).toISOString()
  record(story, 'meeting.booked', { startsAt }, { actor: seller.id })
  suspectNeeds(story)
  planWork(story, seller, minutes, () => {
    if (dice.chance(0.14)) {
      record(story, 'note.written', { text: 'Nobody came to the meeting.' }, { actor: seller.id })
      planWork(story, seller, dice.whole(1, 6) * DAY_MINUTES, () => disqualify(story, seller))
      return
    }
    hearThem(story, seller)
  })
}

function hearThem(story: DemoStory, seller: CastMember): void {
  const { dice, language } = story.profile
  const meeting = demoId(`${story.world.seed} ${story.profile.index} meeting ${story.facts.length}`)
  record(story, 'meeting.held', { durationS: dice.whole(1_500, 3_600) }, { actor: seller.id, factId: meeting })
  const needs = new Map(
    Array.from({ length: dice.whole(1, 3) }, () => sayNeed(dice, language)).map((said) => [said.need, said.quote]),
  )
  hearNeeds(story, seller.id, meeting, needs)
  const [need = ''] = needs.keys()
  if (dice.chance(0.3)) record(story, 'note.written', { text: dice.pick(NOTES[language]) }, { actor: seller.id })
  giveFeedback(story, seller, 'good')
  const minutes = dice.chance(0.6) ? dice.whole(3, 60) : dice.whole(1, 3) * DAY_MINUTES
  planWork(story, seller, minutes, () => openDeal(story, seller, need))
}
