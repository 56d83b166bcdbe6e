import type { Schema } from '../cel/schema.ts'
import type { Language } from './words/grammar.ts'
import { grammarOf } from './words/grammar-of.ts'

/** A field that a condition may read, as people call it. */
export type ConditionField = {
  /** As it is written: `account.employees`. */
  field: string
  noun: string
  kind: 'text' | 'number' | 'yes or no' | 'any'
  /** The words of a closed set, or null. */
  values: readonly string[] | null
  reads: 'country' | 'language' | 'cents' | null
}

function kindOf(schema: Schema): ConditionField['kind'] {
  switch (schema.kind) {
    case 'string':
      return 'text'
    case 'int':
    case 'double':
      return 'number'
    case 'bool':
      return 'yes or no'
    default:
      return 'any'
  }
}

/** Every field below a schema with its noun in a language. Open mappings such as `traits` are left to be named by hand. */
export function conditionFields(schema: Schema, language: Language, path = ''): ConditionField[] {
  if (schema.kind === 'object')
    return Object.entries(schema.fields).flatMap(([name, of]) =>
      conditionFields(of, language, path === '' ? name : `${path}.${name}`),
    )
  if (schema.kind === 'map' || schema.kind === 'list' || schema.kind === 'null') return []
  const grammar = grammarOf(language)
  const words = Object.hasOwn(grammar.fields, path) ? grammar.fields[path] : undefined
  return [
    {
      field: path,
      noun: words?.noun ?? grammar.other(path).noun,
      kind: kindOf(schema),
      values: schema.kind === 'string' ? (schema.values ?? null) : null,
      reads: words?.reads ?? null,
    },
  ]
}
