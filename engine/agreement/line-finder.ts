import { LineCounter, parseDocument } from 'yaml'
import { type DocumentPath, positionOf } from './problem.ts'

/** Where the parts of a readable document stand: the 1-based line and column of a path, or of the nearest part above it. */
export function lineFinder(source: string): (path: DocumentPath) => { line: number; column: number } {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: false })
  return (path) => positionOf({ document, lines }, path, 'key')
}
