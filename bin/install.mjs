import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { basename } from 'node:path'

const reportEveryMs = 15_000

/** Runs `npm ci`, saying every now and then that it still works; throws what went wrong and what to do. */
export async function install(root) {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    throw new Error(
      `the dependencies are not installed, and ${root} cannot be written. Run \`npm ci\` there as its owner.`,
    )
  }
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  console.error('Installing the dependencies (once; a minute or two) ...')
  const ticker = setInterval(() => console.error(`  still installing (${seconds()} s) ...`), reportEveryMs)
  try {
    const { code, output } = await runNpm(root, [
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ])
    if (code !== 0) throw new Error(explain(output))
    console.error(`Dependencies installed (${seconds()} s).`)
  } finally {
    clearInterval(ticker)
  }
}

function runNpm(root, args) {
  const npmScript = process.env.npm_execpath
  const isNpm = npmScript !== undefined && basename(npmScript) === 'npm-cli.js'
  const [command, all] = isNpm ? [process.execPath, [npmScript, ...args]] : ['npm', args]
  return new Promise((resolve) => {
    const child = spawn(command, all, {
      cwd: root,
      env: ownEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !isNpm,
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** What an outer npm or npx says about where and what it runs is not meant for this install. */
function ownEnvironment() {
  const foreign =
    /^npm_(config_(global|prefix|local_prefix|workspaces?|include_workspace_root|package|call|yes|omit|only|production)$|package_|lifecycle_)/i
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name) && name !== 'NODE_ENV')
  return Object.fromEntries(kept)
}

function explain(output) {
  const last = output.trim().split('\n').slice(-15).join('\n')
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return `the dependencies could not be downloaded: the npm registry was not reached. Check the network or the proxy, then run the command again.\n${last}`
  }
  if (/ENOSPC|no space left/i.test(output))
    return `the dependencies could not be installed: the disk is full (about 700 MB are needed).\n${last}`
  if (/EACCES|EPERM/.test(output)) return `the dependencies could not be installed: permission denied.\n${last}`
  if (/ENOENT/.test(output) && /spawn/.test(output))
    return 'npm was not found. Install Node from https://nodejs.org; npm comes with it.'
  return `the dependencies could not be installed; npm says:\n${last}`
}
