import type { Table } from '../../features/imports/tables/table.ts'

const PEEKED = 1000
const TIGHT = ['->', '→', '»', '>']

/** What stands between the steps of the first paths: ">" with blanks around it when that occurs, so that names may hold a bare ">". */
export async function findPathSeparator(table: Table, at: number): Promise<string> {
  const paths: string[] = []
  for await (const { cells } of table.rows()) {
    paths.push(cells[at] ?? '')
    if (paths.length >= PEEKED) break
  }
  if (paths.some((path) => /\s>\s/.test(path))) return ' > '
  return TIGHT.find((separator) => paths.some((path) => path.includes(separator))) ?? ' > '
}

/** The steps of a path, without blanks around them; a blank step stays, so that it can be told. */
export function splitPath(path: string, separator: string): string[] {
  const bare = separator.trim()
  const isSpaced = bare !== '' && bare !== separator
  const steps = isSpaced
    ? ` ${path} `.split(new RegExp(`\\s${bare.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?=\\s)`, 'u'))
    : path.split(separator)
  return steps.map((step) => step.trim())
}
