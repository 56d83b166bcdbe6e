import { type Finding, warning } from '../finding.ts'
import { COLUMN_LIMIT } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** The header made usable: every column has a name and no two share one. What had to be changed is told. */
export function nameColumns(header: readonly string[], file: string): { columns: string[]; findings: Finding[] } {
  if (header.length > COLUMN_LIMIT) {
    throw new UnreadableFile(
      `"${file}" has ${header.length} columns; at most ${COLUMN_LIMIT} are read.`,
      'Export only the columns you need.',
    )
  }
  if (header.every((cell) => cell.trim() === '')) {
    throw new UnreadableFile(
      `"${file}" has no header: its first row is blank.`,
      'Put the names of the columns in the first row.',
    )
  }
  const findings: Finding[] = []
  const taken = new Set<string>()
  const columns = header.map((cell, index) => {
    const wanted = cell
      .replace(/[\0\uFFFD]/g, '')
      .trim()
      .replace(/\s+/g, ' ')
      .slice(0, 200)
    const base = wanted === '' ? `column ${index + 1}` : wanted
    const name = firstFree(base, taken)
    taken.add(name)
    if (wanted === '')
      findings.push(warning('unnamed-column', `Column ${index + 1} has no name; it is called "${name}" here.`, name))
    else if (name !== base)
      findings.push(
        warning(
          'duplicate-column',
          `The name "${base}" stands more than once in the header; column ${index + 1} is called "${name}" here.`,
          name,
        ),
      )
    return name
  })
  const data = header.find((cell) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(cell.trim()))
  if (data !== undefined) {
    findings.push(
      warning(
        'no-header',
        `The first row holds the address "${data.trim()}": it seems to be a row, not the names of the columns. Add a header row.`,
      ),
    )
  }
  return { columns, findings }
}

function firstFree(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  let n = 2
  while (taken.has(`${base} (${n})`)) n++
  return `${base} (${n})`
}
