import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { canReach, chooseAccount } from './account.ts'
import {
  dataDirOf,
  holdInChild,
  initialisedHome,
  isRoot,
  mountSmallDisk,
  newHome,
  unprivileged,
} from './cluster.fixture.ts'
import { findPostmaster } from './postmaster.ts'
import { startEmbedded } from './start-embedded.ts'

const silent = () => undefined
const needsRoot = test.skipIf(!isRoot)
/** Another account can run our files only when it may enter the folders above the checkout. */
const canRunHere = isRoot && canReach(unprivileged, import.meta.dirname) && canReach(unprivileged, process.execPath)

needsRoot('root with a umask that closes every new file starts all the same', async () => {
  const home = join(newHome(), 'made', 'at-start')
  const holder = holdInChild(home, { umask: '077' })
  await holder.ready
  expect(findPostmaster(dataDirOf(home))).toBeDefined()
  expect(await holder.letGo()).toBe(0)
})

needsRoot('root whose home is closed to others keeps the database elsewhere, and says where', async () => {
  const outer = newHome()
  const home = join(outer, 'closed', 'app')
  mkdirSync(home, { recursive: true })
  chmodSync(join(outer, 'closed'), 0o700)
  const lines: string[] = []
  const database = await startEmbedded({ home, log: (line) => lines.push(line) })
  const root = readFileSync(join(home, 'postgres-location'), 'utf8').trim()
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  await database.stop()
  expect(lines.join('\n')).toContain(`it is kept in ${root}`)
  const again = await startEmbedded({ home, log: silent })
  expect(findPostmaster(join(root, 'data'))).toBeDefined()
  await again.stop()
})

needsRoot('root takes the account that owns existing data, also one without a name', () => {
  const home = newHome()
  mkdirSync(join(home, 'data'))
  chownSync(join(home, 'data'), 54_321, 54_321)
  expect(chooseAccount(join(home, 'data'))).toEqual({ name: 'uid 54321', uid: 54_321, gid: 54_321 })
})

needsRoot('root on a system without postgres and nobody is told what to do', () => {
  const passwd = join(newHome(), 'passwd')
  writeFileSync(passwd, 'root:x:0:0:root:/root:/bin/sh\n')
  expect(() => chooseAccount('/nonexistent', passwd)).toThrow(/ordinary user.*DATABASE_URL/)
})

test.skipIf(!canRunHere)('an ordinary user starts a database of their own', async () => {
  const home = newHome()
  chownSync(home, unprivileged?.uid ?? 0, unprivileged?.gid ?? 0)
  const holder = holdInChild(home, unprivileged)
  await holder.ready
  expect(statSync(`/proc/${findPostmaster(dataDirOf(home))}`).uid).toBe(unprivileged?.uid)
  expect(await holder.letGo()).toBe(0)
})

test.skipIf(!canRunHere)('a user id without a passwd entry is told what to do', async () => {
  const home = newHome()
  chownSync(home, 54_321, 54_321)
  await expect(holdInChild(home, { uid: 54_321, gid: 54_321 }).ready).rejects.toThrow(
    /54321 has no entry in \/etc\/passwd.*DATABASE_URL/s,
  )
})

test.skipIf(!canRunHere)('a home that belongs to another user is refused, with its path', async () => {
  const home = await initialisedHome()
  const thief = { uid: 65_534, gid: 65_534 }
  chownSync(join(home, 'postgres'), 0, 0)
  await expect(holdInChild(home, thief).ready).rejects.toThrow(
    /postgres cannot be prepared for the database.*another user/s,
  )
})

test('a home that is a file, or below one, is refused with its path', async () => {
  const file = join(newHome(), 'file')
  writeFileSync(file, '')
  await expect(startEmbedded({ home: join(file, 'below'), log: silent })).rejects.toThrow(/file/)
})

needsRoot('a disk too small for a database is named before anything is written', async () => {
  const disk = mountSmallDisk(100)
  if (!disk) return
  await expect(startEmbedded({ home: disk, log: silent })).rejects.toThrow(
    /MB free; a new database needs 200 MB.*ENSEMBLE_HOME/,
  )
})

needsRoot('a start on a full disk says that the disk is full, and works once there is room', async () => {
  const disk = mountSmallDisk(300)
  if (!disk) return
  const first = await startEmbedded({ home: disk, log: silent })
  await first.stop()
  const ballast = join(disk, 'ballast')
  spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k'])
  await expect(startEmbedded({ home: disk, log: silent })).rejects.toThrow(/disk that holds .* is full/)
  rmSync(ballast)
  const second = await startEmbedded({ home: disk, log: silent })
  await second.stop()
})
