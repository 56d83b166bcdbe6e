import { createHmac, randomUUID } from 'node:crypto'
import { Agent, get, request } from 'node:http'
import { installationSecret } from '../server/secret.ts'
import type { House } from './ingest-house.ts'
import { quantiles } from './ingest-load.ts'

export type Visible = { p50Ms: number; p99Ms: number; heard: number; sent: number; perSecond: number }

/** The cookie of a seller who is signed in. */
async function sellersCookie({ db, home }: House): Promise<string> {
  const id = randomUUID()
  const token = randomUUID()
  await db.query(`insert into users (id, name, email, role) values ($1, 'Seller', $2, 'seller')`, [
    id,
    `${id}@x.example`,
  ])
  await db.query(
    `insert into sessions (id, user_id, token, expires_at, created_at, updated_at) values ($1, $2, $3, now() + interval '1 day', now(), now())`,
    [randomUUID(), id, token],
  )
  const mark = createHmac('sha256', installationSecret({ home, secret: undefined }))
    .update(token)
    .digest('base64')
  return `ensemble.session_token=${encodeURIComponent(`${token}.${mark}`)}`
}

/** Sends events at a steady rate and tells how long after a form was sent the seller's screen heard of the lead it made. */
export async function visibleAfter(
  house: House,
  {
    writeKey,
    perSecond,
    seconds,
    event,
  }: { writeKey: string; perSecond: number; seconds: number; event: () => Record<string, unknown> },
): Promise<Visible> {
  const { port } = house
  const heardAt = new Map<string, number>()
  const allAt: number[] = []
  const stream = get({ port, host: '127.0.0.1', path: '/api/events', headers: { cookie: await sellersCookie(house) } })
  const opened = new Promise<void>((resolve, reject) => {
    stream.on('error', () => reject(new Error('the stream of events ended')))
    stream.on('response', (response) => {
      if (response.statusCode !== 200) return reject(new Error(`the stream was answered with ${response.statusCode}`))
      let text = ''
      response.on('error', () => undefined)
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        const lines = text.split('\n\n')
        text = lines.pop() ?? ''
        for (const line of lines) {
          if (line.startsWith('event: leads')) allAt.push(performance.now())
          const person = line.startsWith('event: lead\n') ? /"personId":"([^"]+)"/.exec(line)?.[1] : undefined
          if (person !== undefined && !heardAt.has(person)) heardAt.set(person, performance.now())
        }
      })
      resolve()
    })
  })
  await opened
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  const forms: { factId: string; sentMs: number }[] = []
  const pending = new Set<Promise<void>>()
  const send = (): void => {
    const { type, ...body } = event()
    const sentMs = performance.now()
    const answered = new Promise<void>((resolve) => {
      const call = request(
        {
          port,
          host: '127.0.0.1',
          agent,
          method: 'POST',
          path: `/v1/${type}`,
          headers: { authorization: `Basic ${btoa(`${writeKey}:`)}`, 'content-type': 'application/json' },
        },
        (response) => {
          let text = ''
          response.on('data', (chunk: Buffer) => {
            text += chunk.toString()
          })
          response.on('end', () => {
            const factId = /"factId":"([^"]+)"/.exec(text)?.[1]
            if (type === 'track' && factId !== undefined) forms.push({ factId, sentMs })
            resolve()
          })
        },
      )
      call.on('error', () => resolve())
      call.end(JSON.stringify(body))
    })
    pending.add(answered)
    void answered.finally(() => pending.delete(answered))
  }
  const startMs = performance.now()
  let sent = 0
  while (performance.now() - startMs < seconds * 1_000) {
    const due = ((performance.now() - startMs) / 1_000) * perSecond
    while (sent < due) {
      send()
      sent += 1
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await Promise.all(pending)
  const tookMs = performance.now() - startMs
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  stream.destroy()
  agent.destroy()
  const { rows } = await house.db.query<{ fact_id: string; person_id: string }>(
    'select fact_id, person_id from facts where fact_id = any($1::uuid[])',
    [forms.map(({ factId }) => factId)],
  )
  const personOf = new Map(rows.map((row) => [row.fact_id, row.person_id]))
  const delays = forms.flatMap(({ factId, sentMs }) => {
    // A word that many leads changed stands for each of them: the screen fetches anew.
    const at = Math.min(
      heardAt.get(personOf.get(factId) ?? '') ?? Number.POSITIVE_INFINITY,
      allAt.find((each) => each > sentMs) ?? Number.POSITIVE_INFINITY,
    )
    return Number.isFinite(at) ? [at - sentMs] : []
  })
  return { ...quantiles(delays), heard: delays.length, sent: forms.length, perSecond: sent / (tookMs / 1_000) }
}
