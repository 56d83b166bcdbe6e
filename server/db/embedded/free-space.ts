import { statfsSync } from 'node:fs'

/** Free space for ordinary users on the disk that holds `dir`, in whole megabytes. */
export function freeMegabytes(dir: string): number {
  const disk = statfsSync(dir)
  return Math.floor((disk.bavail * disk.bsize) / 1_048_576)
}
