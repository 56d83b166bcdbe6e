// A back-test of many leads: the score track, cut-offs moved over it, and the whole comparison, beside folds written by hand over the same arrays.
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { compileAgreement } from '../engine/agreement/compile-agreement.ts'
import { shifted } from '../engine/backtest/curves.ts'
import type { History } from '../engine/backtest/history.ts'
import { historyWriter } from '../engine/backtest/history-writer.ts'
import { readsOf } from '../engine/backtest/projection.ts'
import { qualifyAll } from '../engine/backtest/qualify-all.ts'
import { runBacktest } from '../engine/backtest/run-backtest.ts'
import { trackScores } from '../engine/backtest/score-track.ts'
import type { FactKind } from '../engine/facts/kinds.ts'
import { nextRandom, seedRandom } from '../engine/stats/random.ts'
import { handWritten } from './backtest-by-hand.ts'

const LEADS = Number(process.env.BENCH_LEADS ?? 1_000_000)
const ROUNDS = 3
const DAY = 86_400_000
const FROM = Date.UTC(2024, 0, 1)
const UNTIL = Date.UTC(2026, 0, 1)

const source = readFileSync(new URL('../server/features/agreements/default-agreement.yaml', import.meta.url), 'utf8')
const compiled = compileAgreement(source, 1)
if (!compiled.ok) throw new Error('the shipped agreement is sound')
const { agreement } = compiled
const draft = { ...agreement, letters: { A: 75, B: 55, C: 30 } }

/** Ten facts a lead: who they are, a form, five pages, and for those who look good a call, a verdict or a deal. */
function makeHistory(leads: number): History {
  const writer = historyWriter()
  let state = seedRandom(7)
  const chance = (): number => {
    const draw = nextRandom(state)
    state = draw.state
    return draw.value
  }
  const channels = ['search', 'social', 'fair', 'referral', 'email']
  const roles = ['owner', 'director', 'intern', 'sales', 'nurse']
  const put = (id: string, at: number, kind: FactKind, data: object, channel: string | null = null) =>
    writer.add(id, kind, at, null, channel, null, null, null, JSON.stringify(data))
  for (let lead = 0; lead < leads; lead++) {
    const id = `00000000-0000-7000-8000-${String(lead).padStart(12, '0')}`
    let at = FROM + Math.floor(chance() * 600 * DAY)
    const add = (kind: FactKind, afterMs: number, data: object, channel: string | null = null): void => {
      at += Math.floor(afterMs)
      put(id, at, kind, data, channel)
    }
    const isGood = chance() < 0.4
    const employees = chance() < 0.5 ? 80 : 10
    const person = {
      name: `Person ${lead}`,
      email: chance() < 0.7 ? `p${lead}@firm${lead % 5000}.example` : `p${lead}@gmail.com`,
      role: roles[Math.floor(chance() * 5)],
      ...(chance() < 0.4 ? { phone: '+33140000000' } : {}),
    }
    add('person.identified', 0, { person, account: { employees } })
    const channel = channels[Math.floor(chance() * 5)] ?? null
    for (let view = 0; view < 4; view++) {
      const path = chance() < 0.3 ? '/pricing' : `/blog/${Math.floor(chance() * 40)}`
      add('page.viewed', chance() * 2 * DAY, { path }, channel)
    }
    add('form.submitted', chance() * DAY, { name: 'contact', ...(chance() < 0.1 ? { wantsCall: true } : {}) }, channel)
    add('page.viewed', chance() * DAY, { path: '/pricing' })
    if (isGood) {
      add('lead.accepted', 3_600_000, {})
      add('call.made', 7_200_000, { outcome: chance() < 0.5 ? 'connected' : 'no answer' })
      if (chance() < 0.15) add('deal.won', 20 * DAY, { deal: `d${lead}`, amountCents: 500_000, proof: 'none' })
      else add('email.opened', DAY, {})
    } else {
      for (let mail = 0; mail < 3; mail++) add(mail === 1 ? 'email.clicked' : 'email.opened', DAY, {})
    }
  }
  return writer.finish()
}

const time = <T>(work: () => T): { ms: number; cpuMs: number; result: T } => {
  const before = process.cpuUsage()
  const start = performance.now()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000, result }
}
const memory = (): string => `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

const { result: history, ms: made } = time(() => makeHistory(LEADS))
const facts = history.kind.length
console.log(`${LEADS} leads, ${facts} facts (made in ${seconds(made)}), ${memory()}`)

const { paths } = readsOf(agreement)
const ours: number[] = []
const byHand: number[] = []
let tracked = time(() => trackScores(history, draft, paths, UNTIL))
console.log(`score track: ${seconds(tracked.ms)}, ${(facts / tracked.ms / 1000).toFixed(2)} M facts/s, ${memory()}`)
for (let round = 0; round < ROUNDS; round++) {
  const hand = time(() => handWritten(history, draft, UNTIL))
  tracked = time(() => trackScores(history, draft, paths, UNTIL))
  const { result, cpuMs } = time(() => qualifyAll(tracked.result, draft))
  const found = result.at.filter((at) => !Number.isNaN(at)).length
  if (hand.result.qualified !== found) throw new Error(`by hand ${hand.result.qualified} qualify, ours ${found}`)
  byHand.push(hand.cpuMs)
  ours.push(tracked.cpuMs + cpuMs)
}
const [best, hand] = [Math.min(...ours), Math.min(...byHand)]
console.log(
  `scores and qualification, processor time, best of ${ROUNDS}: ${seconds(best)}; by hand ${seconds(hand)}: ${(hand / best).toFixed(2)} x`,
)

const moved: number[] = []
for (const by of [-20, -10, -5, 0, 5, 10, 20])
  moved.push(time(() => qualifyAll(tracked.result, draft, shifted(draft, by))).ms)
moved.sort((a, b) => a - b)
console.log(`cut-offs moved, warm: median ${seconds(moved[3] ?? 0)}, worst ${seconds(moved[6] ?? 0)}`)

const roster = Array.from({ length: 80 }, (_, index) => ({
  id: `00000000-0000-7000-9000-${String(index).padStart(12, '0')}`,
  email: null,
  team: 'Sales',
  isActive: true,
  away: [],
  calendar: null,
  openLeads: 0,
}))
const all = time(() =>
  runBacktest({
    history,
    draft,
    inForce: agreement,
    roster,
    fromMs: FROM,
    toMs: UNTIL,
    untilMs: UNTIL,
    segment: {},
    seed: 1,
  }),
)
console.log(`the whole comparison (two agreements, hand-overs, clocks, money): ${seconds(all.ms)}, ${memory()}`)
console.log(JSON.stringify(all.result.figures.qualified.difference), JSON.stringify(all.result.figures.promises.draft))
