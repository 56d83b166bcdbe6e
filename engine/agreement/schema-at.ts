import { z } from 'zod'
import type { DocumentPath } from './problem.ts'

type Schema = z.core.$ZodType

/** The plain schemas a value may meet: optional and default taken off, alternatives side by side. */
function bare(schema: Schema): Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return bare(schema.def.innerType)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(bare)
  return [schema]
}

function below(schema: Schema, part: string | number): Schema[] {
  if (schema instanceof z.ZodArray) return [schema.element]
  if (schema instanceof z.ZodRecord) return [schema.valueType]
  if (!(schema instanceof z.ZodObject)) return []
  const field = Object.hasOwn(schema.shape, part) ? schema.shape[part] : schema.def.catchall
  return field === undefined ? [] : [field]
}

/** The schemas that may hold at a path of a schema. */
export function schemasAt(root: Schema, path: DocumentPath): Schema[] {
  let found = bare(root)
  for (const part of path) found = found.flatMap((schema) => below(schema, part)).flatMap(bare)
  return found
}

/** The fields that may stand in the mapping at a path, over all its alternatives. */
export function fieldsAt(root: Schema, path: DocumentPath): string[] {
  const names = schemasAt(root, path).flatMap((schema) =>
    schema instanceof z.ZodObject ? Object.keys(schema.shape) : [],
  )
  return [...new Set(names)]
}

/** The words that may stand at a path, where it is a closed set. */
export function wordsAt(root: Schema, path: DocumentPath): string[] {
  return schemasAt(root, path).flatMap((schema) => {
    if (schema instanceof z.ZodEnum) return schema.options.map(String)
    return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : []
  })
}

/** The types of what may stand at a path, as zod calls them. */
export function typesAt(root: Schema, path: DocumentPath): string[] {
  return [...new Set(schemasAt(root, path).map((schema) => schema._zod.def.type))]
}
