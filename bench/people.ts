// Pages of a house of a million people and ten million facts at 16 connections, beside node:http with one statement by key and as many bytes.
// Run: node bench/people.ts [--home FOLDER] [--people N] [--only WORDS] [--rounds 600] [--connections 16] [--statements] [--profile FILE]
// FOLDER is filled once by bench/people-fill.ts and kept; without it a small house is made and thrown away.
// Goal: p99 at most 25 ms for any page, 100 ms for a search.

import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openHouse } from './ingest-house.ts'
import { askFor, loadPages } from './people-load.ts'
import { accountIdOf, dice, firmOf, nameOf, personIdOf, sellerIdOf } from './people-stories.ts'

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    people: { type: 'string', default: '1000000' },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '600' },
    connections: { type: 'string', default: '16' },
    statements: { type: 'boolean', default: false },
    profile: { type: 'string' },
    bare: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const connections = Number(values.connections)
const rounds = Number(values.rounds)
process.env.ENSEMBLE_ROLE = 'web'

const home = values.home ?? (await mkdtemp(join(tmpdir(), 'ensemble-people-')))
await chmod(home, 0o755)
if (!existsSync(join(home, 'secret'))) {
  const fill = spawnSync(process.execPath, [join(import.meta.dirname, 'people-fill.ts'), home, values.people])
  if (fill.status !== 0) throw new Error(String(fill.stderr))
}
const house = await openHouse({ kept: home, withStatements: values.statements })
const { db } = house
if (values.statements) await db.query('create extension if not exists pg_stat_statements')
const { rows: sizes } = await db.query<{ people: number; sellers: number; accounts: number; facts: number }>(
  `select (value->>'people')::int as people, (value->>'sellers')::int as sellers, (value->>'accounts')::int as accounts,
          (value->>'facts')::int as facts from settings where key = 'bench people'`,
)
const [size] = sizes
if (size === undefined) throw new Error(`${home} is no house that bench/people-fill.ts filled`)
console.log(`${size.people} people, ${size.facts} facts, ${size.sellers} sellers, ${connections} connections`)

const secret = (await readFile(join(home, 'secret'), 'utf8')).trim()
async function signIn(userId: string): Promise<string> {
  const token = randomBytes(24).toString('hex')
  await db.query(
    `insert into sessions (id, user_id, token, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), userId, token],
  )
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `ensemble.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}
const draw = dice(99)
const sellers: string[] = []
for (let i = 0; i < 100; i++) sellers.push(await signIn(sellerIdOf(Math.floor((i / 100) * size.sellers))))
const { rows: admins } = await db.query<{ id: string }>(`select id from users where role = 'admin' limit 1`)
const manager = await signIn(admins[0]?.id ?? '')
const anySeller = (): string => sellers[Math.floor(draw() * sellers.length)] ?? ''
/** Somebody who is known: three in ten are visitors without a name. */
const { rows: known } = await db.query<{ person_id: string }>(
  `select person_id from people tablesample system (0.5) where not is_anonymous limit 3000`,
)
const everybody =
  known.length > 100 ? known.map((row) => row.person_id) : Array.from({ length: 90 }, (_, n) => personIdOf(n + 1))
const anybody = (): string => everybody[Math.floor(draw() * everybody.length)] ?? ''
const anyNumber = (): number => 1 + Math.floor(draw() * (size.people - 1))
const anyFirm = (): number => 1 + Math.floor(draw() ** 1.5 * size.accounts)

/** The mark behind the page a case begins at. */
async function markOf(port: number, path: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: manager } })
  const body: unknown = await answer.json()
  if (typeof body === 'object' && body !== null && 'next' in body && typeof body.next === 'string') return body.next
  throw new Error(`no next page of ${path}: ${JSON.stringify(body).slice(0, 300)}`)
}

