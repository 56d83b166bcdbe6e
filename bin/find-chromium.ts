import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** A Chromium to test with: the one named, one on this machine, or one installed now where that is possible without asking. */
export async function findChromium(): Promise<{ path: string } | { reason: string }> {
  const found = named() ?? onPath() ?? inPlaywrightCache() ?? fixedPlaces.find(canRun)
  if (found) return { path: found }
  const refusal = installWithApt()
  const installed = onPath()
  return installed
    ? { path: installed }
    : {
        reason: `no Chromium was found, and ${refusal ?? 'the installed one cannot be run'}. Set ENSEMBLE_CHROMIUM to one.`,
      }
}

function named(): string | undefined {
  const path = process.env.ENSEMBLE_CHROMIUM
  return path && canRun(path) ? path : undefined
}

function onPath(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin']
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(canRun)
}

function inPlaywrightCache(): string | undefined {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  ]
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
  ]
  return caches
    .filter((cache) => cache !== undefined && existsSync(cache))
    .flatMap((cache) =>
      readdirSync(cache ?? '')
        .filter((name) => /^chromium-\d+$/.test(name))
        .sort()
        .reverse()
        .map((name) => join(cache ?? '', name)),
    )
    .flatMap((folder) => inside.map((program) => join(folder, program)))
    .find(canRun)
}

/** Returns why it could not; nothing when it did. */
function installWithApt(): string | undefined {
  if (!existsSync('/usr/bin/apt-get')) return 'this system has no apt to install one with'
  if (process.getuid?.() !== 0) return 'only root can install one'
  console.log('- installing Chromium for the browser tests ...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core')
  let result = install()
  if (result.status !== 0) {
    apt('update')
    result = install()
  }
  return result.status === 0 ? undefined : `apt-get could not install one (${result.stderr.trim().split('\n').at(-1)})`
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
