import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { core } from '../web/src/i18n/core-en.ts'
import { en } from '../web/src/i18n/en.ts'
import type { WordTree } from '../web/src/i18n/languages.ts'
import { PARTS } from '../web/src/i18n/parts.ts'
import { entriesUnder, keysIn, reachable } from './words-used.ts'

const src = join(dirname(fileURLToPath(import.meta.url)), '../web/src')
const routes = globSync('routes/*.ts', { cwd: src })
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n')

function keysOf(tree: WordTree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key.replace(/_(one|other|many)$/, '')] : keysOf(value, `${path}${key}.`),
  )
}

const known = new Set(keysOf(en))

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
  return [...parts].filter((part) => !Object.hasOwn(core, part)).sort()
}

const entries = entriesUnder(src).map(({ path, declared }) => ({ name: relative(src, path), path, declared }))

describe('the words of a page', () => {
  test('come with every page of the routes', () => {
    expect(routes.match(/withWords\(/g)?.length).toBe(routes.match(/(lazyRouteComponent|formsPage)\(/g)?.length)
  })

  test.each(entries)('$name asks for all the words it shows', ({ path, declared }) => {
    expect([...declared].sort().join(', ')).toBe(partsOf(reachable(path)).join(', '))
  })

  test('the frame shows nothing but core words', () => {
    expect(partsOf([...reachable(join(src, 'main.tsx')), ...reachable(join(src, 'frame/frame.tsx'))])).toEqual([])
  })

  test('every part of the words is either core or comes with a page', () => {
    expect([...Object.keys(core), ...Object.keys(PARTS)].sort()).toEqual(Object.keys(en).sort())
  })
})
