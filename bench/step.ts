// The clauses of an agreement, and the whole `step` with its copy of the state and its decisions, beside the same work written by
// hand and beside other engines, interleaved in one run, all answers equal. Goals: at least 0.35x of by hand, 5x json-logic-engine,
// 30x @marcbachmann/cel-js, 1,000x json-rules-engine.
// Usage: node bench/step.ts [--ms 300] [--rounds 5] [--leads 10000]
import assert from 'node:assert/strict'
import { readDocument } from '@ensemble/engine/agreement/read-document.ts'
import { emptyState } from '@ensemble/engine/lifecycle/state.ts'
import { step } from '@ensemble/engine/lifecycle/step.ts'
import { scoreByHand } from './step-by-hand.ts'
import { byAgreement, byCelJs, byJsonLogic } from './step-engines.ts'
import { byJsonRules } from './step-json-rules.ts'
import { compileBench, documentOf, FIT, type Lead, makeLeads } from './step-rules.ts'
import { stepByHand } from './whole-step-by-hand.ts'

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const ms = option('ms', 300)
const rounds = option('rounds', 5)
const agreement = compileBench()
/** `isAsync`: it answers with a promise, and is so slow that a part of the leads is a round. */
type Contender = { name: string; decide: (lead: Lead) => unknown; isAsync?: true }
const SLOW_LEADS = 300

/** CPU time of this thread, ms: what others do on the machine meanwhile counts less. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** Each contender in a function of its own, so that none is slowed down by what another taught the compiler. */
function passOf({ decide, isAsync }: Contender): (leads: readonly Lead[]) => number | Promise<number> {
  const [of, wait] = isAsync ? ['async ', 'await '] : ['', '']
  const make = new Function(
    'decide',
    `return ${of}(leads) => { let n = 0; for (const lead of leads) if ((${wait}decide(lead)) !== null) n++; return n }`,
  )
  return make(decide)
}

async function compare(title: string, contenders: readonly Contender[], leads: readonly Lead[]): Promise<void> {
  for (const lead of leads) {
    const [first, ...others] = await Promise.all(contenders.map((each) => each.decide(lead)))
    for (const other of others) assert.deepEqual(other, first)
  }
  const passes = contenders.map(passOf)
  const rates = contenders.map((): number[] => [])
  for (let round = -1; round < rounds; round++) {
    for (const [index, pass] of passes.entries()) {
      const part = contenders[index]?.isAsync ? leads.slice(0, SLOW_LEADS) : leads
      const start = cpuMs()
      let done = 0
      while (cpuMs() - start < ms) {
        const made = pass(part)
        done += typeof made === 'number' ? made : await made
      }
      // The first round warms up.
      if (round >= 0) rates[index]?.push((done / (cpuMs() - start)) * 1_000)
    }
  }
  const medians = rates.map((each) => each.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0)
  const [byHand = 1, ours = 1] = medians
  console.log(`\n${title} (${leads.length} leads, all answers equal)`)
  for (const [index, { name }] of contenders.entries()) {
    const rate = medians[index] ?? 0
    console.log(
      `  ${name.padEnd(30)}${Math.round(rate).toLocaleString('en').padStart(12)}/s   ${(rate / byHand).toPrecision(3)} of by hand   ours is ${(ours / rate).toFixed(1)}x`,
    )
  }
}

for (const isFresh of [false, true]) {
  await compare(
    `20 clauses with trace, ${isFresh ? 'texts of their own' : 'texts shared'}`,
    [
      { name: 'by hand', decide: scoreByHand },
      { name: 'agreement, compiled', decide: byAgreement(agreement) },
      { name: 'json-logic-engine, compiled', decide: byJsonLogic() },
      { name: '@marcbachmann/cel-js', decide: byCelJs() },
      { name: 'json-rules-engine', decide: byJsonRules(), isAsync: true },
    ],
    makeLeads(option('leads', 10_000), isFresh),
  )
}

const story = (stepOne: typeof stepByHand) => (lead: Lead) => {
  let state = emptyState()
  const decisions = []
  for (const fact of lead.facts) {
    const stepped = stepOne(state, fact)
    state = stepped.state
    decisions.push(...stepped.decisions)
  }
  return { state, decisions }
}
await compare(
  'the whole step, 5 facts a lead',
  [
    { name: 'by hand', decide: story(stepByHand) },
    { name: 'step', decide: story((state, fact) => step(agreement, state, fact)) },
  ],
  makeLeads(Math.min(option('leads', 10_000), 2_000), true),
)

console.log('\ncompiling')
for (const clauses of [20, 250, 500, 1_000, 2_000]) {
  const document = documentOf(
    Array.from(
      { length: clauses - 12 },
      (_, index) => [FIT[index % FIT.length]?.[0].replace('50', String(50 + index)) ?? '', 1 + (index % 9)] as const,
    ),
  )
  const best = (work: () => unknown): number => {
    const times = Array.from({ length: Math.max(5, rounds) }, () => {
      const start = cpuMs()
      work()
      return cpuMs() - start
    })
    return Math.min(...times)
  }
  const whole = best(() => compileBench(document))
  const reading = best(() => readDocument(document))
  console.log(
    `  ${String(clauses).padStart(5)} clauses ${whole.toFixed(1).padStart(8)} ms, of it reading the YAML ${reading.toFixed(1).padStart(6)} ms, the clauses ${(whole - reading).toFixed(1).padStart(6)} ms (${(((whole - reading) / clauses) * 1_000).toFixed(0)} µs each)`,
  )
}
