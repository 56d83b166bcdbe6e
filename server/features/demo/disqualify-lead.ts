import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { CastMember } from './cast.ts'
import { giveFeedback } from './give-feedback.ts'
import { type DemoStory, record } from './story.ts'
import { COMPETITORS } from './words.ts'

const WEIGHTS: Record<string, number> = {
  'no need': 22,
  'bad timing': 17,
  'no fit': 22,
  'no budget': 14,
  'no authority': 10,
  'chose a competitor': 11,
  'wrong data': 9,
}

/** Gives the verdict that it leads nowhere, with a reason the agreement knows. */
export function disqualify(story: DemoStory, seller: CastMember, given: string | null = null): void {
  const { dice } = story.profile
  const { agreement, endsAt } = story.world
  const known = [...agreement.disqualify.values()].filter(({ reason, needs }) =>
    given === null ? needs === null : reason === given,
  )
  if (known.length === 0) return
  const { reason, recycle } = dice.pick(
    known,
    known.map((each) => WEIGHTS[each.reason] ?? 5),
  )
  const recycleAt =
    recycle === 'at a date given' ? new Date(story.now + dice.whole(30, 200) * dayMs).toISOString() : null
  const note = reason === 'chose a competitor' ? dice.pick(COMPETITORS) : null
  const isDone = record(
    story,
    'lead.disqualified',
    { reason, ...(recycleAt === null ? {} : { recycleAt }), ...(note === null ? {} : { note }) },
    { actor: seller.id },
  )
  const isMarketingsDoing = reason === 'no fit' || reason === 'no need' || reason === 'wrong data'
  if (isDone && isMarketingsDoing && story.now < endsAt) giveFeedback(story, seller, 'bad')
}
