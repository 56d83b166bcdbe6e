import { type PathTransform, pathTransforms } from '@ensemble/engine/attribution/transform-paths.ts'

export type ParsedTransforms = { ok: true; value: PathTransform[] } | { ok: false; reason: string }

const ONE = /^\s*([a-z_ -]+?)\s*(?:\(([^()]*)\))?\s*$/i

/** Transforms by name, with commas between; a removal may name what it takes out in brackets. */
export function parseTransforms(texts: readonly string[]): ParsedTransforms {
  const value: PathTransform[] = []
  // A comma within brackets belongs to the name.
  for (const text of texts.flatMap((one) => one.split(/,(?![^(]*\))/))) {
    const [, name = '', label] = ONE.exec(text) ?? []
    const plain = name
      .toLowerCase()
      .replace(/[ -]/g, '_')
      .replace(/_path$/, '')
    const kind = pathTransforms.find((known) => known === plain)
    if (kind === undefined)
      return { ok: false, reason: `"${text.trim()}" is not known. Transforms are ${pathTransforms.join(', ')}` }
    value.push(label === undefined || label.trim() === '' ? { kind } : { kind, label: label.trim() })
  }
  return { ok: true, value }
}
