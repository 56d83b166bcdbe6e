import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { entriesUnder } from '../../bin/words-used.ts'
import { buildWeb } from '../../server/cli/build-web.ts'
import { projectRoot } from '../../server/project-root.ts'

const QUEUE_BYTES = 200_000
const PAGE_BYTES = 80_000

const web = join(projectRoot, 'web')
const src = join(web, 'src')
const LANGUAGES = ['en', 'fr'] as const
/** What may stand above the queue is counted with it. */
const QUEUE = [
  'src/pages/today/today-page.tsx',
  'src/calls/calls-today.tsx',
  'src/pages/meetings/meetings-today.tsx',
  'src/pages/today/deals-today.tsx',
]

type Chunk = { file: string; imports?: string[] }

const entries = entriesUnder(src).map(({ path, declared }) => ({ page: relative(web, path), declared }))
const pages = entries.filter(({ page }) => page.endsWith('-page.tsx') && !QUEUE.includes(page))
let manifest: Record<string, Chunk> = {}
/** The scripts that stand in the page itself. */
let shell: string[] = []
let words = new Map<string, string>()
const sizes = new Map<string, number>()

function chunkOf(key: string): Chunk {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`the build has no file for ${key}`)
  return chunk
}

/** The scripts that these modules bring, with all that they wait for. */
function scriptsOf(keys: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const wait = [...keys]
  for (let key = wait.pop(); key !== undefined; key = wait.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    wait.push(...(chunkOf(key).imports ?? []))
  }
  return new Set([...seen].map((key) => chunkOf(key).file).filter((file) => file.endsWith('.js')))
}

function bytesOf(files: Iterable<string>): number {
  let sum = 0
  for (const file of files) {
    const bytes = sizes.get(file) ?? gzipSync(readFileSync(join(web, 'dist', file)), { level: 9 }).length
    sizes.set(file, bytes)
    sum += bytes
  }
  return sum
}

function wordsOf(parts: readonly string[], language: string): string[] {
  return parts.map((part) => `src/${words.get(`${part} ${language}`)}`)
}

function queueIn(language: string): Set<string> {
  const parts = entries.filter(({ page }) => QUEUE.includes(page)).flatMap(({ declared }) => declared)
  return new Set([
    ...shell,
    ...scriptsOf([...QUEUE, `src/i18n/core-${language}.ts`, ...wordsOf([...new Set(parts)], language)]),
  ])
}

beforeAll(async () => {
  await buildWeb(() => undefined)
  manifest = JSON.parse(readFileSync(join(web, 'dist', '.vite', 'manifest.json'), 'utf8'))
  const html = readFileSync(join(web, 'dist', 'index.html'), 'utf8')
  shell = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file = '']) => file)
  const listed = readFileSync(join(src, 'i18n', 'parts.ts'), 'utf8')
  words = new Map(
    [...listed.matchAll(/^ {2}(\w+): \{\s+en: .*?import\('\.\.\/(.*?)\/en\.ts'\)/gms)].flatMap(([, part, folder]) =>
      LANGUAGES.map((language) => [`${part} ${language}`, `${folder}/${language}.ts`] as const),
    ),
  )
})

describe('the script that is loaded, gzipped', () => {
  it.each(LANGUAGES)('until the queue and a lead stand is at most 200 kB, in less than 25 files (%s)', (language) => {
    const files = queueIn(language)
    expect(shell.length).toBeGreaterThan(0)
    expect(files.size).toBeLessThan(25)
    expect(bytesOf(files)).toBeLessThanOrEqual(QUEUE_BYTES)
  })

  it('for fields, menus and dialogs, once for all pages, is at most 80 kB', () => {
    const kit = new Set([...scriptsOf(['src/theme/forms.tsx'])].filter((file) => !queueIn('en').has(file)))
    const overlays = Object.values(manifest).filter(({ file }) => /\/(forms|overlays)-[\w-]{8}\.js$/.test(file))
    expect(bytesOf(new Set([...kit, ...overlays.map(({ file }) => file)]))).toBeLessThanOrEqual(PAGE_BYTES)
  })

  it.each(pages)('for $page is at most 80 kB of its own', ({ page, declared }) => {
    for (const language of LANGUAGES) {
      const first = queueIn(language)
      const own = [...scriptsOf([page, ...wordsOf(declared, language)])].filter(
        (file) => !first.has(file) && !/\/(forms|overlays)-[\w-]{8}\.js$/.test(file),
      )
      expect(bytesOf(own)).toBeLessThanOrEqual(PAGE_BYTES)
    }
  })
})
