import type { LineCounter, YAMLError } from 'yaml'
import type { AgreementProblem } from './problem.ts'

const MOST = 20
const CLAUSE_ON_LINE = /^\s*([A-Z][A-Za-z]?\d{1,4})\s*:/

function tell(error: YAMLError): { what: string; mend: string } {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { what: 'A tab indents this line.', mend: 'Indent with spaces.' }
    case 'MULTIPLE_DOCS':
      return { what: 'A second document begins here.', mend: 'Remove the line "---".' }
    default: {
      const what = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
      return {
        what: what.endsWith('.') ? what : `${what}.`,
        mend: 'Check the indentation, quotes, brackets and colons around here.',
      }
    }
  }
}

/** What keeps a text from being read as YAML, each with its place and, where the line names one, its clause. */
export function textProblems(source: string, lines: LineCounter, errors: readonly YAMLError[]): AgreementProblem[] {
  const texts = source.split('\n')
  return errors.slice(0, MOST).map((error): AgreementProblem => {
    const { line, col } = lines.linePos(error.pos[0])
    const clause = CLAUSE_ON_LINE.exec(texts[line - 1] ?? '')?.[1] ?? null
    return { clause, path: '', line: Math.max(1, line), column: Math.max(1, col), ...tell(error) }
  })
}
