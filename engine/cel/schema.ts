/**
 * The declared type of a value an expression may read. Times are epoch milliseconds and durations milliseconds at run time.
 * `values` closes a string to a set; `optional` says the value is often not known; `dyn` is not checked.
 */
export type Schema = { optional?: boolean } & (
  | { kind: 'object'; fields: Readonly<Record<string, Schema>> }
  | { kind: 'string'; values?: readonly string[] }
  | { kind: 'int' | 'double' | 'bool' | 'timestamp' | 'duration' | 'null' | 'dyn' }
  | { kind: 'list'; of: Schema }
  | { kind: 'map'; of: Schema }
)

export type SchemaKind = Schema['kind']

const words: Readonly<Record<Exclude<SchemaKind, 'list' | 'map'>, string>> = {
  object: 'a record',
  string: 'a text',
  int: 'a whole number',
  double: 'a number',
  bool: 'true or false',
  timestamp: 'a point in time',
  duration: 'a length of time',
  null: 'null',
  dyn: 'anything',
}

/** The type in words, with an article: "a whole number", "a list (each item a text)". */
export function describeSchema(schema: Schema): string {
  if (schema.kind === 'list' || schema.kind === 'map') {
    const each =
      schema.of.kind === 'dyn'
        ? ''
        : ` (each ${schema.kind === 'list' ? 'item' : 'value'} ${describeSchema(schema.of)})`
    return `a ${schema.kind}${each}`
  }
  return words[schema.kind]
}
