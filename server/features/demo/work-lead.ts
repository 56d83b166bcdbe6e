import { call } from './call-lead.ts'
import type { CastMember } from './cast.ts'
import { giveFeedback } from './give-feedback.ts'
import { giveOwner, ownerOf } from './owners.ts'
import { DAY_MINUTES, planWork } from './plan-work.ts'
import { type DemoStory, plan, record } from './story.ts'
import { afterWork } from './worktime-of-demo.ts'

/** The lead has an owner, or a new one: they will get to it in their own way. */
export function takeOn(story: DemoStory): void {
  giveOwner(story)
  const seller = ownerOf(story)
  if (seller?.character == null) return
  const { character } = seller
  const { dice } = story.profile
  const forgotten = dice.chance(character.forgets) ? dice.whole(300, 1_200) : 0
  const minutes = dice.lognormal(character.acceptMinutes, character.acceptSpread) + forgotten
  planWork(story, seller, minutes, () => decideOn(story, seller))
}

function decideOn(story: DemoStory, seller: CastMember): void {
  const { dice } = story.profile
  const reason = reasonToReject(story)
  if (reason !== null && record(story, 'lead.rejected', { reason }, { actor: seller.id })) {
    giveFeedback(story, seller, 'bad')
    if (story.state.attempt?.isHeld === true) planMending(story)
    return
  }
  const callMinutes = seller.character?.callMinutes ?? 30
  if (dice.chance(0.3)) {
    call(story, seller, 1)
    return
  }
  record(story, 'lead.accepted', {}, { actor: seller.id })
  planWork(story, seller, dice.lognormal(callMinutes, 0.8), () => call(story, seller, 1))
}

function reasonToReject(story: DemoStory): string | null {
  const { dice, role, account, phone } = story.profile
  const { reject } = story.world.agreement
  const odds: [string, number][] = [
    ['below the definition', role === 'student' ? 0.7 : account.employees < 8 ? 0.2 : 0.02],
    ['incomplete', phone === null ? 0.06 : 0.005],
    ['misrouted', 0.02],
    ['duplicate', 0.012],
  ]
  for (const [reason, probability] of odds) if (reject.has(reason) && dice.chance(probability)) return reason
  return null
}

/** Marketing finds what was missing and the lead comes again. */
function planMending(story: DemoStory): void {
  const { dice, account } = story.profile
  const [marketer] = story.world.cast.marketers
  if (marketer === undefined || dice.chance(0.3)) return
  plan(story, afterWork(marketer.calendar, story.now, dice.whole(1, 3) * DAY_MINUTES), () => {
    const phone = account.country.phone?.(dice)
    const person = { title: story.profile.title, ...(phone === undefined ? {} : { phone }) }
    record(story, 'person.identified', { person }, { actor: marketer.id })
  })
}
