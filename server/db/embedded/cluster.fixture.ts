import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { chooseAccount } from './account.ts'
import { processesIn } from './postmaster.ts'
import { startEmbedded } from './start-embedded.ts'

export const isRoot = process.getuid?.() === 0

/** Folders made for one test; whatever still runs in them is ended, and they are removed. */
const folders: string[] = []
const disks: string[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders) {
    for (const pid of processesIn(join(folder, 'postgres', 'data'))) process.kill(pid, 'SIGQUIT')
  }
  for (const disk of disks.splice(0)) spawnSync('umount', ['-l', disk])
  for (const folder of folders.splice(0)) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
})

export function newHome(prefix = 'ensemble-home-'): string {
  const home = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(home, 0o755)
  folders.push(home)
  return home
}

/** A disk of its own in memory; nothing where mounting is not allowed. */
export function mountSmallDisk(megabytes: number): string | undefined {
  const at = newHome('ensemble-disk-')
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', at])
  if (mounted.status !== 0) return undefined
  disks.push(at)
  return at
}

let template: Promise<string> | undefined

/** A home with a database in it: made once for a file of tests, then copied, which takes a fraction of the time. */
export async function initialisedHome(): Promise<string> {
  template ??= makeTemplate()
  const home = newHome()
  execFileSync('cp', ['-a', join(await template, 'postgres'), home])
  return home
}

async function makeTemplate(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'ensemble-template-'))
  chmodSync(home, 0o755)
  const database = await startEmbedded({ home, log: () => undefined })
  await database.stop()
  return home
}

afterAll(async () => {
  if (template) rmSync(await template, { recursive: true, force: true })
})

export const dataDirOf = (home: string) => join(home, 'postgres', 'data')

/** Another process that starts the embedded database of `home`, prints what it got, and holds it until its input ends. */
export type Holder = {
  child: ChildProcess
  ready: Promise<void>
  output: () => string
  letGo: () => Promise<number | null>
}

export function holdInChild(home: string, options: { uid?: number; gid?: number; umask?: string } = {}): Holder {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./start-embedded.ts', import.meta.url).href)})
    ${options.umask ? `process.umask(0o${options.umask})` : ''}
    const db = await startEmbedded({ home: ${JSON.stringify(home)}, log: console.log })
    console.log('READY ' + db.url)
    process.stdin.resume()
    process.stdin.on('end', async () => { await db.stop(); process.exit(0) })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: '/',
    uid: options.uid,
    gid: options.gid,
  })
  children.push(child)
  let output = ''
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      output += chunk
      if (output.includes('READY')) resolve()
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    child.on('close', () => reject(new Error(output)))
  })
  ready.catch(() => undefined)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    child,
    ready,
    output: () => output,
    letGo: () => {
      child.stdin?.end()
      return ended
    },
  }
}

/** An account that is not root, to own things as; undefined when these tests do not run as root. */
export const unprivileged = isRoot ? chooseAccount('/nonexistent') : undefined
