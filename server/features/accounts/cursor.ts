import { z } from 'zod'
import { Problem } from '../../http/problem.ts'

const place = z.tuple([z.string().max(1_000), z.uuid()])
export type AccountPlace = z.output<typeof place>

export function writeCursor(at: AccountPlace): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url')
}

/** Where a page of the list begins, or null for the first. */
export function readCursor(cursor: string | undefined): AccountPlace | null {
  if (cursor === undefined) return null
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw new Problem('bad-request', 'This place in the list is not one of ours.', {
      mend: 'Start again without "after".',
      errors: [{ where: 'query.after', what: 'was not made by this list' }],
    })
  }
}
