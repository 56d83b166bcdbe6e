import { ExplainedError } from '../../explained-error.ts'

/** What is wrong with the cells of a file; reading goes on for a while, so that several can be mended at once. */
export type CellProblems = { readonly file: string; readonly lines: string[]; found: number }

const SHOWN = 10
const MOST = 1000

export function cellProblems(file: string): CellProblems {
  return { file, lines: [], found: 0 }
}

/** Notes a problem: its row, its column (null: the whole row), what is wrong and what to do. */
export function note(problems: CellProblems, row: number, column: string | null, what: string, remedy: string): void {
  problems.found += 1
  if (problems.lines.length < SHOWN)
    problems.lines.push(`${problems.file}: row ${row}${column === null ? '' : `, column ${column}`}: ${what} ${remedy}`)
  if (problems.found >= MOST) throwIfAny(problems)
}

export function throwIfAny({ lines, found, file }: CellProblems): void {
  if (found === 0) return
  const more = found > lines.length ? `\n... and ${found >= MOST ? 'many' : found - lines.length} more.` : ''
  throw new ExplainedError(
    `${file} cannot be attributed: ${found === 1 ? 'one cell is' : `${found >= MOST ? `${MOST} or more` : found} cells are`} not what they should be. Nothing was computed.\n${lines.join('\n')}${more}`,
  )
}
