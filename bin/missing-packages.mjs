import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The packages of package-lock.json that are not installed in that version, by npm's own record of what it installed.
 * File times are not asked: a checkout changes them. Optional packages may be absent: they are for other platforms.
 */
export function missingPackages(root, withDev) {
  const wanted = readPackages(join(root, 'package-lock.json')) ?? {}
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted)
    .filter(
      ([path, entry]) => path.includes('node_modules/') && !entry.optional && !entry.link && (withDev || !entry.dev),
    )
    .filter(([path, entry]) => installed?.[path]?.version !== entry.version)
    .map(([path]) => path)
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
