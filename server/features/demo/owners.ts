import { emptyBook, type PoolBook, type RosterPerson } from '@ensemble/engine/routing/roster.ts'
import { routeLead } from '@ensemble/engine/routing/route-lead.ts'
import { routedData } from '@ensemble/engine/routing/routed-data.ts'
import { leadContext } from '@ensemble/engine/scoring/context.ts'
import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { CastMember } from './cast.ts'
import { type DemoStory, openAttemptOf, record } from './story.ts'

const KNOWN_AHEAD_DAYS = 60

/** Who was here at a moment, and who was away: what the routing of the product would have seen. */
function rosterAt(story: DemoStory, atMs: number): RosterPerson[] {
  return story.world.cast.sellers
    .filter((seller) => seller.joinedAt <= atMs)
    .map((seller) => ({
      id: seller.id,
      email: seller.email,
      team: seller.team,
      isActive: seller.leftAt === null || seller.leftAt > atMs,
      away: seller.away
        .filter(({ from, to, note }) => to > atMs && from < (note === 'Ill' ? atMs : atMs + KNOWN_AHEAD_DAYS * dayMs))
        .map(({ from, to }) => ({ from, to })),
      calendar: seller.hours === null ? null : { ...seller.calendar, away: story.world.agreement.calendar.away },
      openLeads: 0,
    }))
}

/** Whose turn it is, is chance here: stories are made up one by one, not day by day. */
function bookOf(story: DemoStory, people: readonly RosterPerson[], preferred: string | null): PoolBook {
  const turns = new Map(people.map(({ id }) => [id, id === preferred ? -1 : story.profile.dice.roll()]))
  return { ...emptyBook(), turns }
}

/** Answers the question who takes the lead, by the routing of the agreement. */
export function giveOwner(story: DemoStory, preferred: string | null = null): void {
  const attempt = openAttemptOf(story)
  if (attempt === null || attempt.awaiting === null) return
  const { agreement } = story.world
  const atMs = story.now + story.profile.dice.whole(200, 900)
  const people = rosterAt(story, atMs)
  const book = bookOf(story, people, preferred)
  const routed = routeLead(
    agreement,
    { people, books: new Map([...agreement.pools.keys()].map((name) => [name, book])) },
    {
      context: leadContext(story.state, story.state.engagement, agreement),
      why: attempt.awaiting.why,
      exclude: attempt.awaiting.exclude,
      accountOwner: null,
      atMs,
    },
  )
  record(story, 'lead.routed', routedData(attempt.number, attempt.awaiting.why, routed), {
    at: Math.min(atMs, story.world.endsAt),
  })
}

export function ownerOf(story: DemoStory): CastMember | null {
  const owner = openAttemptOf(story)?.owner ?? null
  return story.world.cast.sellers.find((seller) => seller.id === owner) ?? null
}