type Case = { name: string; goalMs: number; path: () => string; cookie?: () => string; method?: string }
async function casesAt(port: number): Promise<Case[]> {
  const today = new Date()
  const day = (back: number): string => new Date(today.getTime() - back * 86_400_000).toISOString().slice(0, 10)
  const pack = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')
  const { rows: deep } = await db.query<{ at: string; heat: string; person_id: string }>(
    'select (extract(epoch from opened_at) * 1000)::text as at, heat::text, person_id from leads order by opened_at offset 200 limit 1',
  )
  const last = deep[0] ?? { at: '0', heat: '0', person_id: personIdOf(1) }
  const longStory = await markOf(port, `/api/people/${personIdOf(1)}/story?limit=200`)
  const page = (name: string, path: () => string, more: Partial<Case> = {}): Case => ({
    name,
    goalMs: 25,
    path,
    ...more,
  })
  const search = (name: string, words: () => string): Case =>
    page(`search: ${name}`, () => `/api/search?q=${encodeURIComponent(words())}`, { goalMs: 100 })
  return [
    page('who is signed in', () => '/api/session'),
    page('Today, a seller', () => '/api/queue?limit=200'),
    page('Today, everybody', () => '/api/queue?owner=all&limit=200', { cookie: () => manager }),
    page('leads, newest', () => '/api/leads?limit=50'),
    page('leads, hottest', () => '/api/leads?sort=hottest&limit=50'),
    page('leads, deepest page', () => `/api/leads?limit=50&after=${pack([last.at, last.person_id, 1, Date.now()])}`),
    page(
      'leads of a seller',
      () => `/api/leads?limit=50&owner=${sellerIdOf(Math.floor(draw() * (size?.sellers ?? 1)))}`,
    ),
    page('leads by stage and channel', () => '/api/leads?limit=50&stage=opportunity&channel=partner'),
    page('person', () => `/api/people/${anybody()}`),
    page('person of 10,000 facts', () => `/api/people/${personIdOf(1)}`),
    page('story', () => `/api/people/${anybody()}/story?limit=50`),
    page('story of 10,000 facts', () => `/api/people/${personIdOf(1)}/story?limit=50`),
    page('the same, deep', () => `/api/people/${personIdOf(1)}/story?limit=50&after=${longStory}`),
    page('the same, one kind', () => `/api/people/${personIdOf(1)}/story?limit=50&kind=forms`),
    page('warnings', () => `/api/people/${anybody()}/warnings`),
    page('people around', () => `/api/people/${anybody()}/circle`),
    page('needs', () => `/api/people/${anybody()}/needs`),
    page('look at a story', () => `/api/people/${anybody()}/look`, { method: 'PUT' }),
    page('companies', () => '/api/accounts?limit=50'),
    page('company', () => `/api/accounts/${accountIdOf(anyFirm())}`),
    page('company, largest', () => `/api/accounts/${accountIdOf(1)}`),
    page('company story', () => `/api/accounts/${accountIdOf(anyFirm())}/story?limit=50`),
    page('company story, largest', () => `/api/accounts/${accountIdOf(1)}/story?limit=50`),
    search('a name', () => nameOf(anyNumber())),
    search('a first name', () => nameOf(anyNumber()).split(' ')[0] ?? ''),
    search('three letters', () => (nameOf(anyNumber()).split(' ')[1] ?? '').slice(0, 3)),
    search('a company', () => firmOf(anyFirm()).name),
    search('the beginning of an address', () => `${nameOf(anyNumber()).split(' ')[0]?.toLowerCase()}.`),
    search('a slip', () => `${nameOf(anyNumber()).replace(/(.)(.)$/, '$2$1')}`),
    search('nobody', () => `xq${Math.floor(draw() * 1e6)}zw`),
    page('funnel of a quarter', () => `/api/funnel?from=${day(120)}&to=${day(30)}&by=channel`),
    page('funnel of all time', () => `/api/funnel?from=${day(800)}&to=${day(0)}&by=channel`),
    page('rows behind the funnel', () => `/api/funnel/rows?from=${day(120)}&to=${day(30)}&reached=won&limit=50`),
  ]
}

function bareServer(port: number): ChildProcess {
  return fork(join(import.meta.dirname, 'people-bare.ts'), [], {
    env: { ...process.env, PORT: String(port), ENSEMBLE_HOME: home },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
}
const heard = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('message', resolve))

const served = await house.serve('ensemble', values.profile)
const bare = values.bare ? bareServer(house.port + 1) : null
if (bare !== null) await heard(bare)
try {
  const cases = (await casesAt(house.port)).filter(({ name }) => name.includes(values.only))
  const per = (ms: number, n: number): string => (ms / n).toFixed(2).padStart(6)
  console.log(
    `${'page'.padEnd(34)}    p50    p99  (ms)   server  database  load (ms of processor each)   bytes  of the limit`,
  )
  const profile = values.profile === undefined ? null : served.profile()
  await profile
  for (const { name, goalMs, path, cookie = anySeller, method = 'GET' } of cases) {
    const request = (): Buffer => askFor(path(), cookie(), method)
    await loadPages(house.port, connections, Math.max(connections * 4, rounds / 4), request)
    if (values.statements) await db.query('select pg_stat_statements_reset()')
    const [cpu, databaseMs] = [await served.cpu(), await house.databaseCpuMs()]
    const own = await loadPages(house.port, connections, rounds, request)
    const [cpuAfter, databaseAfterMs] = [await served.cpu(), await house.databaseCpuMs()]
    let limit = ''
    if (bare !== null) {
      const bytes = Math.round(own.bytes)
      const plain = (): Buffer => askFor(`/${anybody()}/${bytes}`, '')
      await loadPages(house.port + 1, connections, connections, plain)
      const least = await loadPages(house.port + 1, connections, rounds, plain)
      limit = `  p50 ${(own.p50Ms / least.p50Ms).toFixed(1)}x, p99 ${(own.p99Ms / least.p99Ms).toFixed(1)}x`
    }
    const n = own.answered
    console.log(
      `${name.padEnd(34)} ${own.p50Ms.toFixed(1).padStart(6)} ${own.p99Ms.toFixed(1).padStart(6)}${own.p99Ms <= goalMs ? '      ' : ' (!)  '} ${per(cpuAfter.allMs - cpu.allMs, n)}    ${per(databaseAfterMs - databaseMs, n)} ${per(own.cpuMs, n)} ${Math.round(own.bytes).toString().padStart(8)}${limit}`,
    )
    if (values.statements) {
      const { rows } = await db.query<{ calls: string; ms: string; query: string }>(
        `select calls::text, round(mean_exec_time::numeric, 3)::text as ms, query from pg_stat_statements
          where query not like '%pg_stat_statements%' and calls > $1 / 20 order by total_exec_time desc limit 12`,
        [n],
      )
      for (const row of rows)
        console.log(
          `    ${(Number(row.calls) / n).toFixed(2)} x ${row.ms} ms  ${row.query.replaceAll(/\s+/g, ' ').slice(0, 150)}`,
        )
    }
  }
} finally {
  await served.stop()
  bare?.send('stop')
  await db.query(`delete from sessions where ip_address is null and user_agent is null`)
  await house.close()
  if (values.home === undefined) await rm(home, { recursive: true, force: true })
}
process.exit(0)
