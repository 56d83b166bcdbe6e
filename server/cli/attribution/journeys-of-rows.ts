import {
  addTouch,
  byCodeUnit,
  endJourney,
  finishJourneys,
  startJourneys,
} from '@ensemble/engine/attribution/journey-builder.ts'
import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import { milestoneTouch } from '@ensemble/engine/attribution/milestone-touch.ts'
import type { TouchRows } from './touch-rows.ts'

type How = { readonly isTimed: boolean; readonly isRestarting: boolean }

/**
 * A journey up to each conversion, and one for each person without any. Rows of one moment are ordered by what they say (touches before
 * conversions, then by name), so that the order of the file does not matter; what comes after the last conversion is left out.
 */
export function journeysOfRows(
  rows: TouchRows,
  { isTimed, isRestarting }: How,
): { journeys: Journeys; notes: string[] } {
  const labels = [...rows.labelOf.keys()]
  const labelName = (row: number): string => labels[rows.label.values[row] ?? -1] ?? ''
  const isTouch = (row: number): boolean => (rows.label.values[row] ?? -1) >= 0
  const builder = startJourneys()
  let after = 0
  let again = 0
  for (const own of rowsByPerson(rows)) {
    const person = rows.person.values[own[0] ?? 0] ?? 0
    const at = (row: number): number => rows.atMs.values[row] ?? 0
    const converted = (row: number): number => rows.conversions.values[row] ?? 0
    own.sort(
      (a, b) =>
        at(a) - at(b) ||
        converted(a) - converted(b) ||
        byCodeUnit(labelName(a), labelName(b)) ||
        value(rows, a) - value(rows, b) ||
        a - b,
    )
    const touches = own.filter(isTouch)
    const times = touches.map(at)
    const ends = own.filter((row) => converted(row) > 0)
    let begin = 0
    for (const end of ends) {
      const limit = own.indexOf(end)
      const count = isTouch(end) ? touches.indexOf(end) + 1 : own.slice(0, limit).filter(isTouch).length
      for (let i = begin; i < count; i += 1) addTouch(builder, labelName(touches[i] ?? 0), times[i])
      const { leadTouch, opportunityTouch } = milestonesOf(rows, person, times, begin, count, at(end))
      endJourney(builder, {
        conversions: converted(end),
        nulls: 0,
        cents: value(rows, end),
        endedAtMs: at(end),
        leadTouch,
        opportunityTouch,
      })
      if (isRestarting) begin = count
    }
    again += Math.max(0, ends.length - 1)
    const last = ends.at(-1)
    if (last !== undefined) after += own.slice(own.indexOf(last) + 1).filter(isTouch).length
    else if (touches.length > 0) {
      for (const [i, row] of touches.entries()) addTouch(builder, labelName(row), times[i])
      endJourney(builder, { conversions: 0, nulls: 1, cents: 0, endedAtMs: times.at(-1) ?? 0 })
    }
  }
  const journeys = finishJourneys(builder)
  const notes = [
    again > 0
      ? `${again} conversions are not the first of their person; each looks back ${isRestarting ? 'to the one before' : 'over the whole journey (--restart: only to the one before)'}.`
      : '',
    after > 0 ? `${after} touches after the last conversion of a person are credited with nothing.` : '',
  ]
  return { journeys: isTimed ? journeys : { ...journeys, times: null, endedAt: null }, notes }
}

function value(rows: TouchRows, row: number): number {
  return rows.value.values[row] ?? 0
}

function milestonesOf(
  rows: TouchRows,
  person: number,
  times: readonly number[],
  begin: number,
  end: number,
  endMs: number,
) {
  const leadAt = rows.leadAt.get(person)
  const opportunities = (rows.opportunitiesAt.get(person) ?? []).filter((atMs) => atMs <= endMs)
  return {
    leadTouch: leadAt === undefined || leadAt > endMs ? -1 : milestoneTouch(times, begin, end, leadAt),
    opportunityTouch: opportunities.length === 0 ? -1 : milestoneTouch(times, begin, end, Math.max(...opportunities)),
  }
}

/** The rows of each person, in the order persons first appear. */
function* rowsByPerson(rows: TouchRows): Generator<number[]> {
  const people = rows.personOf.size
  const starts = new Uint32Array(people + 1)
  for (let row = 0; row < rows.count; row += 1) {
    const next = (rows.person.values[row] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let person = 0; person < people; person += 1)
    starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0)
  const ordered = new Uint32Array(rows.count)
  const next = starts.slice()
  for (let row = 0; row < rows.count; row += 1) {
    const person = rows.person.values[row] ?? 0
    ordered[next[person] ?? 0] = row
    next[person] = (next[person] ?? 0) + 1
  }
  for (let person = 0; person < people; person += 1) yield [...ordered.subarray(starts[person], starts[person + 1])]
}
