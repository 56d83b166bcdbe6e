import type { Pool } from 'pg'
import { openContext } from '../server/compose.ts'
import { readConfig } from '../server/config.ts'
import { createUser } from '../server/features/users/create-user.ts'
import { addTouches, type Filled } from './attribution-fill.ts'
import type { House, Served } from './ingest-house.ts'

const PASSWORD = 'a long enough password'
const EMAIL = 'bench@x.example'

export type Pages = { served: Served; get(path: string): Promise<string> }

/** A server on the house, somebody signed in, and every page asked once: what they hold is held from then on. */
export async function openPages(house: House, url: string, filled: Filled, profile?: string): Promise<Pages> {
  const { rowCount } = await house.db.query('select 1 from users where email = $1', [EMAIL])
  if (rowCount === 0) {
    const config = { ...readConfig({ ENSEMBLE_HOME: house.home }), databaseUrl: url, logLevel: 'error' as const }
    const opened = await openContext(config)
    await createUser(opened.ctx, { name: 'Bench', email: EMAIL, role: 'admin', teamId: null, password: PASSWORD })
    await opened.close()
  }
  const served = await house.serve('ensemble', profile)
  const base = `http://localhost:${house.port}`
  const signedIn = await fetch(`${base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const get = async (path: string): Promise<string> => {
    const answer = await fetch(base + path, { headers: { cookie } })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
    return text
  }
  const from = performance.now()
  await get('/api/attribution?by=origin&level=lead&model=first')
  console.log(`the first page of all, which reads every touch: ${((performance.now() - from) / 1000).toFixed(1)} s`)
  for (const [name, path] of Object.entries(pagesOf(filled))) {
    const begun = performance.now()
    await get(path)
    console.log(`  asked first: ${name.padEnd(28)}${(performance.now() - begun).toFixed(0).padStart(7)} ms`)
  }
  return { served, get }
}

function pagesOf({ campaignIds }: Filled): Record<string, string> {
  const campaign = campaignIds[3] ?? ''
  return {
    'campaigns, the list': '/api/campaigns',
    'a campaign': `/api/campaigns/${campaign}`,
    'a campaign, its days': `/api/campaigns/${campaign}/days`,
    'a campaign, its leads': `/api/campaigns/${campaign}/leads`,
    'a campaign, its touches': `/api/campaigns/${campaign}/touches`,
    'credits by channel': '/api/attribution?by=channel&level=won&model=linear',
    'credits by campaign': '/api/attribution?by=campaign&level=won&model=markov',
    'credits by landing page': '/api/attribution?by=landingPage&level=lead&model=u',
    'deals behind a channel': '/api/attribution/deals?by=channel&level=won&model=linear&label=email',
    'leads behind a channel': '/api/attribution/deals?by=channel&level=lead&model=linear&label=email',
    'doubt by channel': '/api/attribution/doubt?by=channel&level=won',
    'return by channel': '/api/attribution/return?by=channel&model=linear',
    'return by campaign': '/api/attribution/return?by=campaign&model=linear',
    'flow by channel': '/api/attribution/flow?by=channel',
    'months by channel': '/api/attribution/months?by=channel&level=won&model=linear',
    'said beside tracked': '/api/attribution/self-reported',
    'funnel by channel': '/api/funnel?from=2024-01-01&to=2027-01-01&by=channel',
  }
}

const p95 = (some: readonly number[]): number =>
  [...some].sort((a, b) => a - b)[Math.min(some.length - 1, Math.ceil(some.length * 0.95) - 1)] ?? Number.NaN

/** Asks every page over and over, and again with a new touch before each answer; then for periods nobody asked for before. True: all within the goal. */
export async function askPages(db: Pool, { get }: Pages, filled: Filled, requests: number): Promise<boolean> {
  const msOf = async (path: string): Promise<number> => {
    const from = performance.now()
    await get(path)
    return performance.now() - from
  }
  console.log(`over HTTP, ms: p95 of ${requests}, p95 of ${requests} with a new touch before each (goal 200)`)
  let isFast = true
  for (const [name, path] of Object.entries(pagesOf(filled))) {
    const quiet: number[] = []
    for (let n = 0; n < requests; n += 1) quiet.push(await msOf(path))
    const busy: number[] = []
    for (let n = 0; n < requests; n += 1) {
      await addTouches(db, 1, filled.people, 1_000 + Math.floor(Math.random() * 1e9))
      busy.push(await msOf(path))
    }
    if (p95([...quiet, ...busy]) > 200) isFast = false
    console.log(`  ${name.padEnd(28)}${[p95(quiet), p95(busy)].map((ms) => ms.toFixed(0).padStart(8)).join('')}`)
  }
  for (const [by, level] of [
    ['channel', 'won'],
    ['campaign', 'won'],
    ['landingPage', 'lead'],
  ] as const) {
    const taken: number[] = []
    for (let n = 1; n <= 6; n += 1) {
      const from = new Date(Date.now() - (30 + n * 60 + Math.floor(Math.random() * 30)) * 86_400_000)
      const to = new Date(from.getTime() + 92 * 86_400_000)
      const day = (date: Date): string => date.toISOString().slice(0, 10)
      taken.push(await msOf(`/api/attribution?by=${by}&level=${level}&from=${day(from)}&to=${day(to)}`))
    }
    console.log(`  a quarter nobody asked for, credits by ${by} (${level}): p95 ${p95(taken).toFixed(0)}`)
  }
  return isFast
}
