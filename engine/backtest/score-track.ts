import type { CompiledAgreement, ExpressionContext } from '../agreement/compiled.ts'
import type { Touch } from '../facts/fact.ts'
import { type AttemptState, emptyState, type PersonState } from '../lifecycle/state.ts'
import { applyFact } from '../lifecycle/step.ts'
import { faded } from '../scoring/decay.ts'
import { factReader } from './fact-reader.ts'
import { growingFloats, growingNumbers } from './growing.ts'
import type { History } from './history.ts'
import { lightStep } from './light-step.ts'
import { projection } from './projection.ts'

/**
 * How the scores of every person moved while they were a lead, if nobody had ever qualified. Until the moment a lead first
 * qualifies that is what happened under any cut-offs, so one track answers for all of them.
 */
export type ScoreTrack = {
  history: History
  /** The points of person `p` lie from `firstOf[p]` to `firstOf[p + 1]`, in time. */
  firstOf: Uint32Array
  at: Float64Array
  fit: Float64Array
  engagement: Float64Array
  /** Index into `contexts`: what else the definition reads. */
  context: Uint32Array
  contexts: readonly ExpressionContext[]
  /** When the first attempt opened, epoch ms; NaN for somebody who never became a lead. */
  openedAt: Float64Array
  /** Index into `places`: where the first attempt came from. */
  place: Uint32Array
  places: readonly Place[]
  /** First win, epoch ms, NaN without; the sum of the amounts of won deals, NaN when none is known. */
  wonAt: Float64Array
  wonCents: Float64Array
}

export type Place = Touch & { country: string | null }

export type OnProgress = (done: number) => void

/** The same agreement, under which nobody qualifies. */
export function withoutQualifying(agreement: CompiledAgreement): CompiledAgreement {
  return { ...agreement, qualify: () => -1 }
}

const REPORT_EVERY = 4_096

/** Tables of contexts and of places, each distinct one kept once. */
function shelves(paths: readonly string[]) {
  const seen = projection(paths)
  const contexts: ExpressionContext[] = []
  const places: Place[] = []
  const knownContexts = new Map<string, number>()
  const knownPlaces = new Map<string, number>()
  return {
    contexts,
    places,
    contextOf(state: PersonState): number {
      const key = seen.keyOf(state)
      const known = knownContexts.get(key)
      if (known !== undefined) return known
      knownContexts.set(key, contexts.length)
      return contexts.push(seen.contextOf(state)) - 1
    },
    placeOf({ channel, origin, campaign, landingPage }: Touch, country: string | null): number {
      const key = `${channel}\t${origin}\t${campaign}\t${landingPage}\t${country}`
      const known = knownPlaces.get(key)
      if (known !== undefined) return known
      knownPlaces.set(key, places.length)
      return places.push({ channel, origin, campaign, landingPage, country }) - 1
    },
  }
}

/** Whether what the definition reads can have changed. What the engine changes it replaces; only the touch is filled in once. */
function isSameSeen(seen: Seen, state: PersonState, attempt: AttemptState): boolean {
  return (
    seen.person === state.person &&
    seen.account === state.account &&
    seen.traits === state.traits &&
    seen.attempt === attempt &&
    seen.touch === attempt.touch
  )
}
type Seen = {
  person: unknown
  account: unknown
  traits: unknown
  attempt: unknown
  touch: unknown
  context: number
}

function wonOf(state: PersonState): { at: number; cents: number } {
  let at = Number.NaN
  let cents = Number.NaN
  for (const deal of state.deals) {
    if (deal.status !== 'won' || deal.closedAt === null) continue
    if (!(at <= deal.closedAt)) at = deal.closedAt
    if (deal.amountCents !== null) cents = (Number.isNaN(cents) ? 0 : cents) + deal.amountCents
  }
  return { at, cents }
}

/**
 * Folds every story up to `untilMs` once, without qualifying anybody, and keeps how the scores moved. `paths` is what else
 * the definitions to be asked read (`readsOf`).
 */
export function trackScores(
  history: History,
  agreement: CompiledAgreement,
  paths: readonly string[],
  untilMs: number,
  onProgress: OnProgress = () => undefined,
): ScoreTrack {
  const silent = withoutQualifying(agreement)
  const people = history.people.length
  const reader = factReader(history)
  const isLight = lightStep(history, agreement, reader)
  const shelf = shelves(paths)
  const at = growingFloats()
  const fit = growingFloats()
  const engagement = growingFloats()
  const contextColumn = growingNumbers()
  const firstOf = new Uint32Array(people + 1)
  const openedAt = new Float64Array(people).fill(Number.NaN)
  const place = new Uint32Array(people)
  const wonAt = new Float64Array(people)
  const wonCents = new Float64Array(people)
  for (let person = 0; person < people; person++) {
    if (person % REPORT_EVERY === 0) onProgress(history.firstOf[person] ?? 0)
    firstOf[person] = at.length()
    const state = emptyState()
    const seen: Seen = { person: 0, account: 0, traits: 0, attempt: 0, touch: 0, context: 0 }
    let first: AttemptState | null = null
    const end = history.firstOf[person + 1] ?? 0
    for (let index = history.firstOf[person] ?? 0; index < end; index++) {
      const moment = history.at[index] ?? 0
      if (moment > untilMs) break
      if (!isLight(state, index)) applyFact(silent, state, reader.factAt(index))
      const { attempt } = state
      if (attempt === null) continue
      if (first === null) {
        first = attempt
        openedAt[person] = attempt.openedAt
      }
      if (attempt.outcome !== 'open' || attempt.isHeld) continue
      if (!isSameSeen(seen, state, attempt)) {
        seen.person = state.person
        seen.account = state.account
        seen.traits = state.traits
        seen.attempt = attempt
        seen.touch = attempt.touch
        seen.context = shelf.contextOf(state)
      }
      at.push(moment)
      fit.push(state.fit)
      engagement.push(faded(state.engagement, moment - state.engagementAt, agreement.halfLifeMs))
      contextColumn.push(seen.context)
    }
    if (first !== null)
      place[person] = shelf.placeOf(first.touch, state.person.country ?? state.account.country ?? null)
    const won = wonOf(state)
    wonAt[person] = won.at
    wonCents[person] = won.cents
  }
  firstOf[people] = at.length()
  return {
    history,
    firstOf,
    at: at.finish(),
    fit: fit.finish(),
    engagement: engagement.finish(),
    context: contextColumn.finish(),
    contexts: shelf.contexts,
    openedAt,
    place,
    places: shelf.places,
    wonAt,
    wonCents,
  }
}
