import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import type { openThread } from './contract.ts'

export type Thread = z.input<NonNullable<(typeof openThread)['response']>>

type Row = {
  thread_id: string
  clause: string
  resolved_at: Date | null
  resolved_by: string | null
  resolver: string | null
  comment_id: string
  author: string
  name: string
  side: 'marketing' | 'sales' | null
  text: string
  written_at: Date
}

/** What people say about a version, oldest first; of one thread when its id is given. */
export async function readThreads(db: Queryable, version: number, only: string | null = null): Promise<Thread[]> {
  const { rows } = await db.query<Row>(
    `select h.thread_id, h.clause, h.resolved_at, h.resolved_by, r.name as resolver,
            c.comment_id, c.author, u.name, t.side, c.text, c.written_at
       from agreement_threads h
       join agreement_comments c on c.thread_id = h.thread_id
       join users u on u.id = c.author
       left join teams t on t.team_id = u.team_id
       left join users r on r.id = h.resolved_by
      where h.version = $1 and ($2::uuid is null or h.thread_id = $2)
      order by h.opened_at, h.thread_id, c.written_at, c.comment_id`,
    [version, only],
  )
  return [...Map.groupBy(rows, (row) => row.thread_id)].flatMap(([id, comments]) => {
    const [first] = comments
    if (first === undefined) return []
    return [
      {
        id,
        clause: first.clause,
        isResolved: first.resolved_at !== null,
        resolvedBy: first.resolved_by === null ? null : { id: first.resolved_by, name: first.resolver ?? '' },
        comments: comments.map((row) => ({
          id: row.comment_id,
          author: { id: row.author, name: row.name },
          side: row.side,
          text: row.text,
          at: row.written_at.toISOString(),
        })),
      },
    ]
  })
}

/** One thread of a version, or a refusal that there is none. */
export async function readThread(db: Queryable, version: number, threadId: string): Promise<Thread> {
  const [thread] = await readThreads(db, version, threadId)
  if (thread !== undefined) return thread
  throw new Problem('not-found', 'There is no such thread on this version.', {
    mend: 'Look at the clauses of the draft.',
  })
}
