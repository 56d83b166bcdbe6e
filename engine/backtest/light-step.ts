import type { CompiledAgreement } from '../agreement/compiled.ts'
import { nounOf } from '../agreement/expression-schema.ts'
import { readPaths } from '../cel/read-paths.ts'
import type { FactKind } from '../facts/kinds.ts'
import { noteTouch } from '../lifecycle/attempts.ts'
import type { PersonState } from '../lifecycle/state.ts'
import { faded } from '../scoring/decay.ts'
import { localTimeOf } from '../worktime/local-time.ts'
import type { FactReader } from './fact-reader.ts'
import { type History, KIND_LIST } from './history.ts'

/** These only score: they open nothing, move nothing and stop no clock (see `applyFact`). */
const LIGHT = new Set<FactKind>([
  'page.viewed',
  'event.tracked',
  'email.opened',
  'email.clicked',
  'letter.sent',
  'note.written',
  'need.stated',
  'feedback.given',
])

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

/**
 * Applies the facts that only score, straight from the columns and with the same end as `applyFact`: false when this fact
 * is of another kind and must be applied in full. Which clauses hold is asked once for each text of data.
 */
export function lightStep(
  history: History,
  agreement: CompiledAgreement,
  reader: FactReader,
): (state: PersonState, index: number) => boolean {
  const { engagementRules, halfLifeMs, letters, numbers } = agreement
  const dayOf = dayReader(agreement.calendar.zone)
  const isLight = KIND_LIST.map((kind) => LIGHT.has(kind))
  const isNoun = KIND_LIST.map((kind) =>
    engagementRules.every(
      ({ on, when }) =>
        on !== kind || when === null || readPaths(when).every((path) => path.split('.')[0] === nounOf(kind)),
    ),
  )
  const speaks = KIND_LIST.map((kind) => agreement.engage[kind])
  const heldByText = KIND_LIST.map(() => new Map<number, number[]>())
  const heldOf = (state: PersonState, index: number, kind: number): number[] => {
    const engage = speaks[kind]
    const text = history.data[index] ?? 0
    const known = heldByText[kind]?.get(text)
    if (known !== undefined) return known
    const count = engage?.(state, reader.factAt(index).data, agreement.held, 0) ?? 0
    const held = [...agreement.held.subarray(0, count)]
    if (isNoun[kind]) heldByText[kind]?.set(text, held)
    return held
  }
  return (state, index) => {
    const kind = history.kind[index] ?? 0
    if (!isLight[kind] || state.grade === null) return false
    const at = history.at[index] ?? 0
    if ((history.touch[index] ?? 0) !== 0) noteTouch(state, reader.factAt(index))
    if (speaks[kind] !== undefined) {
      const held = heldOf(state, index, kind)
      let gained = 0
      for (const rule of held) {
        const { clause = '', points = 0, atMostPerDay = null } = engagementRules[rule] ?? {}
        if (atMostPerDay === null) {
          gained += points
          continue
        }
        const day = dayOf(at)
        if (state.capDay !== day) {
          state.capDay = day
          state.capUsed = {}
        }
        const used = state.capUsed[clause] ?? 0
        const given = points > 0 ? Math.min(points, Math.max(0, atMostPerDay - used)) : points
        state.capUsed[clause] = used + given
        gained += given
      }
      if (held.length > 0) {
        state.engagement = faded(state.engagement, at - state.engagementAt, halfLifeMs) + gained
        state.engagementAt = at
      }
    }
    const points = faded(state.engagement, at - state.engagementAt, halfLifeMs)
    const letter = state.fit >= letters.A ? 'A' : state.fit >= letters.B ? 'B' : state.fit >= letters.C ? 'C' : 'D'
    const number = points >= numbers[1] ? '1' : points >= numbers[2] ? '2' : points >= numbers[3] ? '3' : '4'
    state.grade = letter + number
    const { attempt } = state
    if (attempt !== null && attempt.outcome === 'open') attempt.lastFactAt = at
    return true
  }
}
