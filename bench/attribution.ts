// All models that weigh journeys and exact Markov of order 1 on 1,000,000 journeys, beside plain code and the limit; then the book of touches.
// Goals: 300 ms in the engine, 200 ms after 1,000 new touches. Run: node --expose-gc bench/attribution.ts [JOURNEYS]
import { attribute, attributeAll } from '../engine/attribution/attribute.ts'
import type { Journeys } from '../engine/attribution/journeys.ts'
import { attributionModels } from '../engine/attribution/models.ts'
import {
  appendToBook,
  bookCredits,
  labelNumber,
  openTouchBook,
  type TouchBook,
} from '../engine/attribution/touch-book.ts'
import { attributeByHand, attributePlainly, plainJourneys } from './attribution-by-hand.ts'
import { makeJourneys } from './attribution-journeys.ts'

const COUNT = Number(process.argv[2] ?? 1_000_000)
const ROUNDS = 7

type Taken = { readonly wallMs: number; readonly cpuMs: number }

/** The median run by the clock, and the least that a run took of the processor: others may use the machine at the same time. */
function measure(run: () => unknown, rounds = ROUNDS): Taken {
  run()
  run()
  const taken = Array.from({ length: rounds }, () => {
    const used = process.cpuUsage()
    const begun = performance.now()
    run()
    const { user, system } = process.cpuUsage(used)
    return { wallMs: performance.now() - begun, cpuMs: (user + system) / 1000 }
  })
  const walls = taken.map(({ wallMs }) => wallMs).sort((a, b) => a - b)
  return { wallMs: walls[Math.floor(rounds / 2)] ?? 0, cpuMs: Math.min(...taken.map(({ cpuMs }) => cpuMs)) }
}

function say(what: string, { wallMs, cpuMs }: Taken, against?: Taken): void {
  const ratio = against === undefined ? '' : `${(against.cpuMs / cpuMs).toFixed(1).padStart(8)} x`
  console.log(`${what.padEnd(64)}${wallMs.toFixed(1).padStart(9)} ms${cpuMs.toFixed(1).padStart(9)} ms${ratio}`)
}

function goal(limitMs: number, { wallMs, cpuMs }: Taken): string {
  return `goal ${limitMs} ms: ${wallMs <= limitMs ? 'met' : cpuMs <= limitMs ? 'met by processor time, missed by the clock' : 'missed'}`
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MB`
}

const journeys = makeJourneys(COUNT)
const won = journeys.conversions.reduce((sum, value) => sum + value, 0)
console.log(`${COUNT} journeys, ${journeys.touches.length} touches, ${won} conversions`)
console.log(
  `columns: ${megabytes(bytesOf(journeys))}, ${(bytesOf(journeys) / journeys.touches.length).toFixed(1)} bytes a touch\n`,
)

const plain = plainJourneys(journeys)
const plainly = measure(() => attributePlainly(plain), 3)
plain.length = 0
const hand = measure(() => attributeByHand(journeys))
for (const model of attributionModels)
  say(
    `  ${model}`,
    measure(() => attribute(journeys, model)),
  )
const engine = measure(() => attributeAll(journeys))
const byDeal = measure(() => attributeAll(journeys, attributionModels, {}, 'by-deal'))
console.log()
say('engine: 11 models with money to the cent, Markov solved exactly', engine, plainly)
say('the same, each deal in whole cents', byDeal, plainly)
say('plain code: 6 of the models, transitions counted only', plainly)
say('limit by hand: 4 of the models, no money, transitions counted only', hand, plainly)
console.log(`${goal(300, engine)}; ${(engine.cpuMs / hand.cpuMs).toFixed(1)} times the limit\n`)

function bytesOf(all: Journeys): number {
  let sum = 0
  for (const column of Object.values(all)) if (ArrayBuffer.isView(column)) sum += column.byteLength
  return sum
}

const touched = {
  party: new Uint32Array(journeys.touches.length),
  atMs: journeys.times ?? new Float64Array(0),
  sequence: Float64Array.from(journeys.touches.keys()),
  labels: [journeys.touches],
}
for (let j = 0; j < COUNT; j += 1) touched.party.fill(j, journeys.offsets[j], journeys.offsets[j + 1])
const closed = [...journeys.conversions.keys()].filter((j) => journeys.conversions[j] === 1)
const dealt = {
  party: closed,
  level: new Uint8Array(closed.length),
  atMs: closed.map((j) => journeys.endedAt?.[j] ?? 0),
  cents: closed.map((j) => journeys.cents[j] ?? 0),
  leadAtMs: closed.map((j) => journeys.times?.[(journeys.offsets[j] ?? 0) + (journeys.leadTouch?.[j] ?? 0)] ?? 0),
  opportunityAtMs: closed.map(
    (j) => journeys.times?.[(journeys.offsets[j] ?? 0) + (journeys.opportunityTouch?.[j] ?? 0)] ?? 0,
  ),
}

function fill(): TouchBook {
  const opened = openTouchBook({
    dimensions: ['channel'],
    sheets: [{ dimension: 0, level: 0 }],
    models: attributionModels,
  })
  for (const label of journeys.labels) labelNumber(opened, 0, label)
  appendToBook(opened, touched, dealt)
  return opened
}

globalThis.gc?.()
const before = process.memoryUsage().arrayBuffers
const book = fill()
globalThis.gc?.()
say('book of touches filled at once, all models', measure(fill, 3))
console.log(`book: ${megabytes(process.memoryUsage().arrayBuffers - before)}`)
let sequence = 1e9
const refresh = () => {
  const party = Array.from({ length: 1000 }, (_, i) => (i * 7919 + sequence) % COUNT)
  sequence += 1000
  const add = {
    party,
    atMs: party.map(() => 1.72e12),
    sequence: party.map((_, i) => sequence + i),
    labels: [party.map((p) => p % 12)],
  }
  appendToBook(book, add, null)
  return attributionModels.map((model) => bookCredits(book, { dimension: 0, level: 0 }, model))
}
const refreshed = measure(refresh)
say('1,000 new touches, and all models told anew', refreshed)
console.log(goal(200, refreshed))
