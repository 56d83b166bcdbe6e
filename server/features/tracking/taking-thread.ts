import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { contextAt, planByKey } from '../../compose.ts'
import type { Config } from '../../config.ts'
import { openPool } from '../../db/open-pool.ts'
import { keepTaking } from './keep-taking.ts'
import { receiverOf } from './receiver.ts'
import { type Asked, tellRecorded } from './recording-thread.ts'

// The thread that takes in what waits in the inbox, so that those who are answered do not wait for what is computed.

/** One that writes, one that reads ahead, one for what is set aside. */
const CONNECTIONS = 3
/** Who waits for an answer comes before what has been answered. */
const NICENESS = 3

/** Linux knows a niceness of each thread; elsewhere, and where it is not allowed, nothing changes. */
function giveWay(): void {
  if (process.platform !== 'linux') return
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    if (thread > 0 && thread !== process.pid) setPriority(thread, NICENESS)
  } catch {
    // It takes in all the same.
  }
}

giveWay()
const { url, config, isHeld }: { url: string; config: Config; isHeld: Int32Array } = workerData
const opened = await contextAt(url, config)
// Wide batches go by COPY, which a pipelined connection cannot take.
const db = openPool({ connectionString: url, max: CONNECTIONS, onConnect: planByKey }, (what) =>
  opened.ctx.log.warn(`the inbox lost a database connection: ${what}`),
)
const taking = keepTaking({ ...opened.ctx, db }, () => Atomics.load(isHeld, 0) === 1)
const receiver = receiverOf(opened.ctx)
const asked = new Set<Promise<void>>()

/** What somebody waits for is recorded at once, beside what is taken in. */
function record(what: Asked): void {
  const recording = tellRecorded(what, (facts) => receiver.take(facts)).then((told) => parentPort?.postMessage(told))
  asked.add(recording)
  void recording.finally(() => asked.delete(recording))
}

parentPort?.on('message', async (what: 'wake' | 'stop' | Asked) => {
  if (what === 'wake') taking.wake()
  else if (what !== 'stop') record(what)
  else {
    await Promise.all(asked)
    await taking.stop()
    await db.end()
    await opened.close()
    parentPort?.close()
  }
})
parentPort?.postMessage('ready')
