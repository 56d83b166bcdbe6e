import type { DocumentPath } from './problem.ts'

/** One change of a document. `at` and `to` count among the siblings; null is the end. */
export type Edit =
  | { op: 'set'; path: DocumentPath; value: unknown }
  | { op: 'remove'; path: DocumentPath }
  | { op: 'insert'; path: DocumentPath; at: number | null; key: string | null; value: unknown }
  | { op: 'move'; path: DocumentPath; to: number }
  | { op: 'rename'; path: DocumentPath; key: string }

/** A document as nested maps and lists: maps keep the order of their keys, also of those that look like numbers. */
export type Plain = Map<unknown, unknown> | unknown[] | string | number | boolean | null | undefined | bigint | object

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map)
}

/** A value of JSON as nested maps. */
export function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf)
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, plainOf(each)]))
  if (!isRecord(value)) return value
  return new Map(Object.entries(value).map(([key, each]) => [key, plainOf(each)]))
}

/** The key of a map that a part of a path means: `1` in a document is a number, in a path it may be a text. */
export function keyIn(map: ReadonlyMap<unknown, unknown>, part: string | number): unknown {
  if (map.has(part)) return part
  for (const key of map.keys()) if (String(key) === String(part)) return key
  return undefined
}

/** The part at a path, or undefined. */
export function plainAt(root: unknown, path: DocumentPath): unknown {
  let value = root
  for (const part of path) {
    if (value instanceof Map) value = value.get(keyIn(value, part))
    else value = Array.isArray(value) ? value[Number(part)] : undefined
  }
  return value
}

/** True when two parts say the same, in the same order. */
export function isSamePlain(a: unknown, b: unknown): boolean {
  if (a instanceof Map && b instanceof Map) {
    if (a.size !== b.size) return false
    const others = [...b]
    return [...a].every(([key, value], index) => {
      const other = others[index]
      return other !== undefined && String(key) === String(other[0]) && isSamePlain(value, other[1])
    })
  }
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => isSamePlain(each, b[index]))
  return Object.is(a, b)
}

function changed(root: unknown, path: DocumentPath, change: (value: unknown) => unknown): unknown {
  const [part, ...rest] = path
  if (part === undefined) return change(root)
  if (Array.isArray(root))
    return root.map((each, index) => (index === Number(part) ? changed(each, rest, change) : each))
  const map = root instanceof Map ? root : new Map<unknown, unknown>()
  const key = keyIn(map, part) ?? part
  return new Map(map).set(key, changed(map.get(key), rest, change))
}

function placed<T>(items: readonly T[], item: T, at: number | null): T[] {
  const to = at === null ? items.length : Math.max(0, Math.min(at, items.length))
  return [...items.slice(0, to), item, ...items.slice(to)]
}

function inParent(
  root: unknown,
  path: DocumentPath,
  onMap: (map: Map<unknown, unknown>, key: unknown) => unknown,
  onList: (list: unknown[], at: number) => unknown,
): unknown {
  const part = path.at(-1) ?? ''
  return changed(root, path.slice(0, -1), (parent) => {
    if (parent instanceof Map) return onMap(parent, keyIn(parent, part))
    return Array.isArray(parent) ? onList(parent, Number(part)) : parent
  })
}

/** A document as nested maps with one change made: what the text must say after the same change. Changes nothing of `root`. */
export function editValue(root: unknown, edit: Edit): unknown {
  switch (edit.op) {
    case 'set':
      return changed(root, edit.path, () => plainOf(edit.value))
    case 'remove':
      return inParent(
        root,
        edit.path,
        (map, key) => new Map([...map].filter(([each]) => each !== key)),
        (list, at) => list.filter((_, index) => index !== at),
      )
    case 'insert':
      return changed(root, edit.path, (parent) => {
        const value = plainOf(edit.value)
        if (edit.key === null) return placed(Array.isArray(parent) ? parent : [], value, edit.at)
        return new Map(placed(parent instanceof Map ? [...parent] : [], [edit.key, value], edit.at))
      })
    case 'move':
      return inParent(
        root,
        edit.path,
        (map, key) => {
          const rest = [...map].filter(([each]) => each !== key)
          return new Map(placed(rest, [key, map.get(key)], edit.to))
        },
        (list, at) =>
          placed(
            list.filter((_, index) => index !== at),
            list[at],
            edit.to,
          ),
      )
    case 'rename':
      return inParent(
        root,
        edit.path,
        (map, key) => new Map([...map].map(([each, value]) => [each === key ? edit.key : each, value])),
        (list) => list,
      )
  }
}
