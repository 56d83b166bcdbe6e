import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type Address, findAddress } from '../webhooks/find-address.ts'
import { pinnedTo } from '../webhooks/pinned-to.ts'
import type { Door } from '../webhooks/post-once.ts'
import { readUrl, type Target } from '../webhooks/read-url.ts'
import { MOST_BYTES } from './read-calendar.ts'

export type Fetched = { ok: true; text: string } | { ok: false; error: string }

const MOST_REDIRECTS = 3

/** Calendars are published under webcal:// too, which is https. */
export function httpsOf(url: string): string {
  return url.trim().replace(/^webcals?:\/\//i, 'https://')
}

/**
 * Fetches a calendar from the open internet: every address, also one it redirects to, is looked up once, checked and pinned as for
 * webhooks, so that no name leads inside the network.
 */
export async function fetchCalendar(door: Door, url: string): Promise<Fetched> {
  let next = httpsOf(url)
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const read = readUrl(next, door.canHookLoopback)
    if (!read.ok) return { ok: false, error: read.what.replace('Webhooks go', 'Calendars are read from') }
    const found = await findAddress(read.target, door.resolve)
    if (!found.ok) return { ok: false, error: found.error.replace('Nothing was sent.', 'Nothing was asked.') }
    const answer = await get(read.target, found.address, door)
    if ('location' in answer) next = new URL(answer.location, next).href
    else return answer
  }
  return { ok: false, error: 'It leads on to other addresses more than three times.' }
}

function get(target: Target, address: Address, { timeoutMs, dial }: Door): Promise<Fetched | { location: string }> {
  return new Promise((settle) => {
    const request = target.url.protocol === 'https:' ? requestHttps : requestHttp
    const call = request(target.url, {
      method: 'GET',
      headers: { accept: 'text/calendar, text/plain;q=0.5', 'user-agent': 'Ensemble calendar reader' },
      lookup: pinnedTo(address),
      maxHeaderSize: 16_384,
      ...(dial === undefined ? { agent: false } : { createConnection: dial }),
    })
    const end = (outcome: Fetched | { location: string }): void => {
      clearTimeout(timer)
      settle(outcome)
      call.destroy()
    }
    const timer = setTimeout(
      () => end({ ok: false, error: `No answer within ${timeoutMs / 1000} seconds.` }),
      timeoutMs,
    )
    call.on('error', (error) => end({ ok: false, error: error.message.slice(0, 200) }))
    call.on('response', (response) => {
      const status = response.statusCode ?? 0
      const { location } = response.headers
      if (status >= 300 && status < 400 && location !== undefined && URL.canParse(location, target.url.href))
        return end({ location })
      if (status !== 200) return end({ ok: false, error: `It answered ${status}.` })
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > MOST_BYTES) end({ ok: false, error: 'The calendar is larger than 1 MB.' })
        else chunks.push(chunk)
      })
      response.on('end', () => end({ ok: true, text: Buffer.concat(chunks).toString('utf8') }))
      response.on('error', () => end({ ok: false, error: 'The connection broke.' }))
    })
    call.end()
  })
}
