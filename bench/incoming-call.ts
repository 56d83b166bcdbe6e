// From the announcement of a call to the event on the seller's screen, over HTTP and one stream each: node bench/incoming-call.ts [calls] [screens]
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../server/config.ts'
import { startServer } from '../server/main.ts'

const GOAL_MS = 250
const EMAIL = 'bench@calls.example'
const calls = Number(process.argv[2] ?? 300)
const screens = Number(process.argv[3] ?? 20)
const known = 500

const home = await mkdtemp(join(tmpdir(), 'ensemble-bench-'))
const port = 20_000 + Math.floor(Math.random() * 12_000)
const url = `http://127.0.0.1:${port}`
const config = readConfig({ PORT: String(port), ENSEMBLE_HOME: home, LOG_LEVEL: 'error', ENSEMBLE_PUBLIC_URL: url })
const server = await startServer(config, () => undefined)
let cookie = ''
async function ask(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...(cookie === '' ? {} : { cookie }) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  const set = answer.headers.getSetCookie()
  if (set.length > 0) cookie = set.map((one) => one.split(';')[0]).join('; ')
  return answer.status === 204 ? null : answer.json()
}
await ask('/api/setup', {
  company: 'Bench',
  name: 'Bench',
  email: EMAIL,
  password: 'a long enough password',
  zone: 'Europe/Paris',
  currency: 'EUR',
})
const made = await ask('/api/calls/secret', {})
const secret = typeof made === 'object' && made !== null && 'secret' in made ? String(made.secret) : ''
const phones = Array.from({ length: known }, (_, n) => `+3319900${String(1_000 + n)}`)
for (let from = 0; from < known; from += 100)
  await ask('/api/facts', {
    facts: phones.slice(from, from + 100).map((phone, n) => ({
      kind: 'person.identified',
      who: { email: `p${from + n}@calls.example`, phone },
      data: { person: { name: `Person ${from + n}`, email: `p${from + n}@calls.example`, phone } },
    })),
  })
const waiting = new Map<string, (atMs: number) => void>()
for (let n = 0; n < screens; n += 1)
  await new Promise<void>((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: '/api/events', headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`the stream was answered with ${response.statusCode}`))
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        const events = text.split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) {
          const id = event.startsWith('event: call\n')
            ? /"callId":"([^"]+)","what":"ringing"/.exec(event)?.[1]
            : undefined
          // The last of the screens counts.
          if (id !== undefined && n === screens - 1) waiting.get(id)?.(performance.now())
        }
      })
      response.on('error', () => undefined)
      resolve()
    }).on('error', () => undefined)
  })

const heardMs: number[] = []
const answeredMs: number[] = []
for (let n = 0; n < calls; n += 1) {
  const id = randomUUID()
  const startMs = performance.now()
  const heard = new Promise<number>((resolve) => waiting.set(id, resolve))
  const answer = await fetch(`${url}/api/calls/incoming`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-call-secret': secret },
    body: JSON.stringify({ id, from: phones[n % known], to: '+33199000000', email: EMAIL }),
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  answeredMs.push(performance.now() - startMs)
  heardMs.push((await heard) - startMs)
  waiting.delete(id)
}
const quantile = (of: number[], p: number) =>
  of.toSorted((a, b) => a - b)[Math.min(of.length - 1, Math.floor(p * of.length))] ?? 0
const say = (of: number[]) =>
  `p50 ${quantile(of, 0.5).toFixed(1)} ms, p99 ${quantile(of, 0.99).toFixed(1)} ms, most ${Math.max(...of).toFixed(1)} ms`
console.log(`${calls} calls, ${screens} screens, ${known} people known by their number`)
console.log(`announced -> event on the screen: ${say(heardMs)} (goal: p99 <= ${GOAL_MS} ms)`)
console.log(`announced -> answered, story written: ${say(answeredMs)}`)
await server.stop()
await rm(home, { recursive: true, force: true })
process.exit(quantile(heardMs, 0.99) <= GOAL_MS ? 0 : 1)
