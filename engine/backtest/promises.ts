import { rateOf } from '../funnel/rate.ts'
import { CLOCKS } from '../lifecycle/state.ts'
import type { BacktestFigures, NumberName, PromiseCounts } from './figures.ts'
import { isKnowable } from './is-knowable.ts'
import type { MeasureInput, Side } from './measure.ts'
import { PROMISE_ENDS } from './work-log.ts'

type Marks = { kept: Uint8Array; broken: Uint8Array; unknowable: Uint8Array }

const none = (): PromiseCounts => ({ kept: 0, broken: 0, unknowable: 0, running: 0 })

function judge({ work, track }: Side, placeOf: Int32Array, size: number) {
  const { person, clock, end } = work.promises
  const byClock = CLOCKS.map(none)
  const marks: Marks = { kept: new Uint8Array(size), broken: new Uint8Array(size), unknowable: new Uint8Array(size) }
  for (let i = 0; i < person.length; i++) {
    const who = person[i] ?? 0
    const place = placeOf[who] ?? -1
    const counts = byClock[clock[i] ?? 0]
    if (place < 0 || counts === undefined) continue
    const told = PROMISE_ENDS[end[i] ?? 0] ?? 'running'
    const found = isKnowable(track.history.flags[who] ?? 0) ? told : 'unknowable'
    counts[found] += 1
    if (found !== 'running') marks[found][place] = 1
  }
  const sum = none()
  for (const counts of byClock)
    for (const name of ['kept', 'broken', 'unknowable', 'running'] as const) sum[name] += counts[name]
  return { byClock, sum, marks }
}

/** Promises of sales that would have been kept, broken, or of which the record cannot tell, for both agreements. */
export function judgePromises(input: MeasureInput): {
  figures: BacktestFigures['promises']
  marks: [NumberName, Uint8Array][]
} {
  const { draft, inForce, cohort } = input
  const placeOf = new Int32Array(draft.track.history.people.length).fill(-1)
  for (const [place, person] of cohort.entries()) placeOf[person] = place
  const a = judge(draft, placeOf, cohort.length)
  const b = judge(inForce, placeOf, cohort.length)
  return {
    figures: {
      draft: a.sum,
      inForce: b.sum,
      byClock: CLOCKS.map((clock, i) => ({
        clock,
        draft: a.byClock[i] ?? none(),
        inForce: b.byClock[i] ?? none(),
      })).filter(
        (each) => Object.values(each.draft).some((n) => n > 0) || Object.values(each.inForce).some((n) => n > 0),
      ),
      brokenRate: {
        draft: rateOf(a.sum.broken, a.sum.broken + a.sum.kept),
        inForce: rateOf(b.sum.broken, b.sum.broken + b.sum.kept),
      },
      difference: a.sum.broken - b.sum.broken,
    },
    marks: [
      ['promises kept', a.marks.kept],
      ['promises broken', a.marks.broken],
      ['promises unknowable', a.marks.unknowable],
      ['promises broken in force', b.marks.broken],
    ],
  }
}
