/** A line of CSV (RFC 4180). */
export function csvLine(cells: readonly string[], separator = ','): string {
  return cells
    .map((cell) => (/["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(separator)
}

/** A cell that a spreadsheet would run as a formula, made harmless by a leading apostrophe. */
export function harmless(cell: string): string {
  return /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell
}
