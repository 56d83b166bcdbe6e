import type { CompiledAgreement } from '../agreement/compiled.ts'
import { nounOf } from '../agreement/expression-schema.ts'
import { readPaths } from '../cel/read-paths.ts'
import { FACT_KINDS, type FactKind } from '../facts/kinds.ts'
import { noteTouch } from '../lifecycle/attempts.ts'
import type { AttemptState, PersonState } from '../lifecycle/state.ts'
import { faded } from '../scoring/decay.ts'
import { localTimeOf } from '../worktime/local-time.ts'
import type { FactReader } from './fact-reader.ts'
import { GRADES } from './grades.ts'
import { type History, KIND_LIST } from './history.ts'

/** `refused`: the agreement refuses the fact, as it refuses every verdict on a lead that has not qualified. */
export type LightStep = (state: PersonState, index: number) => 'applied' | 'refused' | 'not light'

/** These only score: they open nothing, move nothing and stop no clock (see `applyFact`). */
const ONLY_SCORES: readonly FactKind[] = [
  'page.viewed',
  'event.tracked',
  'email.opened',
  'email.clicked',
  'letter.sent',
  'note.written',
  'feedback.given',
]
/** These only score while an attempt is open and the person was heard of lately. */
const RAISES_A_HAND: readonly FactKind[] = [
  'form.submitted',
  'letter.answered',
  'event.attended',
  'referral.made',
  'lead.recorded',
]
/** Refused on a lead that has not qualified, and on nobody's lead. */
const REFUSED: readonly FactKind[] = ['lead.accepted', 'lead.rejected']

type How = 'only scores' | 'raises a hand' | 'refused' | 'call' | 'full'

function howOf(kind: FactKind): How {
  if (ONLY_SCORES.includes(kind)) return 'only scores'
  if (RAISES_A_HAND.includes(kind)) return 'raises a hand'
  if (REFUSED.includes(kind)) return 'refused'
  return kind === 'call.made' ? 'call' : 'full'
}

/** Clock changes and zones move in quarters of an hour: within one it is the same local day. */
const QUARTER_MS = 900_000

function dayReader(zone: string): (atMs: number) => number {
  const days = new Map<number, number>()
  return (atMs) => {
    const quarter = Math.floor(atMs / QUARTER_MS)
    const known = days.get(quarter)
    if (known !== undefined) return known
    const { day } = localTimeOf(zone, atMs)
    days.set(quarter, day)
    return day
  }
}

/** Which engagement clauses hold for a fact; asked once for each text of data when they read nothing but the fact. */
function heldReader(history: History, agreement: CompiledAgreement, reader: FactReader) {
  const isNoun = KIND_LIST.map((kind) =>
    agreement.engagementRules.every(
      ({ on, when }) =>
        on !== kind || when === null || readPaths(when).every((path) => path.split('.')[0] === nounOf(kind)),
    ),
  )
  const speaks = KIND_LIST.map((kind) => agreement.engage[kind])
  const kept: (readonly number[])[] = [[]]
  // By kind, then by text: 0 is not asked yet, else the place in `kept`.
  const placeOf = KIND_LIST.map((kind) => new Uint32Array(agreement.engage[kind] ? history.texts.length : 0))
  const none: readonly number[] = []
  return (state: PersonState, index: number, kind: number): readonly number[] => {
    const engage = speaks[kind]
    if (engage === undefined) return none
    const text = history.data[index] ?? 0
    const places = placeOf[kind]
    const before = places?.[text] ?? 0
    if (before !== 0) return kept[before] ?? none
    const count = engage(state, reader.dataAt(index), agreement.held, 0)
    const held = Array.from(agreement.held.subarray(0, count))
    if (isNoun[kind] && places !== undefined) places[text] = kept.push(held) - 1
    return held
  }
}

const FORM = KIND_LIST.indexOf('form.submitted')

function wantsCall(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'wantsCall' in data && data.wantsCall === true
}

