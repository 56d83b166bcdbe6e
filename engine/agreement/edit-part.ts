import { type Document, LineCounter, parseDocument } from 'yaml'
import { type Edited, editDocument } from './edit-document.ts'
import { afterColon, columnOf, slicesOf } from './edit-slices.ts'
import { placeOf } from './edit-text.ts'
import { isSamePlain, plainAt } from './edit-value.ts'
import type { DocumentPath } from './problem.ts'

type Span = { from: number; to: number; indent: number; isBlock: boolean }

/** Where the value of a part stands, from behind its colon or dash to the comment behind it. */
function spanOf(source: string, document: Document, path: DocumentPath): Span | null {
  const place = placeOf(document, path)
  const parent = place?.parents.at(-1)
  if (place === null || parent === undefined) return null
  const at = parent.items.findIndex((item) => item === place.pair || item === place.node)
  const slice = slicesOf(source, parent)[at]
  if (slice === undefined) return null
  const from = place.pair === null ? slice.keyFrom + (parent.flow === true ? 0 : 1) : afterColon(source, place.pair)
  const isBlock = !place.parents.some((each) => each.flow === true)
  return { from, to: slice.to, indent: columnOf(source, slice.keyFrom) + 2, isBlock }
}

function dedent(text: string): string {
  const [first = '', ...rest] = text.split('\n')
  const depths = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const depth = depths.length === 0 ? 0 : Math.min(...depths)
  const lines = rest.map((line) => line.slice(Math.min(depth, line.length - line.trimStart().length)))
  return [first.trimStart(), ...lines].join('\n').trim()
}

/** The YAML text of one part, from the left margin: what stands behind its name. Empty when it is not written out. */
export function partText(source: string, document: Document, path: DocumentPath): string {
  const span = spanOf(source, document, path)
  return span === null ? '' : dedent(source.slice(span.from, span.to))
}

/** Puts a text in place of what one part says. A text that is no YAML is refused with its line, counted within the part. */
export function writePart(source: string, path: DocumentPath, text: string): Edited {
  const lines = new LineCounter()
  const part = parseDocument(text, { lineCounter: lines, uniqueKeys: false, merge: false })
  const [error] = part.errors
  if (error !== undefined) {
    const what = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
    return {
      ok: false,
      what: `Line ${lines.linePos(error.pos[0]).line}: ${what}.`,
      mend: 'Check the indentation, quotes, brackets and colons around here.',
    }
  }
  const value: unknown = part.toJS({ maxAliasCount: 0 })
  if (value === null || value === undefined)
    return { ok: false, what: 'Nothing is written here.', mend: 'Write the clause, or remove it.' }
  const document = parseDocument(source, { uniqueKeys: false, merge: false })
  const span = spanOf(source, document, path)
  const trimmed = text.trim()
  if (span?.isBlock === true) {
    const isBelow = trimmed.includes('\n')
    const lead = ' '.repeat(span.indent)
    const body = isBelow
      ? `\n${trimmed
          .split('\n')
          .map((line) => (line.trim() === '' ? '' : `${lead}${line}`))
          .join('\n')}`
      : ` ${trimmed}`
    // A list in its block has the first field right behind the dash.
    const shown = isBelow && source[span.from - 1] === '-' ? ` ${body.trimStart()}` : body
    const written = source.slice(0, span.from) + shown + source.slice(span.to)
    if (saysSame(written, path, trimmed)) return { ok: true, source: written }
  }
  return editDocument(source, [{ op: 'set', path, value }])
}

function saysSame(source: string, path: DocumentPath, text: string): boolean {
  const [whole, part] = [parseDocument(source, { uniqueKeys: false }), parseDocument(text, { uniqueKeys: false })]
  if (whole.errors.length > 0) return false
  const options = { mapAsMap: true, maxAliasCount: 50 }
  return isSamePlain(plainAt(whole.toJS(options), path), part.toJS(options))
}
