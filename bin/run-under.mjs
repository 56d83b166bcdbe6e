import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a script under the given Node in our place: same terminal, same signals, its exit code. */
export function runUnder(node, script, args, env = process.env) {
  // The channel tells the child when we are gone, so that it never outlives us. A large young generation would hold
  // on to a hundred megabytes more during an import, for little speed.
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16', script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // What was parsed once is kept for the next start.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...env },
  })
  const signals = process.platform === 'win32' ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`ensemble: ${node} could not be run: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15)))
  })
}
