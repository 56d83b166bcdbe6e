import type { EventStream } from './event-streams.ts'

const EVERY_MS = 20_000
const STEPS = 20
/** Sessions looked up at the same time: the database has other things to do. */
const AT_ONCE = 8

/**
 * Every twenty seconds each stream's session is looked at again, and the stream hears that somebody is there: a part of them
 * each second. Streams keep their order, so that each has its turn once in a round.
 */
export function heartbeat(streams: ReadonlySet<EventStream>, beat: (stream: EventStream) => void): () => void {
  let waiting: EventStream[] = []
  let isBusy = false
  const look = async (stream: EventStream): Promise<void> => {
    const isSo = await stream.isStillSignedIn().catch(() => false)
    if (isSo) beat(stream)
    else stream.end()
  }
  const step = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    if (waiting.length === 0) waiting = [...streams]
    const share = Math.max(1, Math.ceil(streams.size / STEPS))
    const part = waiting.splice(0, share).filter((stream) => streams.has(stream))
    for (let at = 0; at < part.length; at += AT_ONCE) await Promise.all(part.slice(at, at + AT_ONCE).map(look))
    isBusy = false
  }
  const timer = setInterval(() => void step(), EVERY_MS / STEPS)
  timer.unref()
  return () => clearInterval(timer)
}
