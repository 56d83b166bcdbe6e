/** The closed set of refusals the product gives, with their HTTP status. */
export const PROBLEMS = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'wrong-kind-of-file': 415,
  refused: 422,
  'too-many-requests': 429,
  'not-ready': 503,
} as const

export type ProblemCode = keyof typeof PROBLEMS
export type ProblemPlace = { where: string; what: string; mend?: string }

/** A refusal with what is wrong, where, and what to do. It is thrown by verbs and answered as RFC 9457 problem details. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly mend: string | undefined
  readonly errors: ProblemPlace[]

  constructor(code: ProblemCode, message: string, details: { mend?: string; errors?: ProblemPlace[] } = {}) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.mend = details.mend
    this.errors = details.errors ?? []
  }
}
