// The warm touches of attribution from the database, and the pages that ask them: node bench/attribution-load.ts [TOUCHES]
// One run. In full: node bench/attribution-load.ts 10000000
// A filled house can be kept and measured again in parts: --home DIR --parts fill,loader,refresh,pages. Where a machine is shared, the pages
// are made ready and asked while the commands of --prepare and --alone run: each is given one that ends when the work is done.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { migrate } from '../server/db/migrate.ts'
import { copyBinary, momentAt } from '../server/features/attribution/copy-binary.ts'
import { type CreditAnswer, creditTally } from '../server/features/attribution/credit-tally.ts'
import { type KeptTallies, keptTallies } from '../server/features/attribution/kept-tallies.ts'
import type { JourneyQuestion } from '../server/features/attribution/question.ts'
import { upToDate } from '../server/features/attribution/read-past.ts'
import { TOUCH_FIELDS, touchesStatement } from '../server/features/attribution/read-touches.ts'
import { DIMENSIONS, LEVELS } from '../server/features/attribution/touch-kinds.ts'
import type { TouchPast } from '../server/features/attribution/touch-past.ts'
import { addTouches, countFilled, fillTouches } from './attribution-fill.ts'
import { askPages, openPages } from './attribution-pages.ts'
import { openHouse } from './ingest-house.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: 'string', default: '50' },
    profile: { type: 'string' },
    home: { type: 'string' },
    prepare: { type: 'string' },
    alone: { type: 'string' },
    parts: { type: 'string', default: 'fill,loader,refresh,pages' },
  },
})
const parts = new Set(values.parts.split(','))
const wanted = Number(positionals[0] ?? 1_000_000)
const requests = Number(values.requests)

/** Processor time of this process, without the database's. */
const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const from = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1_000
}
const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1_000
}
const best = (some: readonly number[]): number => Math.min(...some)

