import { Client } from 'pg'
import { type Bus, CHANNEL, type ScreenEvent } from './bus.ts'

const RETRY_MS = 1_000

function parse(payload: string | undefined): ScreenEvent | null {
  try {
    const value: unknown = JSON.parse(payload ?? '')
    return typeof value === 'object' && value !== null && 'event' in value ? (value as ScreenEvent) : null
  } catch {
    return null
  }
}

/** Listens to the database on a connection of its own, and comes back when that breaks. After a gap every screen fetches anew. */
export async function listenBus(url: string, log: (line: string) => void): Promise<Bus> {
  const listeners = new Set<(event: ScreenEvent) => void>()
  const tell = (event: ScreenEvent): void => {
    for (const listener of listeners) listener(event)
  }
  let client: Client | null = null
  let isStopped = false
  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url })
    next.on('notification', (message) => {
      const event = parse(message.payload)
      if (event !== null) tell(event)
    })
    next.on('error', () => undefined)
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
    } catch (error) {
      next.end().catch(() => undefined)
      throw error
    }
    client = next
    // Only of one that stood: a failed attempt is tried again by whoever made it, and must not be by its end as well.
    next.on('end', () => {
      if (!isStopped) setTimeout(() => void again(), RETRY_MS).unref()
    })
  }
  const again = async (): Promise<void> => {
    try {
      await connect()
      tell({ event: 'gap' })
    } catch (error) {
      log(`Lost the database's announcements, trying again: ${error instanceof Error ? error.message : String(error)}`)
      if (!isStopped) setTimeout(() => void again(), RETRY_MS).unref()
    }
  }
  await connect()
  return {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      isStopped = true
      await client?.end().catch(() => undefined)
    },
  }
}
