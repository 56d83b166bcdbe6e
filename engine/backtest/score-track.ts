import type { CompiledAgreement, ExpressionContext } from '../agreement/compiled.ts'
import type { Touch } from '../facts/fact.ts'
import type { Decision } from '../lifecycle/decision.ts'
import { type AttemptState, emptyState, type PersonState } from '../lifecycle/state.ts'
import { applyFact } from '../lifecycle/step.ts'
import { pointsAt } from '../scoring/decay.ts'
import { factReader } from './fact-reader.ts'
import { factCount, type History } from './history.ts'
import { lightStep } from './light-step.ts'
import { projection } from './projection.ts'
import { accountSizeOf, type Place } from './segment.ts'

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
  /** Index into `abouts`: what a segment's condition reads of who they became and how they first came. */
  about: Uint32Array
  abouts: readonly ExpressionContext[]
  /** First win, epoch ms, NaN without; the sum of the amounts of won deals, NaN when none is known. */
  wonAt: Float64Array
  wonCents: Float64Array
  /** Index into `currencies` by person: of the first won deal with an amount; amounts in another are left out. */
  wonCurrency: Uint8Array
  /** The first, null, stands for no currency told: the company's own. */
  currencies: readonly (string | null)[]
}

export type OnProgress = (done: number) => void

/** The same agreement, under which nobody qualifies. */
export function withoutQualifying(agreement: CompiledAgreement): CompiledAgreement {
  return { ...agreement, qualify: () => -1 }
}

const REPORT_EVERY = 4_096

/** Distinct contexts made of some paths, each kept once. */
function contextShelf(paths: readonly string[], agreement: CompiledAgreement) {
  const seen = projection(paths, agreement)
  const contexts: ExpressionContext[] = []
  const known = new Map<string, number>()
  return {
    contexts,
    indexOf(state: PersonState): number {
      const key = seen.keyOf(state)
      const before = known.get(key)
      if (before !== undefined) return before
      known.set(key, contexts.length)
      return contexts.push(seen.contextOf(state)) - 1
    },
  }
}

/** Distinct places, each kept once. */
function placeShelf() {
  const places: Place[] = []
  const known = new Map<string, number>()
  return {
    places,
    indexOf({ channel, origin, campaign, landingPage }: Touch, { person, account }: PersonState): number {
      const country = person.country ?? account.country ?? null
      const accountSize = accountSizeOf(account.employees)
      const key = `${channel}\t${origin}\t${campaign}\t${landingPage}\t${country}\t${accountSize}`
      const before = known.get(key)
      if (before !== undefined) return before
      known.set(key, places.length)
      return places.push({ channel, origin, campaign, landingPage, country, accountSize }) - 1
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

/** What the agreement refuses leaves the lead as it was, and its definition unasked. */
function isRefused(decisions: readonly Decision[]): boolean {
  return decisions.length === 1 && decisions[0]?.what === 'ignored'
}

function indexIn(list: (string | null)[], name: string): number {
  const known = list.indexOf(name)
  return known === -1 ? list.push(name) - 1 : known
}

function wonOf(state: PersonState): { at: number; cents: number; currency: string | null } {
  let at = Number.NaN
  let cents = Number.NaN
  let currency: string | null = null
  for (const deal of state.deals) {
    if (deal.status !== 'won' || deal.closedAt === null) continue
    if (!(at <= deal.closedAt)) at = deal.closedAt
    if (deal.amountCents === null) continue
    if (Number.isNaN(cents)) {
      cents = deal.amountCents
      currency = deal.currency
    } else if (deal.currency === currency) cents += deal.amountCents
  }
  return { at, cents, currency }
}

/**
 * Folds every story up to `untilMs` once, without qualifying anybody, and keeps how the scores moved. `paths` is what else
 * the definitions to be asked read (`readsOf`), `aboutPaths` what the condition of a segment reads.
 */
export function trackScores(
  history: History,
  agreement: CompiledAgreement,
  paths: readonly string[],
  untilMs: number,
  onProgress: OnProgress = () => undefined,
  aboutPaths: readonly string[] = [],
): ScoreTrack {
  const silent = withoutQualifying(agreement)
  const people = history.people.length
  const reader = factReader(history)
  const stepLightly = lightStep(history, agreement, reader)
  const shelf = contextShelf(paths, agreement)
  const places = placeShelf()
  const abouts = contextShelf(aboutPaths, agreement)
  // Their grades change as time passes.
  const hasScores = agreement.scores.length > 0
  // At most one point for each fact.
  const most = factCount(history)
  const at = new Float64Array(most)
  const fit = new Float64Array(most)
  const engagement = new Float64Array(most)
  const contextColumn = new Uint32Array(most)
  let size = 0
  const firstOf = new Uint32Array(people + 1)
  const openedAt = new Float64Array(people).fill(Number.NaN)
  const place = new Uint32Array(people)
  const about = new Uint32Array(people)
  const wonAt = new Float64Array(people)
  const wonCents = new Float64Array(people)
  const wonCurrency = new Uint8Array(people)
  const currencies: (string | null)[] = [null]
  for (let person = 0; person < people; person++) {
    if (person % REPORT_EVERY === 0) onProgress(history.firstOf[person] ?? 0)
    firstOf[person] = size
    const state = emptyState()
    const seen: Seen = { person: 0, account: 0, traits: 0, attempt: 0, touch: 0, context: 0 }
    let first: AttemptState | null = null
    const end = history.firstOf[person + 1] ?? 0
    for (let index = history.firstOf[person] ?? 0; index < end; index++) {
      const moment = history.at[index] ?? 0
      if (moment > untilMs) break
      const light = stepLightly(state, index)
      if (light === 'refused') continue
      if (light === 'not light' && isRefused(applyFact(silent, state, reader.factAt(index)))) continue
      const { attempt } = state
      if (attempt === null) continue
      if (first === null) {
        first = attempt
        openedAt[person] = attempt.openedAt
      }
      if (attempt.outcome !== 'open' || attempt.isHeld) continue
      if (hasScores || !isSameSeen(seen, state, attempt)) {
        seen.person = state.person
        seen.account = state.account
        seen.traits = state.traits
        seen.attempt = attempt
        seen.touch = attempt.touch
        seen.context = shelf.indexOf(state)
      }
      at[size] = moment
      fit[size] = state.fit
      engagement[size] = pointsAt(state, moment, agreement.halfLifeMs)
      contextColumn[size] = seen.context
      size += 1
    }
    if (first !== null) {
      place[person] = places.indexOf(first.touch, state)
      if (aboutPaths.length > 0) about[person] = abouts.indexOf({ ...state, attempt: first })
    }
    const won = wonOf(state)
    wonAt[person] = won.at
    wonCents[person] = won.cents
    if (won.currency !== null) wonCurrency[person] = indexIn(currencies, won.currency)
  }
  firstOf[people] = size
  return {
    history,
    firstOf,
    at: at.subarray(0, size),
    fit: fit.subarray(0, size),
    engagement: engagement.subarray(0, size),
    context: contextColumn.subarray(0, size),
    contexts: shelf.contexts,
    openedAt,
    place,
    places: places.places,
    about,
    abouts: abouts.contexts,
    wonAt,
    wonCents,
    wonCurrency,
    currencies,
  }
}
