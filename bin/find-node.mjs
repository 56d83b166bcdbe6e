import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

// Node 22.18 is the first that runs TypeScript files by itself.
const floor = { major: 22, minor: 18 }

/** The project's own Node, installed as a package for this platform; else this one when it is new enough. */
export function findNode(root) {
  const packaged = packagedNodes(root).find((path) => existsSync(path) && runs(path))
  if (packaged) return packaged
  if (!isOldNode(process.version, floor.major, floor.minor)) return process.execPath
  throw new Error(
    `there is no packaged Node for this machine (${process.platform} ${process.arch}), and this one (${process.version}) is too old. ` +
      `Install Node ${floor.major}.${floor.minor} or later (24 is best) from https://nodejs.org and run the command again.`,
  )
}

/** npm's packages of Node are named unevenly: Apple's arm64 has a prefix of its own. */
function packagedNodes(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  return ['node', 'node-bin'].map((prefix) =>
    join(root, 'node_modules', `${prefix}-${platform}-${process.arch}`, 'bin', program),
  )
}

/** On a system with another C library the packaged program exists and does not run. */
function runs(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return status === 0 && !isOldNode(stdout.trim(), floor.major, floor.minor)
}

export function isOldNode(version, major, minor) {
  const [ownMajor, ownMinor] = version.replace(/^v/, '').split('.').map(Number)
  return ownMajor < major || (ownMajor === major && ownMinor < minor)
}
