import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** An import of a file: what is written, the file it leads to when it is ours, whether it vanishes with the types. */
export type Import = { written: string; target: string | undefined; isTypeOnly: boolean }
export type SourceFile = { path: string; text: string; imports: Import[] }

/** Reads every TypeScript source below the folders with its imports, static and dynamic. */
export function readImports(folders: string[]): SourceFile[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !/(^|[\\/])(node_modules|dist)[\\/]/.test(name))
        .map((name) => readSource(join(folder, name))),
    )
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const code = withoutComments(text)
  const imports: Import[] = []
  for (const match of code.matchAll(/\b(import|export)\s+(type\s+)?([^'";]*?\sfrom\s*)?['"]([^'"\n]+)['"]/g)) {
    const written = match[4] ?? ''
    imports.push({ written, target: resolveImport(path, written), isTypeOnly: match[2] !== undefined })
  }
  for (const match of code.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]/g)) {
    const written = match[1] ?? ''
    // A dynamic import runs later: it makes a dependency, not a cycle at load time.
    imports.push({ written, target: resolveImport(path, written), isTypeOnly: true })
  }
  return { path, text: code, imports }
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function resolveImport(from: string, written: string): string | undefined {
  if (written.startsWith('@ensemble/engine/'))
    return join(dirname(import.meta.dirname), '..', 'engine', written.slice('@ensemble/engine/'.length))
  if (!written.startsWith('.')) return undefined
  const target = resolve(dirname(from), written)
  const candidates = [target, `${target}.ts`, `${target}.tsx`]
  return candidates.find((candidate) => existsSync(candidate) && !isFolder(candidate)) ?? target
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory()
}
