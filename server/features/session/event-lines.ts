import type { ScreenEvent } from '../../http/bus.ts'
import type { Caller } from '../../http/endpoint.ts'

/** An event as the bytes of a stream: made once, however many hear of it. */
export function lineOf(name: string, data: object): Buffer {
  return Buffer.from(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** The event as a line of the stream, or null when it is not for this person. */
export function lineFor(event: ScreenEvent, caller: Pick<Caller, 'id' | 'role'>): Buffer | null {
  if (event.event === 'session') return null
  if (event.event === 'notice')
    return event.userId === caller.id ? lineOf('notice', event.id === undefined ? {} : { id: event.id }) : null
  if (event.event === 'call') {
    const { callId, what, by, userIds } = event
    return userIds.includes(caller.id) ? lineOf('call', { callId, what, by }) : null
  }
  if (event.event === 'import' && caller.role === 'viewer') return null
  const { event: name, ...data } = event
  return lineOf(name, data)
}
