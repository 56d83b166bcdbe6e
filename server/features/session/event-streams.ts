import type { ServerResponse } from 'node:http'
import type { Context } from '../../context.ts'
import type { ScreenEvent } from '../../http/bus.ts'
import type { Caller } from '../../http/endpoint.ts'

const HEARTBEAT_MS = 20_000
const MOST_UNSENT_BYTES = 1_000_000

const streams = new Set<() => void>()

/** Ends every open stream, so that the server can stop. Browsers reconnect by themselves. */
export function endEventStreams(): void {
  for (const end of [...streams]) end()
}

type Stream = { response: ServerResponse; caller: Caller; isStillSignedIn: () => Promise<boolean> }

/** Writes to one browser what it may hear until it leaves, its session ends or the server stops. */
export function openEventStream(bus: Context['bus'], { response, caller, isStillSignedIn }: Stream): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  response.write('retry: 2000\n\n')
  const check = () => {
    isStillSignedIn().then(
      (isSo) => (isSo ? response.write(': here\n\n') : end()),
      () => end(),
    )
  }
  const heartbeat = setInterval(check, HEARTBEAT_MS)
  const silence = bus.listen((event) => {
    if (event.event === 'session' && event.userId === caller.id) check()
    const line = lineFor(event, caller)
    if (line !== null) response.write(line)
    // A browser that no longer reads comes back and asks anew.
    if (response.writableLength > MOST_UNSENT_BYTES) end()
  })
  const end = () => {
    clearInterval(heartbeat)
    silence()
    streams.delete(end)
    response.end()
  }
  streams.add(end)
  response.on('close', end)
}

/** The event as a line of the stream, or null when it is not for this person. */
export function lineFor(event: ScreenEvent, caller: Pick<Caller, 'id' | 'role'>): string | null {
  if (event.event === 'session') return null
  if (event.event === 'notice')
    return event.userId === caller.id ? line('notice', event.id === undefined ? {} : { id: event.id }) : null
  if (event.event === 'call') {
    const { callId, what, by, userIds } = event
    return userIds.includes(caller.id) ? line('call', { callId, what, by }) : null
  }
  if (event.event === 'import' && caller.role === 'viewer') return null
  const { event: name, ...data } = event
  return line(name, data)
}

function line(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
