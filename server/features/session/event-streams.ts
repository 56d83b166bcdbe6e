import type { ServerResponse } from 'node:http'
import type { Context } from '../../context.ts'
import type { ScreenEvent } from '../../http/bus.ts'
import type { Caller } from '../../http/endpoint.ts'
import { allowance } from './allowance.ts'
import { lineFor, lineOf } from './event-lines.ts'
import { heartbeat } from './heartbeat.ts'
import { watchersOf } from './watchers.ts'

type Bus = Context['bus']
type LeadEvent = Extract<ScreenEvent, { event: 'lead' }>
export type EventStream = {
  response: ServerResponse
  caller: Pick<Caller, 'id' | 'role'>
  isStillSignedIn: () => Promise<boolean>
  /** How much had been kept from the others when this one was last told of it. */
  toldOf: number
  toldAtMs: number
  end(): void
}
/** Everything that listens to one bus. `kept`: changes that were kept from those they do not concern. */
type Fan = { byUser: Map<string, Set<EventStream>>; all: Set<EventStream>; kept: number; stop(): void }

/** A browser that lets this much wait does not read: it comes back, and asks anew. */
const MOST_UNSENT_BYTES = 256_000
/** Lines told a second of leads that are not the reader's own; beyond that they hear now and then that many changed. */
const OTHERS_A_SECOND = 500
/** Those who look after everybody hear at least once in this time. */
const OVERSEEN_MS = 500
const MOST_OVERSEEN = 20
/** Streams written to before the process turns to other work. */
const AT_ONCE = 500
const MANY = lineOf('leads', {})
const HERE = Buffer.from(': here\n\n')
/** How long a stream waits between two times that it hears of many changes, for each stream there is. */
const SPREAD_MS = 10
const LEAST_SPREAD_MS = 20_000

const fans = new Map<Bus, Fan>()

/** Ends every open stream, so that the server can stop. Browsers reconnect by themselves. */
export function endEventStreams(): void {
  for (const fan of fans.values()) for (const stream of [...fan.all]) stream.end()
}

function send(stream: EventStream, line: Buffer): void {
  const { response } = stream
  response.write(line)
  if (response.writableLength > MOST_UNSENT_BYTES) stream.end()
}

/** The same bytes to many, in turns. */
function sendAll(streams: Iterable<EventStream>, line: Buffer): void {
  const waiting = [...streams]
  const next = (from: number): void => {
    for (const stream of waiting.slice(from, from + AT_ONCE)) if (!stream.response.destroyed) send(stream, line)
    if (from + AT_ONCE < waiting.length) setImmediate(next, from + AT_ONCE)
  }
  next(0)
}

function isOverseer({ caller }: EventStream): boolean {
  return caller.role === 'admin' || caller.role === 'manager'
}

/** Those who look after everybody hear of the first change at once, and of what follows together. */
function overseerTeller(fan: Fan): (line: Buffer) => void {
  let waiting: Buffer[] = []
  let isPausing = false
  const tell = (): void => {
    isPausing = waiting.length > 0
    if (!isPausing) return
    const line = waiting.length > MOST_OVERSEEN ? MANY : Buffer.concat(waiting)
    waiting = []
    sendAll([...fan.all].filter(isOverseer), line)
    setTimeout(tell, OVERSEEN_MS)
  }
  return (line) => {
    waiting.push(line)
    if (!isPausing) tell()
  }
}

/** A lead that changed: at once to those it concerns, soon to those who look after all, and to the others while that is little. */
function leadTeller(bus: Bus, fan: Fan): (event: LeadEvent) => void {
  const mayTell = allowance(OTHERS_A_SECOND)
  const tellOverseers = overseerTeller(fan)
  return (event) => {
    const { event: name, ...data } = event
    const line = lineOf(name, data)
    const concerned = new Set([event.owner, event.previousOwner, ...watchersOf(bus, event.personId)])
    for (const userId of concerned) for (const stream of fan.byUser.get(userId ?? '') ?? []) send(stream, line)
    tellOverseers(line)
    const others = fan.all.size
    if (!mayTell(others)) {
      fan.kept += 1
      return
    }
    sendAll(
      [...fan.all].filter((stream) => !concerned.has(stream.caller.id) && !isOverseer(stream)),
      line,
    )
  }
}

function tellOne(fan: Fan, userId: string, event: ScreenEvent): void {
  for (const stream of fan.byUser.get(userId) ?? []) {
    const line = lineFor(event, stream.caller)
    if (line !== null) send(stream, line)
  }
}

function checkUser(fan: Fan, userId: string): void {
  for (const stream of fan.byUser.get(userId) ?? [])
    stream.isStillSignedIn().then(
      (isSo) => (isSo ? undefined : stream.end()),
      () => stream.end(),
    )
}

/** What a stream hears when nothing else was said for a while. */
function beatOf(fan: Fan): (stream: EventStream) => void {
  return (stream) => {
    const nowMs = performance.now()
    const isNews = stream.toldOf !== fan.kept && !isOverseer(stream)
    if (!isNews || nowMs - stream.toldAtMs < Math.max(LEAST_SPREAD_MS, fan.all.size * SPREAD_MS)) {
      send(stream, HERE)
      return
    }
    stream.toldOf = fan.kept
    stream.toldAtMs = nowMs
    send(stream, MANY)
  }
}

function openFan(bus: Bus): Fan {
  const fan: Fan = { byUser: new Map(), all: new Set(), kept: 0, stop: () => undefined }
  const tellLead = leadTeller(bus, fan)
  const silence = bus.listen((event) => {
    if (event.event === 'lead') tellLead(event)
    else if (event.event === 'session') checkUser(fan, event.userId)
    else if (event.event === 'notice') tellOne(fan, event.userId, event)
    else if (event.event === 'call') for (const userId of new Set(event.userIds)) tellOne(fan, userId, event)
    else {
      const { event: name, ...data } = event
      const streams = event.event === 'import' ? [...fan.all].filter(({ caller }) => caller.role !== 'viewer') : fan.all
      sendAll(streams, lineOf(name, data))
    }
  })
  const stopBeating = heartbeat(fan.all, beatOf(fan))
  fan.stop = () => {
    silence()
    stopBeating()
  }
  fans.set(bus, fan)
  return fan
}

function leave(bus: Bus, fan: Fan, stream: EventStream): void {
  fan.all.delete(stream)
  const own = fan.byUser.get(stream.caller.id)
  own?.delete(stream)
  if (own?.size === 0) fan.byUser.delete(stream.caller.id)
  if (fan.all.size > 0) return
  fan.stop()
  fans.delete(bus)
}

/** Writes to one browser what it may hear until it leaves, its session ends or the server stops. */
export function openEventStream(
  bus: Bus,
  { response, caller, isStillSignedIn }: Pick<EventStream, 'response' | 'caller' | 'isStillSignedIn'>,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  response.write('retry: 2000\n\n')
  const fan = fans.get(bus) ?? openFan(bus)
  const stream: EventStream = {
    response,
    caller: { id: caller.id, role: caller.role },
    isStillSignedIn,
    toldOf: fan.kept,
    toldAtMs: performance.now(),
    end() {
      if (!fan.all.has(stream)) return
      leave(bus, fan, stream)
      // Who does not read would not see the end either.
      if (response.writableLength > MOST_UNSENT_BYTES) response.destroy()
      else response.end()
    },
  }
  fan.all.add(stream)
  const own = fan.byUser.get(caller.id) ?? new Set()
  own.add(stream)
  fan.byUser.set(caller.id, own)
  response.on('close', stream.end)
}
