import { type Document, isCollection, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { renderFlow, renderKey, renderPair, renderScalar } from './edit-render.ts'
import {
  afterColon,
  type Collection,
  columnOf,
  indexOfPart,
  lineEnd,
  lineStart,
  type Slice,
  slicesOf,
} from './edit-slices.ts'
import type { Edit } from './edit-value.ts'
import type { DocumentPath } from './problem.ts'

type Place = { parents: Collection[]; node: Node | null; pair: Pair | null }

/** Follows a path through what is written out; null where it leads through a reference or to nothing. */
export function placeOf(document: Document, path: DocumentPath): Place | null {
  let node: Node | null = document.contents
  let pair: Pair | null = null
  const parents: Collection[] = []
  for (const part of path) {
    if (!isMap(node) && !isSeq(node)) return null
    const item: unknown = node.items[indexOfPart(node, part)]
    if (item === undefined) return null
    parents.push(node)
    pair = isPair(item) ? item : null
    const value: unknown = isPair(item) ? item.value : item
    node = isCollection(value) || isScalar(value) ? value : null
  }
  return { parents, node, pair }
}

const splice = (source: string, from: number, to: number, text: string): string =>
  `${source.slice(0, from)}${text}${source.slice(to)}`

/** The next item of a list in its block: `- ` and the value, long ones field by field. */
function renderItem(value: unknown): string {
  return `- ${typeof value === 'object' && value !== null ? renderFlow(value) : renderScalar(value)}`
}

function insertFlow(source: string, node: Collection, slices: readonly Slice[], at: number, text: string): string {
  const [before, after] = [slices[at - 1], slices[at]]
  const start = node.range?.[0] ?? 0
  if (before === undefined && after === undefined)
    return splice(source, start, node.range?.[1] ?? start, isMap(node) ? `{ ${text} }` : `[${text}]`)
  const other = after ?? before
  const isOwnLine = other !== undefined && source.slice(lineStart(source, other.from), other.from).trim() === ''
  const gap = isOwnLine ? `,\n${' '.repeat(columnOf(source, other.from))}` : ', '
  return after === undefined
    ? splice(source, before?.to ?? start, before?.to ?? start, `${gap}${text}`)
    : splice(source, after.from, after.from, `${text}${gap}`)
}

function insertBlock(source: string, slices: readonly Slice[], at: number, text: string, indent: number): string {
  const [before, after] = [slices[at - 1], slices[at]]
  const lead = ' '.repeat(indent)
  if (after === undefined) {
    const end = lineEnd(source, before?.to ?? source.length)
    return splice(source, end, end, `\n${lead}${text}`)
  }
  const line = lineStart(source, after.from)
  return source.slice(line, after.from).trim() === ''
    ? splice(source, line, line, `${lead}${text}\n`)
    : splice(source, after.from, after.from, `${text}\n${lead}`)
}

/** An empty `{}` of a section becomes lines of its own; the comment behind it stays where it is. */
function insertFirst(
  source: string,
  place: Place,
  node: Collection,
  key: string,
  value: unknown,
  depth: number,
): string | null {
  const grand = place.parents.at(-1)
  if (
    place.pair === null ||
    grand === undefined ||
    grand.flow === true ||
    place.parents.some((each) => each.flow === true)
  )
    return null
  const start = node.range?.[0] ?? 0
  const end = node.range?.[1] ?? start
  const own = slicesOf(source, grand).find((slice) => slice.value === node)
  if (own === undefined || !isMap(node)) return null
  const indent = columnOf(source, own.keyFrom) + 2
  const colon = afterColon(source, place.pair)
  const emptied = splice(source, colon, end, '')
  const eol = lineEnd(emptied, colon)
  return splice(emptied, eol, eol, `\n${' '.repeat(indent)}${renderPair(key, value, indent, depth)}`)
}

function insert(source: string, document: Document, edit: Extract<Edit, { op: 'insert' }>): string | null {
  const place = placeOf(document, edit.path)
  if (place === null || !isCollection(place.node) || !(isMap(place.node) || isSeq(place.node))) return null
  const { node } = place
  const slices = slicesOf(source, node)
  const at = edit.at === null ? slices.length : Math.max(0, Math.min(edit.at, slices.length))
  const depth = edit.path.length
  if (slices.length === 0 && edit.key !== null) {
    const made = insertFirst(source, place, node, edit.key, edit.value, depth)
    if (made !== null) return made
  }
  const text = edit.key === null ? renderFlow(edit.value) : `${renderKey(edit.key)}: ${renderFlow(edit.value)}`
  if (node.flow === true || slices.length === 0) return insertFlow(source, node, slices, at, text)
  const indent = columnOf(source, slices[0]?.keyFrom ?? 0)
  const entry = edit.key === null ? renderItem(edit.value) : renderPair(edit.key, edit.value, indent, depth)
  return insertBlock(source, slices, at, entry, indent)
}

function removeOnly(source: string, place: Place, node: Collection, slice: Slice): string | null {
  const empty = isMap(node) ? '{}' : '[]'
  if (node.flow === true) return splice(source, node.range?.[0] ?? 0, node.range?.[1] ?? 0, empty)
  if (place.pair === null) return null
  const colon = afterColon(source, place.pair)
  const from = lineStart(source, slice.from)
  const cut = splice(source, Math.max(colon, from - 1), lineEnd(source, slice.to), '')
  return splice(cut, colon, colon, ` ${empty}`)
}

function remove(source: string, document: Document, path: DocumentPath): string | null {
  const place = placeOf(document, path.slice(0, -1))
  if (place === null || !(isMap(place.node) || isSeq(place.node))) return null
  const { node } = place
  const slices = slicesOf(source, node)
  const at = indexOfPart(node, path.at(-1) ?? '')
  const slice = slices[at]
  if (slice === undefined) return null
  if (slices.length === 1) return removeOnly(source, place, node, slice)
  const [before, after] = [slices[at - 1], slices[at + 1]]
  if (node.flow === true)
    return after === undefined
      ? splice(source, before?.to ?? slice.from, slice.to, '')
      : splice(source, slice.from, after.from, '')
  const line = lineStart(source, slice.from)
  if (source.slice(line, slice.from).trim() === '')
    return splice(source, line, Math.min(source.length, lineEnd(source, slice.to) + 1), '')
  return after === undefined ? null : splice(source, slice.from, after.from, '')
}

function move(source: string, document: Document, path: DocumentPath, to: number): string | null {
  const place = placeOf(document, path.slice(0, -1))
  if (place === null || !(isMap(place.node) || isSeq(place.node))) return null
  const slices = slicesOf(source, place.node)
  const at = indexOfPart(place.node, path.at(-1) ?? '')
  const moving = slices[at]
  const [first, last] = [slices[0], slices.at(-1)]
  if (moving === undefined || first === undefined || last === undefined) return null
  const rest = slices.filter((slice) => slice !== moving)
  const order = [...rest.slice(0, to), moving, ...rest.slice(to)]
  // The places stay, with whatever stands between them; what stands in them changes.
  const text = slices
    .map((slot, index) => {
      const item = order[index] ?? slot
      return source.slice(item.from, item.to) + source.slice(slot.to, slices[index + 1]?.from ?? slot.to)
    })
    .join('')
  return splice(source, first.from, last.to, text)
}

function setScalar(source: string, place: Place, value: unknown): string | null {
  const isInFlow = place.parents.some((each) => each.flow === true)
  const isNested = typeof value === 'object' && value !== null
  const { node } = place
  if (isScalar(node) && node.range && node.range[1] > node.range[0]) {
    const isQuoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE'
    const quotes = isQuoted && typeof value === 'string' ? node.type : 'PLAIN'
    const kind = quotes === 'QUOTE_SINGLE' || quotes === 'QUOTE_DOUBLE' ? quotes : 'PLAIN'
    const end = node.range[0] + source.slice(node.range[0], node.range[1]).trimEnd().length
    return splice(
      source,
      node.range[0],
      end,
      isInFlow || isNested ? renderFlow(value, isNested ? 'PLAIN' : kind) : renderScalar(value, kind),
    )
  }
  if (isCollection(node) && node.flow === true && node.range)
    return splice(source, node.range[0], node.range[1], isInFlow || isNested ? renderFlow(value) : renderScalar(value))
  const parent = place.parents.at(-1)
  if (place.pair === null || parent === undefined) return null
  const own = slicesOf(source, parent).find((slice) => slice.keyFrom === pairStart(place.pair))
  if (own === undefined) return null
  const colon = afterColon(source, place.pair)
  return splice(source, colon, own.to, ` ${isInFlow || isNested ? renderFlow(value) : renderScalar(value)}`)
}

function pairStart(pair: Pair | null): number {
  const key = pair?.key
  return isScalar(key) ? (key.range?.[0] ?? -1) : -1
}

function rename(source: string, document: Document, path: DocumentPath, key: string): string | null {
  const place = placeOf(document, path)
  const node = place?.pair?.key
  if (!isScalar(node) || !node.range) return null
  return splice(source, node.range[0], node.range[1], renderKey(key))
}

/**
 * The text with one change made where it stands and nowhere else, or null where the writing is too unusual for that.
 * A `set` here replaces the whole part. Whoever calls compares what the text then says with what it should.
 */
export function editText(source: string, document: Document, edit: Edit): string | null {
  switch (edit.op) {
    case 'insert':
      return insert(source, document, edit)
    case 'remove':
      return remove(source, document, edit.path)
    case 'move':
      return move(source, document, edit.path, edit.to)
    case 'rename':
      return rename(source, document, edit.path, edit.key)
    case 'set': {
      const place = placeOf(document, edit.path)
      return place === null ? null : setScalar(source, place, edit.value)
    }
  }
}
