import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type Address, findAddress, type Resolve } from './find-address.ts'
import { type Dial, pinnedTo } from './pinned-to.ts'
import { readUrl, type Target } from './read-url.ts'

export type Answer = { statusCode: number | null; tookMs: number; error: string | null; answer: string | null }
export type Door = {
  canHookLoopback: boolean
  resolve: Resolve
  timeoutMs: number
  /** Of an answer no more is read; a thousand when absent. */
  mostAnswerBytes?: number
  /** How a line is opened to the address that was looked at; as usual when absent. */
  dial?: Dial
}

const MOST_ANSWER_BYTES = 1_000

function saidOf(error: Error & { code?: unknown }, target: Target): string {
  switch (error.code) {
    case 'ECONNREFUSED':
      return `Nothing listens at ${target.host}, port ${target.port}.`
    case 'ECONNRESET':
      return 'The receiver broke the connection off.'
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return `${target.host} cannot be reached.`
    default:
      return error.message.slice(0, 300)
  }
}

type Outcome = Omit<Answer, 'tookMs'>

function send(
  target: Target,
  address: Address,
  headers: Record<string, string>,
  body: string,
  { timeoutMs, dial, mostAnswerBytes = MOST_ANSWER_BYTES }: Door,
): Promise<Outcome> {
  return new Promise((settle) => {
    const request = target.url.protocol === 'https:' ? requestHttps : requestHttp
    const call = request(target.url, {
      method: 'POST',
      headers,
      lookup: pinnedTo(address),
      maxHeaderSize: 16_384,
      ...(dial === undefined ? { agent: false } : { createConnection: dial }),
    })
    const timer = setTimeout(() => {
      settle({ statusCode: null, error: `No answer within ${timeoutMs / 1000} seconds.`, answer: null })
      call.destroy()
    }, timeoutMs)
    const end = (outcome: Outcome) => {
      clearTimeout(timer)
      settle(outcome)
      call.destroy()
    }
    call.on('error', (error) => end({ statusCode: null, error: saidOf(error, target), answer: null }))
    call.on('response', (response) => {
      const statusCode = response.statusCode ?? 0
      const chunks: Buffer[] = []
      let bytes = 0
      const answered = () => {
        const answer = Buffer.concat(chunks).toString('utf8').replaceAll('\0', '').slice(0, mostAnswerBytes)
        end({ statusCode, error: errorOf(statusCode), answer })
      }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        bytes += chunk.length
        if (bytes >= mostAnswerBytes) answered()
      })
      response.on('end', answered)
      response.on('error', answered)
    })
    call.end(body)
  })
}

function errorOf(statusCode: number): string | null {
  if (statusCode >= 200 && statusCode < 300) return null
  if (statusCode >= 300 && statusCode < 400)
    return `It answered ${statusCode}: redirects are not followed. Enter the address it leads to.`
  if (statusCode === 410) return 'It answered 410: it wants no more.'
  return `It answered ${statusCode}.`
}

/** Posts a body once: to an address looked up once and checked, following no redirect, done within the time allowed. */
export async function postOnce(
  door: Door,
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<Answer> {
  const startedAt = performance.now()
  const took = (outcome: Outcome): Answer => ({ ...outcome, tookMs: Math.round(performance.now() - startedAt) })
  const read = readUrl(url, door.canHookLoopback)
  if (!read.ok) return took({ statusCode: null, error: read.what, answer: null })
  const found = await findAddress(read.target, door.resolve)
  if (!found.ok) return took({ statusCode: null, error: found.error, answer: null })
  return took(await send(read.target, found.address, headers, body, door))
}
