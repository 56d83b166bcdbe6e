import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const IMPORT = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g
/** Words themselves, and the list of all words, use no words. */
const WORDS = /(\/i18n\/|\/(en|fr)\.ts$)/

/** Every source file that a file reaches by an import, a lazy one too, except through files that `isBorder` names. */
export function reachable(start: string, isBorder: (path: string) => boolean): string[] {
  const seen = new Set<string>()
  const wait = [start]
  for (let path = wait.pop(); path !== undefined; path = wait.pop()) {
    if (seen.has(path) || WORDS.test(path) || !/\.tsx?$/.test(path) || !existsSync(path)) continue
    seen.add(path)
    if (path !== start && isBorder(path)) continue
    for (const [, to] of readFileSync(path, 'utf8').matchAll(IMPORT)) wait.push(join(dirname(path), to ?? ''))
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
