import type { Node } from './ast.ts'

export interface EmitNames {
  /** The JavaScript variable that holds the context: a plain record of the expression's variables. */
  context: string
  /** The JavaScript variable that holds `runtime`. */
  runtime: string
  /** Variables the caller has already read out of the context by `runtime.record(c.account)`: { account: 'account' }. */
  records?: Readonly<Record<string, string>>
  /** Declares a constant once, outside the hot function, and answers its name. Used for the sets of long lists. */
  hoist?: (constantSource: string) => string
}

export interface Emitter extends EmitNames {
  /** JavaScript names of the item variables of exists() and all() around the node, and how many there are. Names that end in $ are ours. */
  locals: ReadonlyMap<string, string>
  quantifiers: number
}

/** A field read without a call: `read` is safe to evaluate, also twice, once every guard is true. */
export interface EmittedPath {
  guards: readonly string[]
  read: string
}

const inlineDepth = 4

/** `account.owner.name` as guards and a read; undefined when the node is no such path or a long one. */
export function emitPath(node: Node, emitter: Emitter, depth = 0): EmittedPath | undefined {
  if (node.kind === 'name') {
    return { guards: [], read: emitter.locals.get(node.name) ?? `${emitter.context}.${node.name}` }
  }
  if (node.kind !== 'member' || depth === inlineDepth) return undefined
  const record = recordVariable(node.of, emitter)
  if (record !== undefined) return { guards: [], read: `${record}.${node.field}` }
  const owner = emitPath(node.of, emitter, depth + 1)
  if (owner === undefined) return undefined
  const guards = [...owner.guards, `typeof ${owner.read} === 'object'`, `${owner.read} !== null`]
  return { guards, read: `${owner.read}.${node.field}` }
}

function recordVariable(node: Node, emitter: Emitter): string | undefined {
  if (node.kind !== 'name' || emitter.locals.has(node.name) || emitter.records === undefined) return undefined
  return Object.hasOwn(emitter.records, node.name) ? emitter.records[node.name] : undefined
}
