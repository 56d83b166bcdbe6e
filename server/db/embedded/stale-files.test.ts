import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataDirOf, initialisedHome, unprivileged } from './cluster.fixture.ts'
import { findPostmaster, processesIn } from './postmaster.ts'
import { startEmbedded } from './start-embedded.ts'

const silent = () => undefined

/** A home whose server was killed, with its pid file left behind. */
async function crashedHome(): Promise<{ home: string; pidFile: string }> {
  const home = await initialisedHome()
  const database = await startEmbedded({ home, log: silent })
  const pidFile = join(dataDirOf(home), 'postmaster.pid')
  const text = readFileSync(pidFile, 'utf8')
  await database.stop()
  writeFileSync(pidFile, text)
  writeFileSync(join(home, 'postgres', 'socket', '.s.PGSQL.5432.lock'), text)
  return { home, pidFile }
}

/** Writes another process's pid where the dead server's was. */
function replacePid(home: string, pidFile: string, pid: number): void {
  const text = readFileSync(pidFile, 'utf8').replace(/^\d+/, String(pid))
  writeFileSync(pidFile, text)
  writeFileSync(join(home, 'postgres', 'socket', '.s.PGSQL.5432.lock'), text)
}

async function expectStart(home: string): Promise<void> {
  const database = await startEmbedded({ home, log: silent })
  expect(findPostmaster(dataDirOf(home))).toBeDefined()
  await database.stop()
  expect(processesIn(dataDirOf(home))).toEqual([])
}

test('a pid file of a process that is gone does not hinder a start', async () => {
  const { home } = await crashedHome()
  await expectStart(home)
})

test('a pid file whose pid is now another process of the same account does not hinder a start', async () => {
  const { home, pidFile } = await crashedHome()
  const other = spawn('sleep', ['60'], { uid: unprivileged?.uid, gid: unprivileged?.gid })
  try {
    replacePid(home, pidFile, other.pid ?? 0)
    await expectStart(home)
    expect(other.exitCode).toBeNull()
  } finally {
    other.kill()
  }
})

test.skipIf(process.platform !== 'linux')('a server that is a zombie is not taken for a live one', async () => {
  const { home, pidFile } = await crashedHome()
  const { parent, zombie } = await makeZombie()
  try {
    replacePid(home, pidFile, zombie)
    await expectStart(home)
    expect(readFileSync(`/proc/${zombie}/stat`, 'utf8')).toContain(') Z ')
  } finally {
    parent.kill('SIGKILL')
  }
})

/** A shell that becomes `sleep` never collects the child it had. */
async function makeZombie(): Promise<{ parent: ChildProcess; zombie: number }> {
  const parent = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    uid: unprivileged?.uid,
    gid: unprivileged?.gid,
  })
  const zombie = await new Promise<number>((resolve) =>
    parent.stdout?.once('data', (chunk) => resolve(Number(String(chunk)))),
  )
  await expect.poll(() => readFileSync(`/proc/${zombie}/stat`, 'utf8')).toContain(') Z ')
  return { parent, zombie }
}

test('when the server is killed, its children are waited for', async () => {
  const home = await initialisedHome()
  const database = await startEmbedded({ home, log: silent })
  const children = processesIn(dataDirOf(home))
  process.kill(findPostmaster(dataDirOf(home)) ?? 0, 'SIGKILL')
  const again = await startEmbedded({ home, log: silent })
  expect(children.length).toBeGreaterThan(1)
  expect(processesIn(dataDirOf(home)).filter((pid) => children.includes(pid))).toEqual([])
  await database.stop()
  await again.stop()
})
