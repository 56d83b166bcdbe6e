import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { processesIn } from '../db/embedded/postmaster.ts'
import { projectRoot } from '../project-root.ts'

const home = mkdtempSync(join(tmpdir(), 'ensemble-start-'))
chmodSync(home, 0o755)
const dataDir = join(home, 'postgres', 'data')
const started: ChildProcess[] = []

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  for (const pid of processesIn(dataDir)) process.kill(pid, 'SIGQUIT')
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

/** Starts as a person does, through bin/ensemble.mjs, on a port nobody listens on. */
function start(port: number): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [join(projectRoot, 'bin', 'ensemble.mjs'), 'start', '--no-build'], {
    env: { ...process.env, ENSEMBLE_HOME: home, PORT: String(port), DATABASE_URL: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk
    })
  }
  return { child, output: () => output, ended: new Promise((resolve) => child.on('exit', resolve)) }
}

const somePort = () => 20_000 + Math.floor(Math.random() * 20_000)

test('start serves until it is asked to stop, then ends in order and leaves no database behind', async () => {
  const port = somePort()
  const { child, output, ended } = start(port)
  await expect.poll(output, { timeout: 60_000, interval: 100 }).toContain(`Ensemble is ready: http://localhost:${port}`)
  const health = await fetch(`http://127.0.0.1:${port}/api/health`)
  expect(health.status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(output()).toMatch(/Stopping \(SIGTERM\)[\s\S]*Stopped\./)
  expect(processesIn(dataDir)).toEqual([])
})

test('when the process above is killed, the server ends in order as well', async () => {
  const { child, output } = start(somePort())
  await expect.poll(output, { timeout: 60_000, interval: 100 }).toContain('Ensemble is ready')
  child.kill('SIGKILL')
  await expect.poll(() => processesIn(dataDir), { timeout: 60_000, interval: 100 }).toEqual([])
})
