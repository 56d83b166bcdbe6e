import type { z } from 'zod'

export const ROLES = ['admin', 'manager', 'marketer', 'seller', 'viewer'] as const
export type Role = (typeof ROLES)[number]

export const EVERYONE = ROLES
export const NOT_VIEWERS = ['admin', 'manager', 'marketer', 'seller'] as const satisfies readonly Role[]
export const MANAGERS = ['admin', 'manager'] as const satisfies readonly Role[]
export const ADMINS = ['admin'] as const satisfies readonly Role[]

/**
 * What a route promises: its address, who may call it, what goes in and what comes out. The OpenAPI document,
 * the role check, the role x route test and the web's types all come from this one value.
 */
export type Contract<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  summary: string
  /** Who may call it; `public` needs no sign-in, `write key` wants a tracking key. */
  roles: readonly Role[] | 'public' | 'write key'
  params?: P
  query?: Q
  body?: B
  /** The answer of a success. Null for 204. Absent for files and streams. */
  response?: R | null
  /** Media type of the answer when it is not JSON. */
  produces?: string
  /** The body is a file upload (multipart/form-data). */
  isUpload?: boolean
  /** The handler checks the body itself, piece by piece; `body` only documents its shape. */
  isRaw?: boolean
  status?: 200 | 201 | 202 | 204
  /** Asked by POST because it is too long for an address; it changes nothing. */
  isQuestion?: true
  /** How large the body may be, where it is more than usual. */
  bodyLimitBytes?: number
}

/** Keeps the precise schema types of a contract. */
export function contract<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  value: Contract<P, Q, B, R>,
): Contract<P, Q, B, R> {
  return value
}
