import { createServer } from 'node:http'
import { Pool } from 'pg'
import { readConfig } from '../server/config.ts'
import { connectDatabase } from '../server/db/connect-database.ts'

// The limit of a page: node:http, one prepared statement that finds a person by key, and as many bytes as the page has.
const config = readConfig()
const database = await connectDatabase(config, () => undefined)
const db = new Pool({ connectionString: database.url, max: 20 })
const bodies = new Map<number, Buffer>()

function bodyOf(bytes: number): Buffer {
  const known = bodies.get(bytes)
  if (known !== undefined) return known
  const made = Buffer.alloc(bytes, 'x')
  bodies.set(bytes, made)
  return made
}

createServer((request, response) => {
  const [, personId = '', bytes = '0'] = (request.url ?? '').split('/')
  db.query({ name: 'person', text: 'select name, state from people where person_id = $1', values: [personId] }).then(
    () => {
      const body = bodyOf(Number(bytes))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
      response.end(body)
    },
    (error) => response.writeHead(500).end(String(error)),
  )
}).listen(config.port, '127.0.0.1', () => process.send?.('ready'))

process.on('message', (what) => {
  if (what === 'stop') process.exit(0)
  const [all, main] = [process.cpuUsage(), process.threadCpuUsage()]
  process.send?.({ allMs: (all.user + all.system) / 1_000, mainMs: (main.user + main.system) / 1_000 })
})
