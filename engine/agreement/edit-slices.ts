import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

export type Collection = YAMLMap | YAMLSeq

/** One item of a collection in the text: with the comment lines right above it and the comment behind it. */
export type Slice = { from: number; to: number; keyFrom: number; key: Node | null; value: Node | null }

export function isFlow(node: Collection): boolean {
  return node.flow === true
}

export function lineStart(source: string, at: number): number {
  return source.lastIndexOf('\n', at - 1) + 1
}

export function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at)
  return end === -1 ? source.length : end
}

/** The column of a place, counted from 0. */
export function columnOf(source: string, at: number): number {
  return at - lineStart(source, at)
}

function nodeOf(value: unknown): Node | null {
  return isNode(value) ? value : null
}

/** Where the text of a value ends. */
export function endOf(source: string, node: Node): number {
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1)
    const inner = isPair(last) ? (nodeOf(last.value) ?? nodeOf(last.key)) : nodeOf(last)
    if (inner !== null) return isPair(last) ? pairEnd(source, last) : endOf(source, inner)
  }
  const end = node.range?.[1] ?? 0
  return node.range !== null && node.range !== undefined && end > node.range[0]
    ? node.range[0] + source.slice(node.range[0], end).trimEnd().length
    : end
}

/** The place right behind the colon of a pair. */
export function afterColon(source: string, pair: Pair): number {
  const key = nodeOf(pair.key)
  const from = key?.range?.[1] ?? 0
  const colon = source.indexOf(':', from)
  return colon === -1 ? from : colon + 1
}

export function pairEnd(source: string, pair: Pair): number {
  const value = nodeOf(pair.value)
  const colon = afterColon(source, pair)
  return value === null ? colon : Math.max(colon, endOf(source, value))
}

function withTrailingComment(source: string, at: number): number {
  const rest = source.slice(at, lineEnd(source, at))
  return /^[ \t]+#/.test(rest) ? at + rest.trimEnd().length : at
}

/** The start of the comment lines that stand right above a line, or of the line's own text. */
function withCommentsAbove(source: string, at: number, notBefore: number): number {
  let found = at
  let line = lineStart(source, at)
  if (source.slice(line, at).trim() !== '') return at
  while (line > notBefore) {
    const above = lineStart(source, line - 1)
    const text = source.slice(above, line - 1)
    if (above < notBefore || !/^[ \t]*#/.test(text)) break
    found = above + text.length - text.trimStart().length
    line = above
  }
  return found
}

function dashBefore(source: string, at: number): number {
  const dash = source.lastIndexOf('-', at - 1)
  return dash < lineStart(source, at) ? at : dash
}

const known = new WeakMap<Collection, readonly Slice[]>()

/** The items of a collection as they stand in the text it was read from, in order. Read once: a section may have a thousand. */
export function slicesOf(source: string, node: Collection): readonly Slice[] {
  const found = known.get(node) ?? readSlices(source, node)
  known.set(node, found)
  return found
}

function readSlices(source: string, node: Collection): Slice[] {
  let before = node.range?.[0] ?? 0
  if (node.flow !== true) before = Math.max(0, lineStart(source, before))
  const slices: Slice[] = []
  for (const item of node.items) {
    const key = isPair(item) ? nodeOf(item.key) : null
    const value = isPair(item) ? nodeOf(item.value) : nodeOf(item)
    const start = (isMap(node) ? key : value)?.range?.[0] ?? before
    const keyFrom = node.flow !== true && isSeq(node) ? dashBefore(source, start) : start
    const end = isPair(item) ? pairEnd(source, item) : value === null ? start : endOf(source, value)
    const isFirst = slices.length === 0
    const notBefore = isFirst ? firstCommentLine(source, keyFrom) : lineEnd(source, before) + 1
    const from = node.flow === true ? keyFrom : withCommentsAbove(source, keyFrom, notBefore)
    const to = node.flow === true ? end : withTrailingComment(source, end)
    slices.push({ from, to, keyFrom, key, value })
    before = to
  }
  return slices
}

/** Comments above the first item belong to it as far as they are indented like it. */
function firstCommentLine(source: string, at: number): number {
  const column = columnOf(source, at)
  let line = lineStart(source, at)
  while (line > 0) {
    const above = lineStart(source, line - 1)
    const text = source.slice(above, line - 1)
    if (!/^[ \t]*#/.test(text) || text.length - text.trimStart().length !== column || column === 0) break
    line = above
  }
  return line
}

/** The position of a part of a path among the items of a collection, or -1. */
export function indexOfPart(node: Collection, part: string | number): number {
  if (isSeq(node)) return Number(part) >= 0 && Number(part) < node.items.length ? Number(part) : -1
  return node.items.findIndex(({ key }) => isScalar(key) && String(key.value) === String(part))
}
