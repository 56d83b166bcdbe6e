import type { Queryable } from '../../db/queryable.ts'
import { readPosted } from './read-posted.ts'

/** Whether anything a mail tells of is still to be told. */
export async function doNoticesStand(db: Queryable, mailId: string): Promise<boolean> {
  const posted = await readPosted(db, { mailId })
  return posted.some((notice) => notice.stands)
}