/** Works while a command runs something that waits: such as a command that lets one run after the other. */
async function inTurn<T>(command: string | undefined, work: () => Promise<T>): Promise<T> {
  if (command === undefined) return work()
  const [name = '', ...args] = command.split(' ')
  const child = spawn(name, [...args, process.execPath, '-e', 'process.stdout.write("."); process.stdin.resume()'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  console.log(`load: ${loadavg()[0]?.toFixed(1)}`)
  try {
    return await work()
  } finally {
    child.stdin.end()
  }
}

/** The least that has to be done: the same statement, fixed columns into typed arrays, texts as bytes with their ends. */
async function bareCopy(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const room = wanted + 100_000
  const columns = {
    person: new BigUint64Array(room * 2),
    fact: new BigUint64Array(room * 2),
    kind: new Uint8Array(room),
    atMs: new Float64Array(room),
    ends: new Uint32Array(room * 5),
  }
  let texts = Buffer.alloc(wanted * 64)
  let end = 0
  let count = 0
  await copyBinary(client, touchesStatement(''), TOUCH_FIELDS, ({ bytes, starts, lengths }) => {
    const [person = 0, fact = 0, kind = 0, at = 0] = starts
    columns.person[count * 2] = bytes.readBigUInt64BE(person)
    columns.person[count * 2 + 1] = bytes.readBigUInt64BE(person + 8)
    columns.fact[count * 2] = bytes.readBigUInt64BE(fact)
    columns.fact[count * 2 + 1] = bytes.readBigUInt64BE(fact + 8)
    columns.kind[count] = bytes.readInt16BE(kind)
    columns.atMs[count] = momentAt(bytes, at)
    for (let d = 0; d < 5; d += 1) {
      const length = lengths[4 + d] ?? -1
      if (length > 0) {
        const from = starts[4 + d] ?? 0
        if (end + length > texts.length) texts = Buffer.concat([texts, Buffer.alloc(texts.length)])
        bytes.copy(texts, end, from, from + length)
        end += length
      }
      columns.ends[count * 5 + d] = end
    }
    count += 1
  })
  await client.end()
  return count
}

const question = (by: JourneyQuestion['by'], level: JourneyQuestion['level']): JourneyQuestion => ({
  by,
  level,
  lookbackMs: 90 * 86_400_000,
  transform: 'unique',
  fromMs: null,
  toMs: null,
  segment: null,
  campaigns: [],
})

/** A tally of every dimension and level, in sums over what is held. */
function talliesOf(past: TouchPast): KeptTallies<JourneyQuestion, CreditAnswer> {
  const kept = keptTallies(creditTally)
  for (const asked of QUESTIONS) kept.of(past, asked, 0)
  return kept
}
const QUESTIONS = DIMENSIONS.flatMap((by) => (by === 'origin' ? [] : LEVELS.map((level) => question(by, level))))

/** All credits, as text: two pasts are the same when these are. */
const creditsOf = (past: TouchPast, kept: KeptTallies<JourneyQuestion, CreditAnswer>): string =>
  JSON.stringify(QUESTIONS.map((asked) => kept.of(past, asked, 0).answer()))

const house = await openHouse({ kept: values.home })
let isSame = true
try {
  const { db } = house
  console.log(`load before: ${loadavg()[0]?.toFixed(1)}`)
  await migrate(db)
  const from = performance.now()
  const filled = parts.has('fill') ? await fillTouches(db, wanted) : await countFilled(db)
  console.log(
    `${filled.touches.toLocaleString('en')} touches of ${filled.people.toLocaleString('en')} people, ${filled.leads.toLocaleString('en')} leads, ${filled.won.toLocaleString('en')} won deals (${((performance.now() - from) / 1_000).toFixed(0)} s)`,
  )
  const { connectionString: url = '' } = db.options

  let isFast = true
  // In this process, as the thread does it.
  if (parts.has('loader')) {
    const bare: number[] = []
    const warm: number[] = []
    for (let round = 0; round < (wanted > 3_000_000 ? 2 : 3); round += 1) {
      bare.push(await secondsOf(() => bareCopy(url)))
      warm.push(await secondsOf(() => upToDate(url, null)))
      console.log(
        `  bare binary COPY into typed arrays ${bare.at(-1)?.toFixed(2)} s · warm touches ${warm.at(-1)?.toFixed(2)} s`,
      )
    }
    const cpu = [await cpuOf(() => bareCopy(url)), await cpuOf(() => upToDate(url, null))]
    console.log(`  processor time of this process: ${cpu.map((ms) => `${ms.toFixed(0)} ms`).join(' and ')}`)
    console.log(`(a) loader: ${(best(warm) / best(bare)).toFixed(2)}x of the bare COPY (goal 1.5x)`)
  }
  if (parts.has('refresh')) {
    let held: TouchPast = await upToDate(url, null)
    const kept = talliesOf(held)
    const refreshes: number[] = []
    const refreshCpu: number[] = []
    for (let round = 0; round < 5; round += 1) {
      await addTouches(db, 1_000, filled.people, Math.floor(Math.random() * 1e9))
      refreshes.push(
        await secondsOf(async () => {
          refreshCpu.push(
            await cpuOf(async () => {
              held = await upToDate(url, held)
            }),
          )
        }),
      )
    }
    const rebuilt = await upToDate(url, null)
    isSame = creditsOf(held, kept) === creditsOf(rebuilt, talliesOf(rebuilt))
    console.log(
      `(c) after 1,000 new touches: ${refreshes.map((one) => (one * 1_000).toFixed(0)).join(', ')} ms (goal 200; processor ${refreshCpu.map((one) => one.toFixed(0)).join(', ')} ms); ${isSame ? 'identical to' : 'NOT the same as'} a rebuild`,
    )
  }
  // Over HTTP.
  if (parts.has('pages')) {
    const pages = await inTurn(values.prepare, () => openPages(house, url, filled, values.profile))
    if (values.profile !== undefined) await pages.served.profile()
    isFast = await inTurn(values.alone, () => askPages(db, pages, filled, requests))
    await pages.served.stop()
  }
  console.log(
    `load after: ${loadavg()[0]?.toFixed(1)}; ${isFast ? 'every page within 200 ms' : 'not every page within 200 ms'}`,
  )
  if (!isSame) process.exitCode = 1
} finally {
  await house.close()
}
