import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { arrivalAt, makeArrivals } from './arrivals.ts'
import { type Cast, makeCast } from './cast.ts'
import { makeDice } from './dice.ts'
import { LIVE_COUNT, liveStories } from './live-part.ts'
import { makeProfile } from './profile.ts'
import { planArrival } from './prospect.ts'
import { beginStory, live, type Reactions, type World } from './story.ts'
import { takeOver } from './take-over.ts'
import { takeOn } from './work-lead.ts'

export type DemoOptions = {
  /** People who become leads. */
  leads: number
  seed: number
  /** The moment at which the demo stops, epoch ms: nothing in it is later. */
  endsAt: number
  /** Zone of the company, in which days begin. */
  zone: string
  /** By which the demo's leads are judged, routed and timed. */
  agreement: CompiledAgreement
}

export type DemoCompany = {
  cast: Cast
  /** The facts of one person after another, roughly in the order in which they were met; the live ones last. */
  stories: Iterable<IncomingFact[]>
}

/**
 * Two years of a company that does not exist, by rule: the same options give the same company, fact by fact. Each story is
 * made when it is asked for, so that a million of them take no more memory than one.
 */
export function generateCompany(options: DemoOptions): DemoCompany {
  const cast = makeCast(options)
  return { cast, stories: storiesOf(options, cast) }
}

const REACTIONS: Reactions = { needsOwner: takeOn, takesOver: takeOver }

function* storiesOf(options: DemoOptions, cast: Cast): Generator<IncomingFact[]> {
  const { leads, seed, endsAt, zone, agreement } = options
  const world: World = { seed, endsAt, zone, cast, agreement }
  const arrivals = makeArrivals(zone, endsAt)
  const past = Math.max(0, leads - LIVE_COUNT)
  for (let index = 0; index < past; index += 1) {
    const dice = makeDice(`${seed}:arrival:${index}`)
    const arrival = arrivalAt(arrivals, dice, (index + dice.roll()) / past, zone, endsAt)
    const story = beginStory(world, makeProfile(seed, index, arrival), REACTIONS)
    planArrival(story)
    yield live(story)
  }
  yield* liveStories(world, past)
}
