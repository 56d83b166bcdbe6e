// Ten thousand sellers with an open stream to one process, and 500 changes a second: how soon does a change reach the screens it concerns?
// Run: node bench/sse.ts [--streams 10000] [--changes 500] [--seconds 20] [--processes 4]
// A change is announced to the database as a transaction does it; its owner and the managers are to hear of it. Goal: p99 at most 1 s.
// Beside it: the same lines written by node:http to the same number of open answers, without a database.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openContext } from '../server/compose.ts'
import { readConfig } from '../server/config.ts'
import { CHANNEL } from '../server/http/bus.ts'
import { openHouse } from './ingest-house.ts'
import { quantiles } from './ingest-load.ts'

const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '10000' },
    changes: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '20' },
    processes: { type: 'string', default: '4' },
  },
})
const streams = Number(values.streams)
const changes = Number(values.changes)
const seconds = Number(values.seconds)
const processes = Number(values.processes)
const MANAGERS = 10
const TICK_MS = 20
process.env.ENSEMBLE_ROLE = 'web'

const house = await openHouse()
// Brings the schema; the first start also writes the secret.
await (await openContext({ ...readConfig({ ENSEMBLE_HOME: house.home }), logLevel: 'error' })).close()
const { db } = house
const secret = (await readFile(join(house.home, 'secret'), 'utf8')).trim()

const people = Array.from({ length: streams + MANAGERS }, (_, n) => ({
  id: randomUUID(),
  token: randomBytes(16).toString('hex'),
  role: n < streams ? 'seller' : 'manager',
}))
await db.query(
  `insert into users (id, name, email, role) select p.id, 'Colleague ' || p.n, 'c' || p.n || '@house.example', p.role
     from unnest($1::uuid[], $2::text[]) with ordinality as p(id, role, n)`,
  [people.map(({ id }) => id), people.map(({ role }) => role)],
)
await db.query(
  `insert into sessions (id, user_id, token, expires_at) select gen_random_uuid(), p.id, p.token, now() + interval '14 days'
     from unnest($1::uuid[], $2::text[]) as p(id, token)`,
  [people.map(({ id }) => id), people.map(({ token }) => token)],
)
await db.query('analyze')
const cookieOf = (token: string): string =>
  `ensemble.session_token=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`

type Heard = { latencies: number[]; others: number; manyTold: number; open: number }

/** A process that holds streams; a shell raises how many files it may have open. */
function listen(port: number, cookies: readonly string[]): ChildProcess {
  const child = spawn(
    'sh',
    ['-c', `ulimit -n 20000; exec "$0" "$@"`, process.execPath, join(import.meta.dirname, 'sse-screens.ts')],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  child.send({ port, cookies })
  return child
}
const said = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`a process of screens ended with ${code}`)))
  })
async function heardBy(child: ChildProcess): Promise<Heard> {
  child.send('tell')
  const answer = await said(child)
  if (typeof answer === 'object' && answer !== null && 'latencies' in answer) return answer as Heard
  throw new Error('the screens did not say what they heard')
}

async function rssMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024
}

const owners = people.slice(0, streams)
async function announce(): Promise<number> {
  const events = Math.round((changes * TICK_MS) / 1_000)
  const rounds = Math.round((seconds * 1_000) / TICK_MS)
  let told = 0
  const begun = performance.now()
  for (let round = 0; round < rounds; round++) {
    const ofRound = Array.from({ length: events }, () =>
      JSON.stringify({
        event: 'lead',
        personId: randomUUID(),
        attempt: 1,
        owner: owners[Math.floor(Math.random() * owners.length)]?.id ?? null,
        previousOwner: null,
        // When it was sent, for whoever hears it.
        what: ['routed', `at:${Date.now()}`],
      }),
    )
    told += ofRound.length
    await db.query('select pg_notify($1, e) from unnest($2::text[]) as e', [CHANNEL, ofRound])
    await sleep(Math.max(0, begun + (round + 1) * TICK_MS - performance.now()))
  }
  await sleep(1_500)
  return told
}

async function measure(
  name: string,
  port: number,
  pid: number,
  tell: () => Promise<number>,
  cpu: () => Promise<number>,
): Promise<Heard> {
  const empty = await rssMb(pid)
  const begun = performance.now()
  const screens: ChildProcess[] = []
  for (let n = 0; n < processes; n++) {
    const cookies = people.filter((_, i) => i % processes === n).map(({ token }) => cookieOf(token))
    screens.push(listen(port, cookies))
  }
  await Promise.all(screens.map(said))
  const open = await rssMb(pid)
  console.log(
    `${name}: ${people.length} streams open after ${((performance.now() - begun) / 1_000).toFixed(1)} s, ${empty.toFixed(0)} MB before, ${open.toFixed(0)} MB with them (${(((open - empty) * 1_024) / people.length).toFixed(1)} kB each)`,
  )
  const cpuBefore = await cpu()
  const told = await tell()
  const cpuMs = (await cpu()) - cpuBefore
  const heard = await Promise.all(screens.map(heardBy))
  const latencies = heard.flatMap((one) => one.latencies)
  const sum = (of: (one: Heard) => number): number => heard.reduce((total, one) => total + of(one), 0)
  const { p50Ms, p99Ms } = quantiles(latencies)
  console.log(
    `${name}: ${told} changes, ${latencies.length} heard by whom they concern, p50 ${p50Ms.toFixed(0)} ms, p99 ${p99Ms.toFixed(0)} ms (goal 1000 ms); ${sum((one) => one.others)} lines to others, ${sum((one) => one.manyTold)} times "many changed"; ${(cpuMs / told).toFixed(2)} ms of processor a change; ${(await rssMb(pid)).toFixed(0)} MB; ${sum((one) => one.open)} still open`,
  )
  for (const one of screens) one.kill()
  return { latencies, others: 0, manyTold: 0, open: 0 }
}

const server = spawn(
  'sh',
  [
    '-c',
    `ulimit -n 20000; exec "$0" "$@"`,
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'ingest-server.ts'),
    'ensemble',
  ],
  {
    env: { ...process.env, PORT: String(house.port), ENSEMBLE_HOME: house.home, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  },
)
await said(server)
const cpuOf = async (): Promise<number> => {
  server.send('cpu')
  const answer = await said(server)
  return typeof answer === 'object' && answer !== null && 'allMs' in answer ? Number(answer.allMs) : 0
}
try {
  await measure('ensemble', house.port, server.pid ?? 0, announce, cpuOf)
} finally {
  server.kill()
  await house.close()
}
process.exit(0)
