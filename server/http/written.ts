/** An answer that is JSON already: long lists are written by the database, so that no row is taken apart and put together again here. */
export type Written = { readonly written: string }

export function isWritten(answer: unknown): answer is Written {
  return typeof answer === 'object' && answer !== null && 'written' in answer && typeof answer.written === 'string'
}
