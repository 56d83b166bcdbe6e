import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { checkedFact } from '@ensemble/engine/facts/checked-fact.ts'
import type { Touch } from '@ensemble/engine/facts/fact.ts'
import type { FactData, FactKind } from '@ensemble/engine/facts/kinds.ts'
import { nextStrikeAt } from '@ensemble/engine/lifecycle/clocks.ts'
import { feedbackClockName } from '@ensemble/engine/lifecycle/feedback.ts'
import { refusalOf } from '@ensemble/engine/lifecycle/refusal.ts'
import { type AttemptState, emptyState, type PersonState, type RunningClock } from '@ensemble/engine/lifecycle/state.ts'
import { applyFact } from '@ensemble/engine/lifecycle/step.ts'
import type { IncomingFact, Who } from '../facts/incoming.ts'
import type { Cast, CastMember } from './cast.ts'
import type { Profile } from './profile.ts'

export type World = { seed: number; endsAt: number; zone: string; cast: Cast; agreement: CompiledAgreement }

type Plan = { at: number; order: number; run: () => void }

/**
 * One person's story while it is being made up. The agreement itself decides what follows from each fact; the people of the
 * demo answer to that. What is planned after the end of the demo never happens.
 */
export type DemoStory = {
  world: World
  profile: Profile
  state: PersonState
  facts: IncomingFact[]
  plans: Plan[]
  planned: number
  now: number
  who: Who
  /** How often the owner means to try, and the attempt whose conversation has been judged. */
  tries: number
  judged: number
  /** Facts are arriving together. */
  isTogether: boolean
  reactions: Reactions
}

/** What the people of the demo do when the story asks for it. */
export type Reactions = {
  /** The agreement wants an owner. */
  needsOwner: (story: DemoStory) => void
  /** A colleague was given the lead by hand. */
  takesOver: (story: DemoStory, seller: CastMember) => void
}

export function beginStory(world: World, profile: Profile, reactions: Reactions): DemoStory {
  return {
    world,
    profile,
    state: emptyState(),
    facts: [],
    plans: [],
    planned: 0,
    now: 0,
    who: { anonymousId: profile.anonymousId },
    tries: 0,
    judged: 0,
    isTogether: false,
    reactions,
  }
}

/** Something somebody means to do. Nothing is done in the past. */
export function plan(story: DemoStory, at: number, run: () => void): void {
  story.planned += 1
  story.plans.push({ at, order: story.planned, run })
}

/** `factId`: a later fact of the story will refer to this one. */
export type Recording = { actor?: string; touch?: Touch | null; at?: number; factId?: string }

/** Records a fact now, unless the agreement refuses it. Says whether it was recorded. */
export function record<K extends FactKind>(
  story: DemoStory,
  kind: K,
  data: FactData[K],
  more: Recording = {},
): boolean {
  const { world, state } = story
  const at = Math.max(more.at ?? story.now, (state.lastFact?.at ?? 0) + 1)
  // Whoever qualifies in the last moment is still given to somebody.
  if (at > world.endsAt - (kind === 'lead.routed' ? 0 : 50)) return false
  const messageId = `demo-${world.seed}-${story.profile.index}-${story.facts.length}`
  const head = {
    kind,
    at,
    messageId,
    source: 'demo',
    actor: more.actor ?? null,
    isHistory: false,
    touch: more.touch ?? null,
    data,
  }
  const fact = checkedFact({ ...head, id: more.factId ?? messageId, recordedAt: at })
  if (refusalOf(world.agreement, state, fact) !== null) return false
  story.facts.push({ ...head, who: story.who, ...(more.factId === undefined ? {} : { factId: more.factId }) })
  story.now = at
  applyFact(world.agreement, state, fact)
  if (!story.isTogether) answerFor(story)
  return true
}

/** Records several facts that arrive as one, such as a form: an owner is looked for when all of them are known. */
export function together(story: DemoStory, work: () => void): void {
  story.isTogether = true
  work()
  story.isTogether = false
  answerFor(story)
}

function answerFor(story: DemoStory): void {
  if (openAttemptOf(story)?.awaiting != null) story.reactions.needsOwner(story)
}

/** Lives the story to its end: plans in the order of time, clocks striking in between. */
export function live(story: DemoStory): IncomingFact[] {
  for (;;) {
    const next = earliest(story.plans)
    const clock = nextClock(story.state)
    const strikesAt = clock === null ? null : nextStrikeAt(clock)
    if (clock !== null && strikesAt !== null && (next === null || strikesAt <= next.at)) {
      if (strikesAt > story.world.endsAt || !strike(story, clock, strikesAt)) return story.facts
      continue
    }
    if (next === null || next.at > story.world.endsAt) return story.facts
    story.plans.splice(story.plans.indexOf(next), 1)
    story.now = Math.max(story.now, next.at)
    next.run()
  }
}

function strike(story: DemoStory, clock: RunningClock, at: number): boolean {
  const attempt = story.state.attempt?.number ?? 1
  story.now = Math.max(story.now, at)
  return record(story, 'clock.struck', { attempt, clock: nameOf(story.state, clock), startedAt: clock.startedAt })
}

/** A clock of feedback strikes under the name of what it is about. */
function nameOf({ feedback }: PersonState, clock: RunningClock): string {
  const about = feedback?.find((each) => each.clock === clock)
  return about === undefined ? clock.name : feedbackClockName(about.id)
}

function nextClock({ attempt, feedback }: PersonState): RunningClock | null {
  const clocks = [...(attempt?.clocks ?? []), ...(feedback ?? []).flatMap((each) => each.clock ?? [])]
  let first: RunningClock | null = null
  for (const clock of clocks) {
    const at = nextStrikeAt(clock)
    const firstAt = first === null ? null : nextStrikeAt(first)
    if (at !== null && (firstAt === null || at < firstAt)) first = clock
  }
  return first
}

function earliest(plans: readonly Plan[]): Plan | null {
  let first: Plan | null = null
  for (const each of plans) {
    if (first === null || each.at < first.at || (each.at === first.at && each.order < first.order)) first = each
  }
  return first
}

/** The attempt being worked, or null. */
export function openAttemptOf(story: DemoStory): AttemptState | null {
  const { attempt } = story.state
  return attempt !== null && attempt.outcome === 'open' ? attempt : null
}
