import { minuteMs } from '@ensemble/engine/worktime/time-units.ts'
import type { CastMember } from './cast.ts'
import { makeDice } from './dice.ts'
import { disqualify } from './disqualify-lead.ts'
import { meet } from './meet-lead.ts'
import { chanceOf, waitingOdds } from './odds.ts'
import { DAY_MINUTES, planWork } from './plan-work.ts'
import { type DemoStory, openAttemptOf, plan, record } from './story.ts'

// Working minutes until the next try, by the number of the last one.
const PAUSES = [180, 420, 700, 960, 960, 1_200, 1_400]
const CONNECTS = 0.34

const KNEW: Readonly<Record<string, number>> = { referral: 0.75, event: 0.6, email: 0.65, organic: 0.4, social: 0.3 }

/** Whether they had heard of the company, where it was asked; by dice of its own, so that the rest of the story stays as it is. */
function heardOf({ world, profile }: DemoStory): { heardOfUs?: 'yes' | 'no' | 'unsure' } {
  const dice = makeDice(`${world.seed}:heard:${profile.index}`)
  if (dice.chance(0.4)) return {}
  if (dice.chance(0.08)) return { heardOfUs: 'unsure' }
  return { heardOfUs: dice.chance(KNEW[profile.arrival.channel] ?? 0.35) ? 'yes' : 'no' }
}

/** The n-th try to reach somebody. */
export function call(story: DemoStory, seller: CastMember, n: number): void {
  const { dice, quality } = story.profile
  const attempt = openAttemptOf(story)
  if (attempt === null || story.judged === attempt.number) return
  const waited = (attempt.firstTouchAt ?? story.now) - attempt.openedAt
  const isReached = dice.chance(chanceOf(CONNECTS, Math.sqrt(waitingOdds(waited)) * quality ** 0.3))
  if (isReached) {
    record(
      story,
      'call.made',
      { outcome: 'connected', durationS: dice.whole(90, 1_500), ...heardOf(story) },
      { actor: seller.id },
    )
    judge(story, seller, waited)
    return
  }
  const outcome = dice.pick(['no answer', 'voicemail', 'busy', 'wrong number'] as const, [55, 32, 10, 3])
  record(story, 'call.made', { outcome, durationS: outcome === 'voicemail' ? 30 : 0 }, { actor: seller.id })
  if (dice.chance(0.45)) writeToThem(story, seller, waited)
  const [fewest, most] = seller.character?.attempts ?? [3, 6]
  const tries = n === 1 ? dice.whole(fewest, most) : null
  if (tries !== null) story.tries = tries
  if (n < story.tries)
    planWork(story, seller, (PAUSES[n - 1] ?? 1_400) * (0.5 + dice.roll()), () => call(story, seller, n + 1))
  else planWork(story, seller, dice.whole(8, 12) * DAY_MINUTES, () => makeUpForTries(story, seller))
}

function writeToThem(story: DemoStory, seller: CastMember, waited: number): void {
  const { dice, language } = story.profile
  const subject = language === 'fr' ? 'Votre demande : quand vous joindre ?' : 'Your request: when may I ring?'
  plan(story, story.now + dice.whole(1, 6) * minuteMs, () => {
    if (openAttemptOf(story)?.owner !== seller.id) return
    record(story, 'email.sent', { subject }, { actor: seller.id })
    if (!dice.chance(0.07)) return
    planWork(story, seller, dice.whole(30, 700), () => {
      const text = language === 'fr' ? 'Oui, plutôt l’après-midi.' : 'Yes, afternoons are best.'
      if (record(story, 'email.replied', { text }))
        planWork(story, seller, dice.whole(10, 240), () => judge(story, seller, waited))
    })
  })
}

/** After a conversation: it leads somewhere, or it does not. */
function judge(story: DemoStory, seller: CastMember, waited: number): void {
  const { dice, quality } = story.profile
  const attempt = openAttemptOf(story)
  if (attempt === null || story.judged === attempt.number) return
  story.judged = attempt.number
  const odds = quality * (seller.character?.skill ?? 1) * waitingOdds(waited) * (attempt.number > 1 ? 0.6 : 1)
  if (dice.chance(chanceOf(0.3, odds))) {
    meet(story, seller)
    return
  }
  const isLate = dice.chance((seller.character?.forgets ?? 0) * 1.5)
  const minutes = isLate ? dice.whole(15, 24) * DAY_MINUTES : dice.lognormal(150, 1.2)
  planWork(story, seller, minutes, () => disqualify(story, seller))
}

/** Too few tries were made, and now it shows: the rest in a hurry, then the verdict. */
function makeUpForTries(story: DemoStory, seller: CastMember): void {
  const { dice } = story.profile
  const attempt = openAttemptOf(story)
  if (attempt === null || attempt.twoWayAt !== null) return
  const promised = story.world.agreement.promises.attempts?.atLeast ?? 1
  if (attempt.touches >= promised) {
    disqualify(story, seller, 'unreachable')
    return
  }
  record(story, 'email.sent', { subject: 'Still of interest?' }, { actor: seller.id })
  planWork(story, seller, dice.whole(60, 500), () => makeUpForTries(story, seller))
}
