import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { ExplainedError } from '../explained-error.ts'
import type { PlacedFile } from '../features/imports/create-import.ts'

/** The files of these paths; a folder stands for the tables in it, by name. */
export async function findTables(paths: readonly string[]): Promise<PlacedFile[]> {
  const found: PlacedFile[] = []
  for (const path of paths) {
    const about = await stat(path).catch(() => {
      throw new ExplainedError(`There is no file or folder ${path}.`)
    })
    if (!about.isDirectory()) found.push({ name: basename(path), path: resolve(path) })
    else {
      const names = (await readdir(path)).filter((name) => /\.(csv|tsv|txt|xlsx)$/i.test(name)).sort()
      if (names.length === 0) throw new ExplainedError(`The folder ${path} has no CSV, TSV or XLSX file.`)
      for (const name of names) found.push({ name, path: resolve(join(path, name)) })
    }
  }
  return found
}
