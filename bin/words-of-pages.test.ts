import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { core } from '../web/src/i18n/core-en.ts'
import { en } from '../web/src/i18n/en.ts'
import type { WordTree } from '../web/src/i18n/languages.ts'
import { PARTS } from '../web/src/i18n/parts.ts'
import { keysIn, reachable } from './words-used.ts'

const src = join(dirname(fileURLToPath(import.meta.url)), '../web/src')
const routes = readFileSync(join(src, 'routes.tsx'), 'utf8')

function keysOf(tree: WordTree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key.replace(/_(one|other|many)$/, '')] : keysOf(value, `${path}${key}.`),
  )
}

const known = new Set(keysOf(en))
const always = new Set(Object.keys(core))

/** The parts beyond the core whose words these files name. */
function partsOf(files: readonly string[]): string[] {
  const parts = new Set<string>()
  for (const file of files) {
    const { whole, begun } = keysIn(readFileSync(file, 'utf8'))
    const used = [...whole.filter((key) => known.has(key)), ...begun]
    for (const key of used) {
      const part = key.split('.')[0] ?? ''
      if (Object.hasOwn(PARTS, part)) parts.add(part)
    }
  }
  return [...parts].filter((part) => !always.has(part)).sort()
}

const PAGE = /lazyRouteComponent\(\s*(?:withWords\(\s*\[([^\]]*)\],\s*)?\(\) => import\('\.\/([^']+)'\)/g
const pages = [...routes.matchAll(PAGE)].map(([, words, path]) => ({
  path: path ?? '',
  declared: (words ?? '').match(/\w+/g) ?? [],
}))

describe('the words of a page', () => {
  test('every page of the routes is looked at', () => {
    expect(pages.length).toBe(routes.match(/lazyRouteComponent\(/g)?.length)
  })

  test.each(pages)('$path asks for all the words it shows', ({ path, declared }) => {
    const used = partsOf(reachable(join(src, path), (file) => file.endsWith('routes.tsx')))
    expect([...declared].sort().join(', ')).toBe(used.join(', '))
  })

  test('the frame shows nothing but core words', () => {
    const used = partsOf(reachable(join(src, 'main.tsx'), (file) => file.endsWith('routes.tsx')))
    const frame = partsOf(reachable(join(src, 'frame/frame.tsx'), () => false))
    expect([...used, ...frame]).toEqual([])
  })

  test('every part of the words is either core or comes with a page', () => {
    expect([...always, ...Object.keys(PARTS)].sort()).toEqual(Object.keys(en).sort())
  })
})
