import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ExplainedError } from '../explained-error.ts'
import { withFileLock } from '../file-lock.ts'
import { projectRoot } from '../project-root.ts'

const web = join(projectRoot, 'web')
const dist = join(web, 'dist')
const stamp = join(dist, '.sources')

/** Builds the pages into web/dist when their sources are not those of the last build. */
export async function buildWeb(log: (line: string) => void): Promise<void> {
  if (!existsSync(join(web, 'index.html')) || isFresh()) return
  const cache = join(projectRoot, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  await withFileLock(join(cache, 'build-web.lock'), async () => {
    const hash = sourcesHash()
    if (isFresh(hash)) return
    log('Building the pages ...')
    const draft = join(cache, 'web-dist')
    await runVite(draft)
    writeFileSync(join(draft, '.sources'), hash)
    rmSync(dist, { recursive: true, force: true })
    renameSync(draft, dist)
  })
}

function isFresh(hash = sourcesHash()): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const files = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](dist|node_modules)[\\/]/.test(file.slice(web.length)) && !/\.test\.tsx?$/.test(file))
  for (const file of [...files.sort(), join(projectRoot, 'package-lock.json')]) {
    hash.update(file.slice(projectRoot.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function runVite(outDir: string): Promise<void> {
  const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite))
    throw new ExplainedError(
      'The pages must be built, and vite is not installed. Run `npm ci` (with the dev dependencies).',
    )
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn']
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: web,
      // Whoever asks for pages, a test too, gets them as they are served: without this React's slow build for developers.
      env: { ...process.env, NO_COLOR: '1', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new ExplainedError(`The pages could not be built:\n${output.trim()}`)),
    )
  })
}
