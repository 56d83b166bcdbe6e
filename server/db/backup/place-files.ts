import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Head } from './archive.ts'

export function stagingFolder(home: string): string {
  return join(home, 'uploads.restoring')
}

export function removeStaging(home: string): void {
  rmSync(stagingFolder(home), { recursive: true, force: true })
}

/** Puts the restored uploads and secret in the place of those the data folder had. */
export function placeFiles(target: { home: string; hasOwnSecret: boolean }, head: Head, staged: string[]): void {
  const uploads = join(target.home, 'uploads')
  rmSync(uploads, { recursive: true, force: true })
  if (staged.length > 0) renameSync(stagingFolder(target.home), uploads)
  if (head.secret === undefined || target.hasOwnSecret) return
  mkdirSync(target.home, { recursive: true })
  const file = join(target.home, 'secret')
  writeFileSync(`${file}.new`, `${head.secret}\n`, { mode: 0o600 })
  if (existsSync(file)) rmSync(file)
  renameSync(`${file}.new`, file)
}
