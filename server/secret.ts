import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** The key that signs sessions: the one set, else the one kept in the data folder, made now if there is none. */
export function installationSecret(config: Pick<Config, 'secret' | 'home'>): string {
  if (config.secret) return config.secret
  const file = join(config.home, 'secret')
  if (!existsSync(file)) writeOnce(config.home, file)
  return readFileSync(file, 'utf8').trim()
}

/** Of several processes that start at once exactly one secret wins, and nobody reads half of it. */
function writeOnce(home: string, file: string): void {
  mkdirSync(home, { recursive: true })
  const draft = `${file}.${process.pid}.new`
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
