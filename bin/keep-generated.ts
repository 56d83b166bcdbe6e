import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = dirname(import.meta.dirname)

/** Writes a generated file; with `--check` only compares, and fails when what is on disk is not what would be written. */
export function keepGenerated(path: string, text: string): void {
  const file = join(root, path)
  const onDisk = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (onDisk === text) return
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what its source says. Run: node ${relative(root, process.argv[1] ?? '')}`)
    process.exitCode = 1
    return
  }
  writeFileSync(file, text)
  console.log(`Wrote ${path}.`)
}
