import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Free space for ordinary users on the disk that holds `dir`, which may not exist yet, in whole megabytes. */
export function freeMegabytes(dir: string): number {
  const disk = statfsSync(existsSync(dir) ? dir : dirname(dir))
  return Math.floor((disk.bavail * disk.bsize) / 1_048_576)
}