function isConnected(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'outcome' in data && data.outcome === 'connected'
}

function reach(attempt: AttemptState, atMs: number, isTwoWay: boolean): void {
  attempt.touches += 1
  if (!attempt.touchChannels.includes('call')) attempt.touchChannels.push('call')
  attempt.firstTouchAt ??= atMs
  if (isTwoWay) attempt.twoWayAt ??= atMs
}

/**
 * Applies facts of a lead that has not qualified straight from the columns, with the same end as `applyFact`; for what is
 * not that simple it answers `not light`, and nothing is changed. Most facts are that simple.
 */
export function lightStep(history: History, agreement: CompiledAgreement, reader: FactReader): LightStep {
  const { engagementRules, halfLifeMs, letters, numbers, staleAfterMs } = agreement
  const dayOf = dayReader(agreement.calendar.zone)
  const heldOf = heldReader(history, agreement, reader)
  const how = KIND_LIST.map(howOf)
  // Several scores, several paces and limits to all clauses together are left to the whole step.
  const isPlain = agreement.scores.length === 0 && agreement.fadesAlike && agreement.atMostEachDay === null
  const readsTouch = agreement.learned.length > 0
  const isRaised = KIND_LIST.map((kind) => FACT_KINDS[kind].isHandRaise === true)

  const given = (state: PersonState, atMs: number, rule: number): number => {
    const { clause = '', points = 0, atMostPerDay = null } = engagementRules[rule] ?? {}
    if (atMostPerDay === null) return points
    const day = dayOf(atMs)
    if (state.capDay !== day) {
      state.capDay = day
      state.capUsed = {}
    }
    const used = state.capUsed[clause] ?? 0
    const gained = points > 0 ? Math.min(points, Math.max(0, atMostPerDay - used)) : points
    state.capUsed[clause] = used + gained
    return gained
  }
  const opensNothing = ({ attempt }: PersonState, index: number, kind: number, atMs: number): boolean => {
    if (!isRaised[kind]) return true
    if (attempt === null || attempt.outcome !== 'open') return false
    if (staleAfterMs !== null && atMs - attempt.lastFactAt > staleAfterMs) return false
    return kind !== FORM || !wantsCall(reader.dataAt(index))
  }

  return (state, index) => {
    const kind = history.kind[index] ?? 0
    const simple = how[kind]
    if (!isPlain || simple === 'full' || state.grade === null) return 'not light'
    const { attempt } = state
    if (simple === 'refused')
      return attempt === null || attempt.outcome !== 'open' || attempt.stage === 'inquiry' ? 'refused' : 'not light'
    const at = history.at[index] ?? 0
    if (simple === 'raises a hand' && !opensNothing(state, index, kind, at)) return 'not light'
    const isOpen = attempt !== null && attempt.outcome === 'open'
    if (simple === 'call' && isOpen && attempt.stage !== 'inquiry') return 'not light'
    const touch = history.touches[history.touch[index] ?? 0] ?? null
    if (touch !== null && readsTouch) return 'not light'
    if (touch !== null) noteTouch(state, { touch, at })
    const held = heldOf(state, index, kind)
    if (held.length > 0) {
      let gained = 0
      for (const rule of held) gained += given(state, at, rule)
      state.engagement = faded(state.engagement, at - state.engagementAt, halfLifeMs) + gained
      state.engagementAt = at
    }
    const points = faded(state.engagement, at - state.engagementAt, halfLifeMs)
    const letter = state.fit >= letters.A ? 0 : state.fit >= letters.B ? 4 : state.fit >= letters.C ? 8 : 12
    const number = points >= numbers[1] ? 0 : points >= numbers[2] ? 1 : points >= numbers[3] ? 2 : 3
    state.grade = GRADES[letter + number] ?? null
    if (!isOpen) return 'applied'
    if (simple === 'call') {
      reach(attempt, at, isConnected(reader.dataAt(index)))
    }
    attempt.lastFactAt = at
    return 'applied'
  }
}
