import type { Queryable } from '../../db/queryable.ts'
import { isNoticeKind, type NoticeKind } from './kinds.ts'

/** A notice on its way into a mail, with how the lead stands now. */
export type Posted = {
  noticeId: string
  userId: string
  kind: NoticeKind
  data: Record<string, unknown>
  createdAt: Date
  personId: string | null
  name: string | null
  company: string | null
  grade: string | null
  /** The next promise of this lead that runs out. */
  dueAt: Date | null
  dueClock: string | null
  /** False when it was read, or what it tells of was done meanwhile. */
  stands: boolean
}

type Row = {
  notice_id: string
  user_id: string
  kind: string
  data: Record<string, unknown>
  created_at: Date
  read_at: Date | null
  person_id: string | null
  name: string | null
  company: string | null
  owner: string | null
  outcome: string | null
  grade: string | null
  first_touch_at: Date | null
  accepted_at: Date | null
  due_at: Date | null
  due_clock: string | null
  clock_runs: boolean
  version_status: string | null
  has_signed: boolean
}

function isDone(row: Row): boolean {
  if (row.read_at !== null) return true
  const isOpen = row.outcome === 'open'
  const wasTouchedSince = row.first_touch_at !== null && row.first_touch_at >= row.created_at
  switch (row.kind) {
    case 'routed':
      return !isOpen || row.owner !== row.user_id || wasTouchedSince || row.accepted_at !== null
    case 'warned':
      return !isOpen || !row.clock_runs
    case 'breached':
    case 'escalated':
      return !isOpen || !row.clock_runs || wasTouchedSince
    case 'reassigned':
      return !isOpen || row.owner === row.user_id
    case 'unroutable':
      return !isOpen || row.owner !== null
    case 'signature_asked':
      return row.version_status !== 'draft' || row.has_signed
    default:
      return false
  }
}

/** The notices of a mail, or those of one person that wait to be mailed, oldest first, each with whether it still stands. */
export async function readPosted(
  db: Queryable,
  which: { mailId: string } | { userId: string; way: 'now' | 'digest'; untilMs: number },
): Promise<Posted[]> {
  const [mailId, userId, way, until] =
    'mailId' in which ? [which.mailId, null, null, null] : [null, which.userId, which.way, new Date(which.untilMs)]
  const { rows } = await db.query<Row>(
    `select n.notice_id, n.user_id, n.kind, n.data, n.created_at, n.read_at, n.person_id, p.name, coalesce(a.name, p.company) as company,
            l.owner, l.outcome, l.grade, l.first_touch_at, l.accepted_at, l.due_at, l.due_clock,
            exists (select 1 from clocks c where c.person_id = n.person_id and c.attempt = l.attempt and c.name = n.data->>'clock') as clock_runs,
            g.status as version_status,
            exists (select 1 from signatures s where s.version = g.version and s.user_id = n.user_id) as has_signed
       from notice_posts o
       join notices n using (notice_id)
       left join people p on p.person_id = n.person_id
       left join accounts a on a.account_id = p.account_id
       left join lateral (
         select * from leads where leads.person_id = n.person_id order by attempt desc limit 1
       ) l on (n.data->>'attempt' is null or l.attempt = (n.data->>'attempt')::integer)
       left join agreements g on g.version = (n.data->>'version')::integer
      where case when $1::uuid is not null then o.mail_id = $1
                 else o.user_id = $2 and o.way = $3 and o.settled_at is null and o.due_at <= $4 end
      order by n.created_at, n.notice_id limit 500`,
    [mailId, userId, way, until],
  )
  return rows.flatMap((row) => {
    if (!isNoticeKind(row.kind)) return []
    return [
      {
        noticeId: row.notice_id,
        userId: row.user_id,
        kind: row.kind,
        data: row.data,
        createdAt: row.created_at,
        personId: row.person_id,
        name: row.name,
        company: row.company,
        grade: row.grade,
        dueAt: row.due_at,
        dueClock: row.due_clock,
        stands: !isDone(row),
      },
    ]
  })
}
