import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** One install at a time in this folder; the others wait for it, and a dead owner's lock is taken over. */
export async function withInstallLock(root, work) {
  const file = join(root, '.install.lock')
  let hasSpoken = false
  while (!tryTake(file)) {
    if (!takeOverFromDead(file) && !hasSpoken) {
      hasSpoken = true
      console.error('Another process is installing the dependencies; waiting for it ...')
    }
    await sleep(200)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function tryTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new Error(
      `the dependencies are not installed, and ${file} cannot be written (${error.code}). Run \`npm ci\` as the owner of the folder.`,
    )
  }
}

function takeOverFromDead(file) {
  const owner = read(file)
  if (owner === undefined || owner === '' || isAlive(Number(owner))) return false
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return false
  }
  // Somebody else may have taken the lock over in between: then it goes back.
  if (read(aside) === owner) rmSync(aside, { force: true })
  else renameSync(aside, file)
  return true
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
