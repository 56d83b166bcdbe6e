import type { CastMember } from './cast.ts'
import { type DemoStory, openAttemptOf, plan, record } from './story.ts'
import { afterWork } from './worktime-of-demo.ts'

export const DAY_MINUTES = 480

/** Plans something a seller does after so many working minutes, if the lead is still theirs by then. */
export function planWork(story: DemoStory, seller: CastMember, minutes: number, run: () => void): void {
  const number = openAttemptOf(story)?.number
  plan(story, afterWork(seller.calendar, story.now, minutes), () => {
    const attempt = openAttemptOf(story)
    if (attempt === null || attempt.number !== number || attempt.owner !== seller.id) return
    if (seller.leftAt !== null && story.now >= seller.leftAt) passOn(story, seller)
    else run()
  })
}

/** Somebody left the company: their manager gives the lead to a colleague by hand. */
function passOn(story: DemoStory, from: CastMember): void {
  const { cast } = story.world
  const { dice } = story.profile
  const free = cast.sellers.filter(
    (seller) => seller !== from && seller.leftAt === null && seller.joinedAt <= story.now,
  )
  const attempt = openAttemptOf(story)
  const to = free.length === 0 ? null : dice.pick(free)
  if (attempt === null || to === null) return
  record(
    story,
    'lead.routed',
    {
      attempt: attempt.number,
      to: to.id,
      pool: attempt.pool ?? '',
      clause: '',
      why: 'by hand',
      passedOver: [],
      calendar: null,
    },
    { actor: cast.managers.find((manager) => manager.side === 'sales')?.id ?? to.id },
  )
  planWork(story, to, dice.whole(30, DAY_MINUTES), () => story.reactions.takesOver(story, to))
}
