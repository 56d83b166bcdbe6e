import { connect, type Socket } from 'node:net'
import { quantiles } from './ingest-load.ts'

export type PageLoad = { p50Ms: number; p99Ms: number; answered: number; tookMs: number; bytes: number; cpuMs: number }

/** A request of a page as bytes. */
export function askFor(path: string, cookie: string, method = 'GET'): Buffer {
  return Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: bench\r\ncookie: ${cookie}\r\n\r\n`)
}

const END = Buffer.from('\r\n\r\n')

/** The whole length of the answer that `bytes` begin with, or null while its head is not there yet. */
function lengthOf(bytes: Buffer): number | null {
  const end = bytes.indexOf(END)
  if (end === -1) return null
  const length = /content-length: (\d+)/i.exec(bytes.toString('latin1', 0, end))?.[1]
  if (length === undefined) throw new Error(`an answer without a length: ${bytes.toString('latin1', 0, end)}`)
  return end + 4 + Number(length)
}

/** Asks for pages over some connections, each waiting for its answer, as often as said. Any answer but 200 ends it. */
export async function loadPages(
  port: number,
  connections: number,
  rounds: number,
  next: (round: number) => Buffer,
): Promise<PageLoad> {
  const latencies: number[] = []
  let begun = 0
  let bytes = 0
  const cpuBefore = process.cpuUsage()
  const startMs = performance.now()
  const lane = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let chunks: Buffer[] = []
      let length: number | null = null
      let have = 0
      let sentMs = 0
      const send = (): void => {
        if (begun >= rounds) {
          socket.end()
          resolve()
          return
        }
        const request = next(begun++)
        sentMs = performance.now()
        socket.write(request)
      }
      socket.on('connect', send)
      socket.on('error', reject)
      socket.on('close', () => reject(new Error('the server closed a connection')))
      socket.on('data', (chunk) => {
        chunks.push(chunk)
        have += chunk.length
        length ??= lengthOf(chunks.length === 1 ? chunk : Buffer.concat(chunks))
        if (length === null || have < length) return
        const [first] = chunks
        if (first === undefined || first.toString('latin1', 9, 12) !== '200') {
          reject(new Error(Buffer.concat(chunks).toString('utf8').slice(0, 900)))
          return
        }
        latencies.push(performance.now() - sentMs)
        bytes += have
        chunks = []
        length = null
        have = 0
        send()
      })
    })
  await Promise.all(Array.from({ length: connections }, lane))
  const tookMs = performance.now() - startMs
  const { user, system } = process.cpuUsage(cpuBefore)
  return {
    ...quantiles(latencies),
    answered: latencies.length,
    tookMs,
    bytes: bytes / Math.max(1, latencies.length),
    cpuMs: (user + system) / 1_000,
  }
}
