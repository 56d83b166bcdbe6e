import type { Expression } from './ast.ts'
import { compileToSource } from './compile-to-source.ts'
import { runtime } from './runtime.ts'

/** Tells whether a condition is known to hold in a context, a plain record. */
export type CompiledExpression = (context: Readonly<Record<string, unknown>>) => boolean

/**
 * A function that tells whether the condition is known to hold in a context.
 * For one expression by itself; an agreement splices many sources into one function instead.
 */
export function compileExpression(ast: Expression): CompiledExpression {
  const constants: string[] = []
  const hoist = (source: string) => `constant${constants.push(source) - 1}$`
  const source = compileToSource(ast, { context: 'c', runtime: 'r', hoist })
  const declared = constants.map((each, index) => `const constant${index}$ = ${each};`).join('')
  const holds: unknown = new Function('r', `"use strict";${declared}return (c) => ${source};`)(runtime)
  if (!isCompiled(holds)) throw new Error('the compiled source is an arrow function')
  return holds
}

// Returned as it is: a wrapper shared by all compiled expressions would keep V8 from inlining any of them.
function isCompiled(value: unknown): value is CompiledExpression {
  return typeof value === 'function'
}
