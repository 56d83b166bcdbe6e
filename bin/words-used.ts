import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const IMPORT = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g
const WITH_WORDS = /withWords\(\s*\[([^\]]*)\],\s*\(\) =>\s*import\('(\.{1,2}\/[^']+)'\)/g
/** Words themselves, and the list of all words, use no words. */
const WORDS = /(\/i18n\/|\/(en|fr)\.ts$)/

/** A module that is loaded with the words it needs, as a page is or a dialog that opens later. */
export type Entry = { path: string; declared: string[] }

/** The modules that a source loads together with their words. */
function entriesIn(file: string, source: string): Entry[] {
  return [...source.matchAll(WITH_WORDS)].map(([, words, to]) => ({
    path: join(dirname(file), to ?? ''),
    declared: (words ?? '').match(/\w+/g) ?? [],
  }))
}

/** Every module under a folder that is loaded together with its words. */
export function entriesUnder(folder: string): Entry[] {
  const files = globSync('**/*.{ts,tsx}', { cwd: folder }).filter((file) => !/\.test\.tsx?$/.test(file))
  return files.flatMap((file) => {
    const path = join(folder, file)
    return entriesIn(path, readFileSync(path, 'utf8'))
  })
}

/** Every source file that a file reaches by imports, lazy ones too, except those that bring their own words. */
export function reachable(start: string): string[] {
  const seen = new Set<string>()
  const wait = [start]
  for (let path = wait.pop(); path !== undefined; path = wait.pop()) {
    if (seen.has(path) || WORDS.test(path) || !/\.tsx?$/.test(path) || !existsSync(path)) continue
    seen.add(path)
    const rest = readFileSync(path, 'utf8').replace(WITH_WORDS, '')
    for (const [, to] of rest.matchAll(IMPORT)) wait.push(join(dirname(path), to ?? ''))
  }
  return [...seen]
}

/** The keys of words that a source names, whole (`'team.title'`) or by their beginning (`\`team.role.${x}\``). */
export function keysIn(source: string): { whole: string[]; begun: string[] } {
  return {
    whole: [...source.matchAll(/'([a-z]\w*(?:\.\w+)+)'/gi)].map((found) => found[1] ?? ''),
    begun: [...source.matchAll(/`([a-z]\w*\.(?:\w+\.)*)\$\{/gi)].map((found) => found[1] ?? ''),
  }
}
