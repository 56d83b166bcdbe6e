import { type Document, parseDocument, stringify } from 'yaml'
import { editText } from './edit-text.ts'
import { type Edit, editValue, isSamePlain, keyIn, plainAt, plainOf } from './edit-value.ts'
import type { DocumentPath } from './problem.ts'

export type Edited = { ok: true; source: string } | { ok: false; what: string; mend: string }

const MAX_ALIASES = 50

type Read = { document: Document; value: unknown }

function read(source: string): Read | null {
  const document = parseDocument(source, { uniqueKeys: false, merge: false })
  if (document.errors.length > 0) return null
  try {
    return { document, value: document.toJS({ maxAliasCount: MAX_ALIASES, mapAsMap: true }) }
  } catch {
    return null
  }
}

function refuse(what: string, mend: string): Edited {
  return { ok: false, what, mend }
}

/** What stands in the way of a change, or null. */
function fault(value: unknown, edit: Edit): Edited | null {
  const name = edit.path.join('.')
  const found = plainAt(value, edit.path)
  switch (edit.op) {
    case 'set':
    case 'insert': {
      const isTaken =
        edit.op === 'insert' && edit.key !== null && found instanceof Map && keyIn(found, edit.key) !== undefined
      return isTaken ? refuse(`"${edit.key}" stands there already.`, 'Give it another name.') : null
    }
    case 'rename': {
      const parent = plainAt(value, edit.path.slice(0, -1))
      if (parent instanceof Map && edit.key !== String(edit.path.at(-1)) && keyIn(parent, edit.key) !== undefined)
        return refuse(`"${edit.key}" stands there already.`, 'Give it another name.')
      return found === undefined ? refuse(`There is no ${name}.`, 'Read the document again.') : null
    }
    default:
      return found === undefined ? refuse(`There is no ${name}.`, 'Read the document again.') : null
  }
}

/** A change as the smallest ones: of a mapping only the fields that differ, so that comments inside it stay. */
function smallest(value: unknown, edit: Edit): Edit[] {
  if (edit.op !== 'set') return [edit]
  const { path } = edit
  const [before, after] = [plainAt(value, path), plainOf(edit.value)]
  if (before !== undefined && isSamePlain(before, after)) return []
  const last = path.at(-1)
  if (before === undefined && last !== undefined) {
    const parent = plainAt(value, path.slice(0, -1))
    if (Array.isArray(parent))
      return [{ op: 'insert', path: path.slice(0, -1), at: null, key: null, value: edit.value }]
    if (parent instanceof Map)
      return [{ op: 'insert', path: path.slice(0, -1), at: null, key: String(last), value: edit.value }]
    return smallest(value, { op: 'set', path: path.slice(0, -1), value: { [String(last)]: edit.value } })
  }
  if (!(before instanceof Map) || !(after instanceof Map) || before.size === 0 || after.size === 0) return [edit]
  const wanted = [...after.keys()].map(String)
  const kept = [...before.keys()].map(String).filter((key) => wanted.includes(key))
  // Another order of the fields is another text: then the whole is written anew.
  if (kept.join('\0') !== wanted.filter((key) => kept.includes(key)).join('\0')) return [edit]
  const removed = [...before.keys()].filter((key) => keyIn(after, String(key)) === undefined)
  const edits: Edit[] = removed.map((key) => ({ op: 'remove', path: [...path, String(key)] }))
  if (removed.length === before.size) return [edit]
  for (const [index, [key, each]] of [...after].entries()) {
    const inner: DocumentPath = [...path, String(key)]
    if (keyIn(before, String(key)) !== undefined) edits.push({ op: 'set', path: inner, value: jsonOf(each) })
    else edits.push({ op: 'insert', path, at: index, key: String(key), value: jsonOf(each) })
  }
  return edits
}

function jsonOf(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, each]) => [String(key), jsonOf(each)]))
  return Array.isArray(value) ? value.map(jsonOf) : value
}

/** Written by the library anew: comments stay, the spacing becomes its own. For writing too unusual to be changed in place. */
function rewritten(source: string, edit: Edit, wanted: unknown): string | null {
  const document = parseDocument(source, { uniqueKeys: false, merge: false })
  const path = edit.op === 'insert' || edit.op === 'set' ? edit.path : edit.path.slice(0, -1)
  if (path.length === 0) return stringify(wanted, { lineWidth: 0 })
  document.setIn(path, document.createNode(plainAt(wanted, path)))
  return document.toString({ lineWidth: 0 })
}

function apply(source: string, edit: Edit): Edited {
  const now = read(source)
  if (now === null) return refuse('The text cannot be read as YAML.', 'Mend the lines named in the check first.')
  const wrong = fault(now.value, edit)
  if (wrong !== null) return wrong
  const parts = smallest(now.value, edit)
  if (parts.length === 0) return { ok: true, source }
  const [only] = parts
  if (parts.length > 1 || (only !== undefined && only !== edit && only.op === 'set')) {
    let text = source
    for (const part of parts) {
      const done = apply(text, part)
      if (!done.ok) return done
      text = done.source
    }
    return { ok: true, source: text }
  }
  const change = only ?? edit
  const wanted = editValue(now.value, change)
  const isRight = (text: string | null): text is string => {
    const then = text === null ? null : read(text)
    return then !== null && isSamePlain(then.value, wanted)
  }
  const text = editText(source, now.document, change)
  if (isRight(text)) return { ok: true, source: text }
  const other = rewritten(source, change, wanted)
  if (isRight(other)) return { ok: true, source: other }
  return refuse(
    `${change.path.join('.')} is written in a way that cannot be changed here.`,
    'Change it in the YAML text.',
  )
}

/**
 * Makes changes in the YAML text of an agreement: only what is named changes, byte for byte; comments, spacing and quotes of
 * everything else stay. Setting what is there already changes nothing. Each result is read again and compared with the same
 * change of the plain document, so that the text never says something else. Pure.
 */
export function editDocument(source: string, edits: readonly Edit[]): Edited {
  let text = source
  for (const edit of edits) {
    const done = apply(text, edit)
    if (!done.ok) return done
    text = done.source
  }
  return { ok: true, source: text }
}
