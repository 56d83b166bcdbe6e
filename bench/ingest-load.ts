import { connect, type Socket } from 'node:net'

export type Load = {
  /** Answered with 200; only these have latencies. */
  accepted: number
  refused: number
  tookMs: number
  p50Ms: number
  p99Ms: number
  firstRefusal: string
  /** Processor time of the load itself. */
  cpuMs: number
}

/** Who is refused comes back this soon, whatever Retry-After says. */
const IMPATIENT_MS = 20

/** A request as bytes, ready to be written. */
export function requestOf(path: string, body: string, writeKey: string): Buffer {
  const head = `POST ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Basic ${btoa(`${writeKey}:`)}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`
  return Buffer.from(head + body)
}

/** Answers are small and have a content-length: the end of one is where the next begins. */
function lengthOf(text: string): number | null {
  const end = text.indexOf('\r\n\r\n')
  if (end === -1) return null
  const length = /content-length: (\d+)/i.exec(text)?.[1]
  return end + 4 + Number(length ?? 0)
}

/** Sends requests over some connections, each waiting for its answer, until there are no more or the time is over. */
export async function load(port: number, connections: number, next: () => Buffer | null): Promise<Load> {
  const latencies: number[] = []
  let refused = 0
  let firstRefusal = ''
  const startMs = performance.now()
  const cpuBefore = process.cpuUsage()
  const lane = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let text = ''
      let sentMs = 0
      const send = (): void => {
        const request = next()
        if (request === null) {
          socket.end()
          resolve()
          return
        }
        sentMs = performance.now()
        socket.write(request)
      }
      socket.on('connect', send)
      socket.on('error', reject)
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1')
        const length = lengthOf(text)
        if (length === null || text.length < length) return
        const isAccepted = text.startsWith('HTTP/1.1 200')
        if (isAccepted) latencies.push(performance.now() - sentMs)
        else {
          refused += 1
          firstRefusal ||= text.slice(0, 900)
        }
        text = text.slice(length)
        if (isAccepted) send()
        else setTimeout(send, IMPATIENT_MS)
      })
    })
  await Promise.all(Array.from({ length: connections }, lane))
  const tookMs = performance.now() - startMs
  const { user, system } = process.cpuUsage(cpuBefore)
  const cpuMs = (user + system) / 1_000
  return { cpuMs, accepted: latencies.length, refused, tookMs, ...quantiles(latencies), firstRefusal }
}

export function quantiles(latencies: number[]): { p50Ms: number; p99Ms: number } {
  latencies.sort((a, b) => a - b)
  const at = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN
  return { p50Ms: at(0.5), p99Ms: at(0.99) }
}
