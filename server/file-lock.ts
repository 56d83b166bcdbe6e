import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { ExplainedError } from './explained-error.ts'

const sqliteBusy = 5
const sqliteFull = 13

/**
 * Runs `work` while holding a lock that other processes respect and that the system releases if we die.
 * Node has no file lock of its own; SQLite's is one, on every platform.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const release = await takeLock(path)
  try {
    return await work()
  } finally {
    release()
  }
}

async function takeLock(path: string): Promise<() => void> {
  for (;;) {
    const release = tryLock(path)
    if (release) return release
    await sleep(25 + Math.random() * 50)
  }
}

function tryLock(path: string): (() => void) | undefined {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path)
    database.exec('BEGIN EXCLUSIVE')
    const held = database
    return () => held.close()
  } catch (error) {
    database?.close()
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
    if (code === sqliteBusy) return undefined
    if (code === sqliteFull)
      throw new ExplainedError(`The disk that holds ${path} is full. Free some space and start again.`)
    throw new ExplainedError(`The lock file ${path} cannot be used: ${error instanceof Error ? error.message : error}.`)
  }
}
