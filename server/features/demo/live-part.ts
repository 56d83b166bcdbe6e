import type { IncomingFact } from '../facts/incoming.ts'
import { arrivalOfLive, type LiveScene, SCENES } from './live-scenes.ts'
import { giveOwner, ownerOf } from './owners.ts'
import { makeProfile, type Profile } from './profile.ts'
import { introduce, touchOf } from './prospect.ts'
import { beginStory, type DemoStory, live, plan, record, type World } from './story.ts'
import { afterWork } from './worktime-of-demo.ts'

/** The leads of the last hours, with clocks that run now: some due in minutes, some in hours, one overdue. */
export function* liveStories(world: World, firstIndex: number): Generator<IncomingFact[]> {
  for (const [i, scene] of SCENES.entries()) yield tell(world, firstIndex + i, scene)
}

export const LIVE_COUNT = SCENES.length

function tell(world: World, index: number, scene: LiveScene): IncomingFact[] {
  const arrival = arrivalOfLive(world, scene)
  const profile = fitting(makeProfile(world.seed, index, arrival), scene)
  const preferred = scene.isFirstSellers ? (world.cast.sellers[0]?.id ?? null) : null
  const story = beginStory(world, profile, {
    needsOwner: (asking) => {
      giveOwner(asking, preferred)
      planFirstSteps(asking, scene)
    },
    takesOver: () => undefined,
  })
  for (const [i, path] of scene.pages.entries()) {
    const at = arrival.at - (scene.pages.length - i) * 47_000
    plan(story, at, () => record(story, 'page.viewed', { path }, { touch: i === 0 ? touchOf(profile) : null }))
  }
  plan(story, arrival.at, () => introduce(story, scene.form))
  return live(story)
}

/** Somebody whom the agreement surely wants: the scene, not chance, says how large and who. */
function fitting(profile: Profile, scene: LiveScene): Profile {
  const phone = scene.hasPhone ? `+3319900${1_000 + (profile.index % 9_000)}` : null
  const account = {
    ...profile.account,
    employees: scene.employees,
    segment: scene.employees < 50 ? ('small' as const) : ('middle' as const),
  }
  return { ...profile, account, phone, role: scene.role, tellsRole: true }
}

function planFirstSteps(story: DemoStory, scene: LiveScene): void {
  const seller = ownerOf(story)
  if (seller === null || scene.acceptedAfter === null) return
  plan(story, afterWork(seller.calendar, story.now, scene.acceptedAfter), () => {
    record(story, 'lead.accepted', {}, { actor: seller.id })
  })
}
