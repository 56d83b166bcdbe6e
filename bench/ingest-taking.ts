// What it costs to take events from the inbox into their stories, in processor time of the process and of the database, apart from receiving them.
// Run: node bench/ingest-taking.ts [EVENTS] [ROWS AT ONCE] (40000 events, rows of 40 messages, 20 rows at once unless told)
import { Pool } from 'pg'
import { contextAt, planByKey } from '../server/compose.ts'
import { readConfig } from '../server/config.ts'
import { newId } from '../server/db/new-id.ts'
import { prepareMessage } from '../server/features/tracking/prepare-message.ts'
import { readMessage } from '../server/features/tracking/read-message.ts'
import { takeSome } from '../server/features/tracking/take-some.ts'
import { mayWaitAsSent, writeOneSent, writeWaiting } from '../server/features/tracking/waiting-message.ts'
import { eventsOf } from './ingest-events.ts'
import { openHouse } from './ingest-house.ts'

const events = Number(process.argv[2] ?? 40_000)
const atOnce = Number(process.argv[3] ?? 20)
const OF_A_ROW = 40
const WARM = 4_000

const house = await openHouse()
try {
  await (await house.serve('ensemble')).stop()
  const url = String(house.db.options.connectionString)
  const opened = await contextAt(url, readConfig({ ENSEMBLE_HOME: house.home }))
  const db = new Pool({ connectionString: url, max: 2, onConnect: planByKey })
  const ctx = { ...opened.ctx, db }

  const fill = async (name: string, count: number): Promise<void> => {
    const event = eventsOf('visits', name)
    for (let made = 0; made < count; made += OF_A_ROW) {
      const lines = Array.from({ length: OF_A_ROW }, () => {
        const nowMs = Date.now()
        const raw = event()
        const message = readMessage(raw, null)
        if (!mayWaitAsSent(message, nowMs)) return writeWaiting(prepareMessage(message, nowMs))
        return writeOneSent(JSON.stringify(raw), message.type, nowMs, newId(nowMs))
      })
      await db.query('insert into inbox (received_at, messages, body) values (now(), $1, $2)', [
        OF_A_ROW,
        lines.join('\n'),
      ])
    }
  }
  const takeAll = async (): Promise<void> => {
    while ((await takeSome(ctx, atOnce)).rows > 0);
  }
  await fill('warm', WARM)
  await takeAll()
  await fill('run', events)
  await db.query('checkpoint')
  const before = { own: process.cpuUsage(), database: await house.databaseCpuMs(), ms: performance.now() }
  await takeAll()
  const own = process.cpuUsage(before.own)
  const database = (await house.databaseCpuMs()) - before.database
  const ms = performance.now() - before.ms
  console.log(
    `an event taken in: ${Math.round((own.user + own.system) / events)} us of the process, ${Math.round((database * 1_000) / events)} us of the database; ${Math.round((events * 1_000) / ms)} events/s`,
  )
  await db.end()
  await opened.close()
} finally {
  await house.close()
}
