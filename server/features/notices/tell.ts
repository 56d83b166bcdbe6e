import { newId } from '../../db/new-id.ts'
import type { Queryable } from '../../db/queryable.ts'
import { CHANNEL } from '../../http/bus.ts'
import { DEFAULT_WAYS, type NoticeKind } from './kinds.ts'

export type Notice = { userId: string; kind: NoticeKind; personId: string | null; data: object }

/**
 * Tells people something, in the transaction that made it true: in the app, and by mail as each of them chose. Who turned
 * a kind off is not told. Screens hear of it with the commit. `data` is kept as it is and shown by kind.
 */
export async function tell(tx: Queryable, notices: readonly Notice[], nowMs: number): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map((notice) => ({
    notice_id: newId(nowMs),
    user_id: notice.userId,
    kind: notice.kind,
    person_id: notice.personId,
    data: notice.data,
    way: DEFAULT_WAYS[notice.kind],
  }))
  await tx.query(
    `with wanted as (
       select r.*, coalesce(p.kinds->>r.kind, r.way) as chosen, u.email is not null and u.is_active as has_mail
         from json_to_recordset($1::json) as r(notice_id uuid, user_id uuid, kind text, person_id uuid, data jsonb, way text)
         join users u on u.id = r.user_id left join notice_preferences p on p.user_id = r.user_id
     ), told as (
       insert into notices (notice_id, user_id, kind, person_id, data, created_at)
       select notice_id, user_id, kind, person_id, data, $2 from wanted where chosen <> 'off'
     ), posted as (
       insert into notice_posts (notice_id, user_id, way, due_at)
       select notice_id, user_id, chosen, $2 from wanted where has_mail and chosen in ('now', 'digest')
     )
     select pg_notify($3, json_build_object('event', 'notice', 'userId', user_id)::text)
       from (select distinct user_id from wanted where chosen <> 'off') as heard`,
    [JSON.stringify(rows), new Date(nowMs), CHANNEL],
  )
}
