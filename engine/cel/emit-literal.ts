import type { Literal } from './ast.ts'

/** JavaScript source of a text: safe inside any script, whatever the text holds. */
export function emitString(value: string): string {
  return JSON.stringify(value)
    .replace(/[\u2028\u2029]/g, (char) => (char === '\u2028' ? '\\u2028' : '\\u2029'))
    .replaceAll('<', '\\u003c')
}

/** JavaScript source of a literal; null is "not known". */
export function emitLiteral(literal: Literal): string {
  switch (literal.type) {
    case 'null':
      return 'undefined'
    case 'bool':
      return literal.value ? 'true' : 'false'
    case 'string':
      return emitString(literal.value)
    default:
      return emitNumber(literal.value)
  }
}

function emitNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error('the parser lets only finite numbers through')
  return value < 0 ? `(${value})` : String(value)
}
