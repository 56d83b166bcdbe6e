import { type Document, isScalar, type LineCounter, visit } from 'yaml'
import { type AgreementProblem, clauseOn } from './problem.ts'

const MOST = 20

/** Names that stand twice in the same mapping: the second would silently replace the first. Linear in the document. */
export function repeatedKeys(document: Document, lines: LineCounter): AgreementProblem[] {
  const problems: AgreementProblem[] = []
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : ''
        if (isScalar(key) && seen.has(name)) {
          const { line, col } = lines.linePos(key.range?.[0] ?? 0)
          const what = `"${name}" stands here twice.`
          const mend = 'Give each a name of its own, or remove one of the two.'
          problems.push({ clause: clauseOn([name]), path: name, line, column: col, what, mend })
        }
        seen.add(name)
      }
      return problems.length >= MOST ? visit.BREAK : undefined
    },
  })
  return problems
}
