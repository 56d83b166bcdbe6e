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

function median(run: () => unknown, rounds = ROUNDS): number {
  run()
  run()
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now()
    run()
    return performance.now() - begun
  }).sort((a, b) => a - b)
  return times[Math.floor(rounds / 2)] ?? 0
}

function say(what: string, ms: number, against?: number): void {
  const ratio = against === undefined ? '' : `${(against / ms).toFixed(1).padStart(9)} x`
  console.log(`${what.padEnd(64)}${ms.toFixed(1).padStart(9)} ms${ratio}`)
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
const plainMs = median(() => attributePlainly(plain), 3)
plain.length = 0
const handMs = median(() => attributeByHand(journeys))
for (const model of attributionModels)
  say(
    `  ${model}`,
    median(() => attribute(journeys, model)),
  )
const engineMs = median(() => attributeAll(journeys))
const dealMs = median(() => attributeAll(journeys, attributionModels, {}, 'by-deal'))
console.log()
say('engine: 11 models with money to the cent, Markov solved exactly', engineMs, plainMs)
say('the same, each deal in whole cents', dealMs, plainMs)
say('plain code: 6 of the models, transitions counted only', plainMs)
say('limit by hand: 4 of the models, no money, transitions counted only', handMs, plainMs)
console.log(`goal 300 ms: ${engineMs <= 300 ? 'met' : 'missed'}; ${(engineMs / handMs).toFixed(1)} times the limit\n`)

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
say('book of touches filled at once, all models', median(fill, 3))
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
const refreshMs = median(refresh)
say('1,000 new touches, and all models told anew', refreshMs)
console.log(`goal 200 ms: ${refreshMs <= 200 ? 'met' : 'missed'}`)
