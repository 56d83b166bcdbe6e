import type { Edit } from '@ensemble/engine/agreement/edit-value.ts'
import { outlineOf } from '@ensemble/engine/agreement/outline-of.ts'
import type { DocumentPath } from '@ensemble/engine/agreement/problem.ts'

type Rename = { op: 'rename'; path: DocumentPath; key: string }

function mentions(value: unknown, path: DocumentPath, word: string): DocumentPath[] {
  if (value === word) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    mentions(each, [...path, Array.isArray(value) ? Number(key) : key], word),
  )
}

/** A new name for a part. Of a pool also where it is named, as in `to: pool Lisbon`. */
export function renamedEverywhere(document: string, edit: Rename): Edit[] {
  const [section, name] = edit.path
  if (section !== 'pools' || edit.path.length !== 2) return [edit]
  const parts = outlineOf(document)?.parts ?? []
  const named = parts.flatMap((part) => mentions(part.value, part.path, `pool ${name}`))
  return [...named.map((path): Edit => ({ op: 'set', path, value: `pool ${edit.key}` })), edit]
}
