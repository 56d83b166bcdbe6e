import type { Path } from './queries.ts'

/** A piece of JSON Schema, read as far as this page needs it. */
export type Piece = Readonly<Record<string, unknown>>

export function isPiece(value: unknown): value is Piece {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The alternatives of a piece, or itself. */
export function alternativesOf(piece: Piece): Piece[] {
  const of = Array.isArray(piece.anyOf) ? piece.anyOf : Array.isArray(piece.oneOf) ? piece.oneOf : null
  return of === null ? [piece] : of.filter(isPiece).flatMap(alternativesOf)
}

function below(piece: Piece, part: string | number): Piece[] {
  return alternativesOf(piece).flatMap((each) => {
    const properties = isPiece(each.properties) ? each.properties : {}
    const own = properties[String(part)]
    if (isPiece(own)) return [own]
    if (typeof part === 'number' && isPiece(each.items)) return [each.items]
    return isPiece(each.additionalProperties) ? [each.additionalProperties] : []
  })
}

/** What may stand at a path of the document, over all alternatives. */
export function piecesAt(schema: Piece, path: Path): Piece[] {
  let found: Piece[] = [schema]
  for (const part of path) found = found.flatMap((piece) => below(piece, part))
  return found.flatMap(alternativesOf)
}

/** The fields a part may have, those first that fit what it says already. */
export function fieldsAt(schema: Piece, path: Path, value: Readonly<Record<string, unknown>>): [string, Piece][] {
  const objects = piecesAt(schema, path).filter((piece) => isPiece(piece.properties))
  // Of several kinds of clauses the one that was meant: the one that knows every field that stands there.
  const fitting = objects.filter((piece) =>
    Object.keys(value).every((key) => isPiece(piece.properties) && key in piece.properties),
  )
  const found = new Map<string, Piece>()
  for (const piece of fitting.length > 0 ? fitting.slice(0, 1) : objects)
    for (const [key, each] of Object.entries(isPiece(piece.properties) ? piece.properties : {}))
      if (isPiece(each) && !found.has(key)) found.set(key, each)
  return [...found]
}

export type Shape =
  | { kind: 'words'; values: string[] }
  | { kind: 'number'; isWhole: boolean }
  | { kind: 'yes' }
  | { kind: 'text' }
  | { kind: 'list'; values: string[] }
  | { kind: 'other' }

function wordsIn(piece: Piece): string[] {
  if (Array.isArray(piece.enum)) return piece.enum.map(String)
  return typeof piece.const === 'string' ? [piece.const] : []
}

/** How a field is filled in. What is more than a word, a number or a list of words is written as YAML. */
export function shapeOf(piece: Piece): Shape {
  const all = alternativesOf(piece)
  const words = all.flatMap(wordsIn)
  const types = new Set(all.map((each) => each.type))
  if (all.some((each) => each.const === true || each.type === 'boolean')) return { kind: 'yes' }
  if (words.length > 0 && all.every((each) => wordsIn(each).length > 0)) return { kind: 'words', values: words }
  if (types.size === 1 && (types.has('number') || types.has('integer')))
    return { kind: 'number', isWhole: types.has('integer') }
  if (types.size === 1 && types.has('string')) return { kind: 'text' }
  const [only] = all
  if (all.length === 1 && only?.type === 'array' && isPiece(only.items)) {
    const { items } = only
    if (alternativesOf(items).every((each) => each.type === 'string'))
      return { kind: 'list', values: alternativesOf(items).flatMap(wordsIn) }
  }
  return { kind: 'other' }
}

/** What a field says when it is added: sound as far as its shape tells. */
export function firstValue(piece: Piece, name: string): unknown {
  const shape = shapeOf(piece)
  switch (shape.kind) {
    case 'words':
      return shape.values[0] ?? ''
    case 'number':
      return typeof piece.minimum === 'number' ? Math.max(1, piece.minimum) : 1
    case 'yes':
      return true
    case 'list':
      return [shape.values[0] ?? FIRST[name] ?? '…']
    case 'text':
      return FIRST[name] ?? '…'
    default:
      return FIRST_OTHER[name] ?? {}
  }
}

const FIRST: Readonly<Record<string, string>> = {
  half_life: '30 days',
  speaks: 'person.language',
  at_most: '10 a day',
  at_most_together: '50 a day',
  countries: 'FR',
}
const FIRST_OTHER: Readonly<Record<string, unknown>> = {
  hours: { 'mon-fri': ['09:00-12:00', '13:00-18:00'] },
  holidays: 'FR',
  absences: [],
  in: { channel: 'web' },
}
