import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

// Screens of bench/sse.ts: each holds a stream and notes how old a change is when it arrives.
type Asked = { port: number; cookies: string[] }
const latencies: number[] = []
let others = 0
let manyTold = 0
let open = 0
/** Connections begun at the same time. */
const AT_ONCE = 50

function read(text: string): void {
  for (const match of text.matchAll(/"at:(\d+)"/g)) latencies.push(Date.now() - Number(match[1]))
  for (const match of text.matchAll(/event: (\w+)/g)) {
    if (match[1] === 'leads') manyTold += 1
    else if (match[1] !== 'lead') others += 1
  }
}

function openStream(port: number, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' })
    let isOpen = false
    socket.on('connect', () => socket.write(`GET /api/events HTTP/1.1\r\nhost: bench\r\ncookie: ${cookie}\r\n\r\n`))
    socket.on('error', reject)
    socket.on('close', () => {
      if (isOpen) open -= 1
      else reject(new Error('a stream was closed before it began'))
    })
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1')
      if (!isOpen) {
        if (!text.startsWith('HTTP/1.1 200')) return reject(new Error(text.slice(0, 300)))
        isOpen = true
        open += 1
        resolve()
      }
      read(text)
    })
  })
}

process.on('message', async (asked: Asked | 'tell') => {
  if (asked === 'tell') {
    process.send?.({ latencies, others, manyTold, open })
    return
  }
  for (let at = 0; at < asked.cookies.length; at += AT_ONCE) {
    await Promise.all(asked.cookies.slice(at, at + AT_ONCE).map((cookie) => openStream(asked.port, cookie)))
    await sleep(1)
  }
  process.send?.('open')
})
