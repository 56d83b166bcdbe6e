function field(error: unknown, name: 'code' | 'constraint'): unknown {
  if (typeof error !== 'object' || error === null) return undefined
  if (name === 'code') return 'code' in error ? error.code : undefined
  return 'constraint' in error ? error.constraint : undefined
}

/** The host has another meeting at that time: the database refuses it (exclusion_violation). */
export function isOverlap(error: unknown): boolean {
  return field(error, 'code') === '23P01'
}

/** The same submission was stored by another request. */
export function isSubmittedBefore(error: unknown): boolean {
  return field(error, 'code') === '23505' && field(error, 'constraint') === 'meetings_submission_key'
}
