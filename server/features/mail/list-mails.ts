import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { listMails as promise } from './contract.ts'

type Page = z.input<NonNullable<(typeof promise)['response']>>
type Mail = Page['mails'][number]
type Row = Pick<Mail, 'id' | 'to' | 'kind' | 'subject' | 'status' | 'tries' | 'error'> & {
  next_try_at: Date
  created_at: Date
  settled_at: Date | null
  mark: string
}

export async function listMails(
  db: Queryable,
  input: { status?: Mail['status'] | undefined; after?: string | undefined; limit: number },
): Promise<Page> {
  const after = unpackCursor(input.after, 2)
  const { rows } = await db.query<Row>(
    `select mail_id as id, address as to, kind, subject, status, tries, error, next_try_at, created_at, settled_at, created_at::text as mark
       from mails
      where ($1::text is null or status = $1) and ($2::timestamptz is null or (created_at, mail_id) < ($2::timestamptz, $3::uuid))
      order by created_at desc, mail_id desc limit $4`,
    [input.status ?? null, after?.[0] ?? null, after?.[1] ?? null, input.limit + 1],
  )
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    mails: page.map(({ mark: _mark, next_try_at, created_at, settled_at, ...row }) => ({
      ...row,
      nextTryAt: row.status === 'waiting' ? next_try_at.toISOString() : null,
      createdAt: created_at.toISOString(),
      settledAt: settled_at?.toISOString() ?? null,
    })),
    next: rows.length > input.limit && last !== undefined ? packCursor([last.mark, last.id]) : null,
  }
}
