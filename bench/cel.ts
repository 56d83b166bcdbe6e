import { decideByHand } from './cel-by-hand.ts'
import { celJs, compiled, interpreted, jsonLogic } from './cel-engines.ts'
import { type Lead, makeLeads } from './cel-rules.ts'

// Decisions per second of one set of twenty rules in several engines, interleaved in one run, all answers equal.
// Usage: node bench/cel.ts [--ms 400] [--rounds 5] [--json]

interface Contender {
  name: string
  /** Decides about every lead once; answers the sum of the decisions. */
  pass: () => number
}

function over<T>(name: string, contexts: readonly T[], decide: (context: T) => unknown): Contender {
  const pass = new Function(
    'contexts',
    'decide',
    'return () => { let sum = 0; for (const each of contexts) { const made = decide(each); sum += typeof made === "object" ? made.decision : made } return sum }',
  )
  return { name, pass: pass(contexts, decide) }
}

/** The other CEL takes whole numbers as BigInt; they are converted before the clock starts. */
function widen(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, widen(each)]))
}

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

function decisionsPerSecond(contender: Contender, ms: number, leads: number): number {
  const start = performance.now()
  let decisions = 0
  while (performance.now() - start < ms) {
    contender.pass()
    decisions += leads
  }
  return (decisions / (performance.now() - start)) * 1_000
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

const leads: Lead[] = makeLeads(10_000, 20_261_125)
const contenders = [
  over('written by hand', leads, decideByHand),
  over('compiled', leads, compiled('none')),
  over('compiled, trace as bits', leads, compiled('bits')),
  over('compiled, trace as list', leads, compiled('list')),
  over('interpreted', leads, interpreted()),
  over('json-logic-engine, compiled', leads, jsonLogic()),
  over('@marcbachmann/cel-js', leads.map(widen), celJs()),
]
const sums = contenders.map((each) => each.pass())
if (new Set(sums).size !== 1) throw new Error(`the engines disagree: ${sums.join(', ')}`)

const rates = contenders.map((): number[] => [])
for (let round = 0; round < option('rounds', 5); round++) {
  for (const [index, contender] of contenders.entries()) {
    rates[index]?.push(decisionsPerSecond(contender, option('ms', 400), leads.length))
  }
}
const medians = rates.map(median)
const [byHand = 0] = medians
const rows = contenders.map(({ name }, index) => {
  const rate = medians[index] ?? 0
  return {
    engine: name,
    decisionsPerSecond: Math.round(rate),
    ofByHand: rate / byHand,
    tracedIsTimesFaster: (medians[2] ?? 0) / rate,
  }
})
if (process.argv.includes('--json')) console.log(JSON.stringify(rows))
else {
  for (const row of rows) {
    const rate = row.decisionsPerSecond.toLocaleString('en').padStart(12)
    console.log(
      `${row.engine.padEnd(30)}${rate}/s   ${row.ofByHand.toFixed(4)} of by hand   compiled with bits is ${row.tracedIsTimesFaster.toFixed(1)}x`,
    )
  }
}
