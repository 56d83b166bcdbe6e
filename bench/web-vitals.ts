// What a person feels of the pages in Chromium, its processor made four times slower: LCP, CLS and INP of Today with the
// demo company, of the list of 100,000 leads, and of opening again without a network's help (files kept by the browser).
// Run: node bench/web-vitals.ts [--home FOLDER] [--visits 5] [--leads 100000] [--fill]; FOLDER is filled once and kept.
// Goals: LCP at most 1.2 s, INP at most 200 ms, CLS at most 0.02.
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { buildWeb } from '../server/cli/build-web.ts'
import { readConfig } from '../server/config.ts'
import { startServer } from '../server/main.ts'
import { openHouse } from './ingest-house.ts'

type Vitals = { lcpMs: number; lcpOf: string; cls: number; shifts: string[]; inpMs: number; interactions: number }

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    visits: { type: 'string', default: '5' },
    leads: { type: 'string', default: '100000' },
    fill: { type: 'boolean', default: false },
  },
})
const SLOWER = 4
const SETTLED_MS = 3_000
const EMAIL = 'bench@vitals.example'
const PASSWORD = 'a long enough password'
const visits = Number(values.visits)
const leads = Number(values.leads)

await buildWeb(() => undefined)
const home = values.home ?? (await mkdtemp(join(tmpdir(), 'ensemble-vitals-')))
await mkdir(home, { recursive: true })
await chmod(home, 0o755)
const port = 20_000 + Math.floor(Math.random() * 12_000)
const url = `http://localhost:${port}`
const config = readConfig({ PORT: String(port), ENSEMBLE_HOME: home, LOG_LEVEL: 'error', ENSEMBLE_PUBLIC_URL: url })

async function fill(): Promise<void> {
  const server = await startServer(config, () => undefined)
  let cookie = ''
  const ask = async (path: string, body: unknown): Promise<void> => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie },
      body: JSON.stringify(body),
    })
    const set = answer.headers.getSetCookie()
    if (set.length > 0) cookie = set.map((one) => one.split(';')[0]).join('; ')
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }
  const company = { company: 'Bench', name: 'Bench', email: EMAIL, password: PASSWORD, zone: 'Europe/Paris' }
  await ask('/api/setup', { ...company, currency: 'EUR' })
  await ask('/api/demo', {})
  for (let isDone = false; !isDone; ) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const said = await (await fetch(`${url}/api/demo`, { headers: { cookie } })).text()
    isDone = said.includes('"done"') && said.includes('"status":"done"')
  }
  await server.stop()
  const house = await openHouse({ kept: home })
  await house.db.query(
    `insert into people (person_id, name, email, first_seen_at, last_seen_at, state)
     select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Person ' || n, 'p' || n || '@firm.example', now(), now(), '{}'
     from generate_series(1, $1::int) n`,
    [leads],
  )
  await house.db.query(
    `insert into leads (person_id, attempt, stage, outcome, team, grade, fit, engagement, engagement_at, heat, channel, is_history, opened_at, updated_at)
     select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, (array['inquiry','qualified'])[1 + n % 2],
       'open', 'marketing', 'B2', 40, 30, now(), random() * 100, (array['social','paid search','referral'])[1 + n % 3], false,
       now() - n * interval '37 seconds', now()
     from generate_series(1, $1::int) n`,
    [leads],
  )
  await house.db.query('analyze')
  await house.close()
}

async function slowed(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript({ path: join(import.meta.dirname, 'web-vitals-observe.js') })
  const client = await context.newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return page
}

async function vitalsOf(page: Page): Promise<Vitals> {
  await page.waitForTimeout(500)
  return page.evaluate<Vitals>('window.vitals')
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

function tell(what: string, all: readonly Vitals[]): void {
  const of = (pick: (one: Vitals) => number) => all.map(pick)
  const lcp = of(({ lcpMs }) => lcpMs)
  const inp = Math.max(...of(({ inpMs }) => inpMs))
  const cls = Math.max(...of(({ cls: shift }) => shift))
  console.log(
    `${what.padEnd(44)} LCP ${median(lcp).toFixed(0)} ms (${Math.min(...lcp).toFixed(0)} to ${Math.max(...lcp).toFixed(0)}, ${all[0]?.lcpOf ?? ''}), CLS ${cls.toFixed(4)}, INP ${inp === 0 ? 'none' : `${inp} ms (${all.reduce((sum, one) => sum + one.interactions, 0)} interactions)`}`,
  )
  for (const shift of all.flatMap((one) => one.shifts).slice(0, 5)) console.log(`    shift ${shift}`)
}

/** Keys of the queue: down and up, marks, and a row by mouse. */
async function workQueue(page: Page): Promise<void> {
  for (const key of ['j', 'j', 'j', 'k', 'x', 'x', 'j', 'j']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(250)
  }
  await page.locator('[data-scroll-restoration-id=queue] li button').nth(4).click()
  await page.waitForTimeout(400)
}

/** The list of leads: far down by wheel, another order, a filter, a row. */
async function workList(page: Page): Promise<void> {
  const table = page.getByRole('table')
  await table.hover()
  for (let turn = 0; turn < 30; turn += 1) {
    await page.mouse.wheel(0, 1_500)
    await page.waitForTimeout(60)
  }
  for (const key of ['j', 'j', 'j', 'k']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(200)
  }
  await page.getByText('Hottest', { exact: true }).click()
  await page.waitForTimeout(1_000)
  await page.getByRole('row').nth(5).click()
  await page.waitForTimeout(1_500)
}

if (values.home === undefined || values.fill) await fill()
if (!values.fill) {
  const server = await startServer(config, () => undefined)
  const browser = await chromium.launch({
    executablePath: process.env.ENSEMBLE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const open = () => browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const first = await open()
  await first.request.post('/api/auth/sign-in/email', {
    data: { email: EMAIL, password: PASSWORD },
    headers: { origin: url },
  })
  const storageState = await first.storageState()
  const opened = () =>
    browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 }, locale: 'en-GB', storageState })
  const cold: Vitals[] = []
  const again: Vitals[] = []
  const worked: Vitals[] = []
  const listed: Vitals[] = []
  for (let visit = 0; visit < visits; visit += 1) {
    const context = await opened()
    const page = await slowed(context)
    await page.goto('/')
    await page.locator('article h3').first().waitFor()
    await page.waitForTimeout(SETTLED_MS)
    cold.push(await vitalsOf(page))
    await page.waitForTimeout(SETTLED_MS)
    await page.goto('/')
    await page.locator('article h3').first().waitFor()
    await page.waitForTimeout(SETTLED_MS)
    again.push(await vitalsOf(page))
    await workQueue(page)
    worked.push(await vitalsOf(page))
    await page.goto('/people')
    await page.getByRole('row').nth(3).waitFor()
    await page.waitForTimeout(1_000)
    await workList(page)
    listed.push(await vitalsOf(page))
    await context.close()
  }
  console.log(`Chromium, processor ${SLOWER} times slower, ${visits} visits, ${leads} leads beside the demo company:`)
  tell('Today, first visit (nothing kept)', cold)
  tell('Today, opened again', again)
  tell('Today, worked by keys and mouse', worked)
  tell(`People, ${leads} leads, scrolled and opened`, listed)
  await browser.close()
  await server.stop()
  if (values.home === undefined) await rm(home, { recursive: true, force: true })
}
process.exit(0)
