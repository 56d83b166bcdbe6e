import { parse } from 'csv-parse/sync'

const CANDIDATES = [',', ';', '\t', '|']

/**
 * The separator under which the first rows look most like a table: most cells, in rows of one length. A comma when
 * nothing separates (one column). `sep=;` on the first line, as Excel writes it, decides at once.
 */
export function findSeparator(head: string): string {
  const stated = /^sep=(.)\r?\n/i.exec(head)?.[1]
  if (stated !== undefined) return stated
  let best = { separator: ',', score: 0 }
  for (const separator of CANDIDATES) {
    const score = scoreOf(head, separator)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

function scoreOf(head: string, separator: string): number {
  const rows = firstRows(head, separator)
  const width = rows[0]?.length ?? 0
  if (width < 2) return 0
  const alike = rows.filter((row) => row.length === width).length / rows.length
  return alike * Math.min(width, 20)
}

function firstRows(head: string, separator: string): string[][] {
  try {
    return parse(head, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: 30,
    })
  } catch {
    // The head ends inside a quoted cell: judge by the plain lines.
    return head.split(/\r?\n/, 10).map((line) => line.split(separator))
  }
}
