/** How a text begins that a table program would take for a formula; the full-width signs too, and our own mark. */
const LIVE = `'^[=+@\\t\\r\\n＝＋－＠''-]'`

/** The cell of a text column as an archive writes it: marked with an apostrophe where it could be taken for a formula. */
export function markedCell(column: string): string {
  return `case when ${column} ~ E${LIVE.replaceAll('\\', '\\\\')} then '''' || ${column} else ${column} end`
}

/** The text that a marked cell stands for. */
export function unmarkedCell(column: string): string {
  return `case when starts_with(${column}, '''') then substr(${column}, 2) else ${column} end`
}
