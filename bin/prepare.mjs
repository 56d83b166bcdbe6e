// Installs what is missing and finds the Node that runs the project. Plain JavaScript for Node 20.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, isOldNode } from './find-node.mjs'
import { install } from './install.mjs'
import { withInstallLock } from './install-lock.mjs'
import { missingPackages } from './missing-packages.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Returns the path of the Node to run; ends the process with a message when that is not possible. */
export async function prepare({ withDev }) {
  try {
    if (isOldNode(process.version, 20, 0)) {
      throw new Error(
        `Ensemble needs Node 20 or later to start; this is ${process.version}. Get it from https://nodejs.org.`,
      )
    }
    if (missingPackages(root, withDev).length > 0) {
      await withInstallLock(root, async () => {
        if (missingPackages(root, withDev).length > 0) await install(root)
      })
    }
    return findNode(root)
  } catch (error) {
    console.error(`ensemble: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }
}
