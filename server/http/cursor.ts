import type { z } from 'zod'
import { Problem } from './problem.ts'

/** Packs the key of the last row of a page, so that the next page begins behind it. */
export function packCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Unpacks a cursor into as many parts as it must have. A foreign or damaged one is refused. */
export function unpackCursor(cursor: string | undefined, parts: number): (string | number)[] | null {
  if (cursor === undefined) return null
  const key = keyIn(cursor)
  if (
    Array.isArray(key) &&
    key.length === parts &&
    key.every((each) => typeof each === 'string' || typeof each === 'number')
  )
    return key
  throw foreign()
}

/** Unpacks a cursor whose key has a strict shape. A foreign or damaged one is refused. */
export function readCursor<T>(cursor: string | undefined, shape: z.ZodType<T>): T | null {
  if (cursor === undefined) return null
  const key = shape.safeParse(keyIn(cursor))
  if (key.success) return key.data
  throw foreign()
}

function keyIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

function foreign(): Problem {
  return new Problem('bad-request', 'This page mark is not one of ours.', {
    mend: 'Begin again without "after".',
    errors: [{ where: 'query.after', what: 'cannot be read' }],
  })
}
