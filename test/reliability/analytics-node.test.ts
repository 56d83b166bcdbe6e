import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWriteKey } from '../../server/features/keys/create-write-key.ts'
import { houseToKill } from './house-to-kill.ts'

/** ENSEMBLE_TEST_KILLS=20 ENSEMBLE_TEST_SDK_EVENTS=10000 for the full run. */
const KILLS = Number(process.env.ENSEMBLE_TEST_KILLS ?? 3)
const EVENTS = Number(process.env.ENSEMBLE_TEST_SDK_EVENTS ?? 800)
const SENDERS = 4
const SECONDS_A_KILL = 5

/** ENSEMBLE_INTAKE=inbox or whole for one way alone. */
const house = houseToKill()
const senders: ChildProcess[] = []
let writeKey = ''

beforeAll(async () => {
  await house.start()
  writeKey = await house.inDatabase(async (db) => (await createWriteKey({ db }, null, { name: 'SDK' })).writeKey)
}, 240_000)
afterAll(async () => {
  for (const sender of senders) sender.kill('SIGKILL')
  await house.end()
}, 60_000)

function send(name: string): Promise<{ code: number | null; said: string }> {
  const path = join(import.meta.dirname, 'send-events.ts')
  const args = [house.url, writeKey, name, String(EVENTS / SENDERS), String(KILLS * SECONDS_A_KILL)]
  const sender = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  senders.push(sender)
  let said = ''
  sender.stderr.on('data', (chunk) => (said = (said + chunk).slice(-2_000)))
  return new Promise((resolve) => sender.once('exit', (code) => resolve({ code, said })))
}

it(`has each of ${EVENTS} events of the official @segment/analytics-node once after ${KILLS} kills`, async () => {
  const sent = Promise.all(Array.from({ length: SENDERS }, (_, index) => send(`sender${index}`)))
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(1_000 + Math.random() * 2_500)
    await house.killServer()
    await house.start()
  }
  expect(await sent).toEqual(Array.from({ length: SENDERS }, () => ({ code: 0, said: '' })))
  await house.untilTaken()
  await house.inDatabase(async (db) => {
    const { rows } = await db.query<{ message_id: string; n: number }>(
      `select message_id, count(*)::int as n from facts where kind = 'event.tracked' group by message_id`,
    )
    expect(rows.filter((row) => row.n !== 1)).toEqual([])
    const stored = new Set(rows.map((row) => row.message_id))
    const wanted = Array.from({ length: SENDERS }, (_, sender) =>
      Array.from({ length: EVENTS / SENDERS }, (_, index) => `sender${sender}-${index}`),
    ).flat()
    expect(wanted.filter((messageId) => !stored.has(messageId))).toEqual([])
    expect(stored.size).toBe(EVENTS)
  })
}, 2_400_000)
