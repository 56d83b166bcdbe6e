// The warm touches of attribution from the database, and the pages that ask them: node bench/attribution-load.ts [TOUCHES]
// One run. In full: node bench/attribution-load.ts 10000000
// A filled house can be kept and measured again in parts: --home DIR --parts fill,loader,refresh,pages
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { openContext } from '../server/compose.ts'
import { readConfig } from '../server/config.ts'
import { migrate } from '../server/db/migrate.ts'
import { copyBinary, momentAt } from '../server/features/attribution/copy-binary.ts'
import { type CreditAnswer, creditTally } from '../server/features/attribution/credit-tally.ts'
import { type KeptTallies, keptTallies } from '../server/features/attribution/kept-tallies.ts'
import type { JourneyQuestion } from '../server/features/attribution/question.ts'
import { upToDate } from '../server/features/attribution/read-past.ts'
import { TOUCH_FIELDS, touchesStatement } from '../server/features/attribution/read-touches.ts'
import { DIMENSIONS, LEVELS } from '../server/features/attribution/touch-kinds.ts'
import type { TouchPast } from '../server/features/attribution/touch-past.ts'
import { createUser } from '../server/features/users/create-user.ts'
import { addTouches, countFilled, fillTouches } from './attribution-fill.ts'
import { openHouse } from './ingest-house.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: 'string', default: '50' },
    profile: { type: 'string' },
    home: { type: 'string' },
    parts: { type: 'string', default: 'fill,loader,refresh,pages' },
  },
})
const parts = new Set(values.parts.split(','))
const wanted = Number(positionals[0] ?? 1_000_000)
const requests = Number(values.requests)
const PASSWORD = 'a long enough password'

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
const p95 = (some: readonly number[]): number =>
  [...some].sort((a, b) => a - b)[Math.min(some.length - 1, Math.ceil(some.length * 0.95) - 1)] ?? Number.NaN

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
      await addTouches(db, 1_000, filled.people, Math.floor(Math.random() * 1e6))
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
    const opened = await openContext({
      ...readConfig({ ENSEMBLE_HOME: house.home }),
      databaseUrl: url,
      logLevel: 'error',
    })
    const email = 'bench@x.example'
    const { rowCount } = await db.query('select 1 from users where email = $1', [email])
    if (rowCount === 0)
      await createUser(opened.ctx, { name: 'Bench', email, role: 'admin', teamId: null, password: PASSWORD })
    await opened.close()
    const served = await house.serve('ensemble', values.profile)
    const base = `http://localhost:${house.port}`
    const signedIn = await fetch(`${base}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: base },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const campaign = filled.campaignIds[3] ?? ''
    const pages: Record<string, string> = {
      'campaigns, the list': '/api/campaigns',
      'a campaign': `/api/campaigns/${campaign}`,
      'a campaign, its days': `/api/campaigns/${campaign}/days`,
      'a campaign, its leads': `/api/campaigns/${campaign}/leads`,
      'a campaign, its touches': `/api/campaigns/${campaign}/touches`,
      'credits by channel': '/api/attribution?by=channel&level=won&model=linear',
      'credits by campaign': '/api/attribution?by=campaign&level=won&model=markov',
      'credits by landing page': '/api/attribution?by=landingPage&level=lead&model=u',
      'deals behind a channel': '/api/attribution/deals?by=channel&level=won&model=linear&label=email',
      'doubt by channel': '/api/attribution/doubt?by=channel&level=won',
      'return by channel': '/api/attribution/return?by=channel&model=linear',
      'return by campaign': '/api/attribution/return?by=campaign&model=linear',
      'flow by channel': '/api/attribution/flow?by=channel',
      'months by channel': '/api/attribution/months?by=channel&level=won&model=linear',
      'said beside tracked': '/api/attribution/self-reported',
      'funnel by channel': '/api/funnel?from=2024-01-01&to=2027-01-01&by=channel',
    }
    const get = async (path: string): Promise<void> => {
      const answer = await fetch(base + path, { headers: { cookie } })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    }
    if (values.profile !== undefined) await served.profile()
    console.log(
      `(b) over HTTP, ms: first, p95 of ${requests} more, p95 of ${requests} with a touch before each (goal 200)`,
    )
    await get('/api/attribution?by=origin&level=lead&model=first')
    for (const [name, path] of Object.entries(pages)) {
      const first = await secondsOf(() => get(path))
      const quiet: number[] = []
      for (let n = 0; n < requests; n += 1) quiet.push(await secondsOf(() => get(path)))
      const busy: number[] = []
      for (let n = 0; n < requests && path.includes('attribution'); n += 1) {
        await addTouches(db, 1, filled.people, 1_000 + Math.floor(Math.random() * 1e6))
        busy.push(await secondsOf(() => get(path)))
      }
      const shown = [first, p95(quiet), ...(busy.length > 0 ? [p95(busy)] : [])]
      if (p95(quiet) > 0.2 || (busy.length > 0 && p95(busy) > 0.2)) isFast = false
      console.log(`  ${name.padEnd(26)}${shown.map((one) => (one * 1_000).toFixed(0).padStart(8)).join('')}`)
    }
    await served.stop()
  }
  console.log(
    `load after: ${loadavg()[0]?.toFixed(1)}; ${isFast ? 'every page within 200 ms' : 'not every page within 200 ms'}`,
  )
  if (!isSame) process.exitCode = 1
} finally {
  await house.close()
}
