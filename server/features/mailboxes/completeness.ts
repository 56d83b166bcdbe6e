import type { Queryable } from '../../db/queryable.ts'

export type FolderCount = {
  id: string
  path: string
  role: 'inbox' | 'sent' | 'archive' | 'other'
  isRead: boolean
  onServer: number
  /** What became of each: with its text, only who and when, only counted, not readable. Together with `unseen` they make `onServer`. */
  stored: number
  headers: number
  counted: number
  failed: number
  unseen: number
  comparedAt: string | null
  reasons: { outcome: 'headers' | 'counted' | 'failed'; reason: string; n: number }[]
}

/** What lies in each folder of mailboxes against what was seen of it, with the reasons for what is not kept. */
export async function countFolders(db: Queryable, mailboxIds: readonly string[]): Promise<Map<string, FolderCount[]>> {
  const { rows } = await db.query<{
    mailbox_id: string
    folder_id: string
    path: string
    role: FolderCount['role']
    is_read: boolean
    on_server: number
    compared_at: Date | null
    counts: { outcome: 'stored' | 'headers' | 'counted' | 'failed'; reason: string | null; n: number }[]
  }>(
    `select f.mailbox_id, f.folder_id, f.path, f.role, f.is_read, f.on_server, f.compared_at,
       coalesce((select json_agg(json_build_object('outcome', outcome, 'reason', reason, 'n', n) order by n desc) from (
         select outcome, reason, count(*)::int as n from mail_seen s where s.folder_id = f.folder_id and s.gone_at is null group by 1, 2
       ) c), '[]') as counts
     from mail_folders f where f.mailbox_id = any($1::uuid[])
     order by array_position(array['inbox', 'sent', 'archive', 'other'], f.role), f.path`,
    [mailboxIds],
  )
  const byMailbox = new Map<string, FolderCount[]>()
  for (const row of rows) {
    const of = (outcome: string): number =>
      row.counts.reduce((sum, each) => sum + (each.outcome === outcome ? each.n : 0), 0)
    const seen = row.counts.reduce((sum, each) => sum + each.n, 0)
    const folder: FolderCount = {
      id: row.folder_id,
      path: row.path,
      role: row.role,
      isRead: row.is_read,
      onServer: row.on_server,
      stored: of('stored'),
      headers: of('headers'),
      counted: of('counted'),
      failed: of('failed'),
      unseen: row.is_read ? Math.max(row.on_server - seen, 0) : 0,
      comparedAt: row.compared_at?.toISOString() ?? null,
      reasons: row.counts.flatMap((each) =>
        each.outcome === 'stored' ? [] : [{ outcome: each.outcome, reason: each.reason ?? '', n: each.n }],
      ),
    }
    byMailbox.set(row.mailbox_id, [...(byMailbox.get(row.mailbox_id) ?? []), folder])
  }
  return byMailbox
}

export type DayCount = { day: string; stored: number; headers: number; counted: number; failed: number }

/** The same by the day a mail arrived, the latest first. */
export async function countDays(db: Queryable, mailboxId: string, days: number): Promise<DayCount[]> {
  const { rows } = await db.query<DayCount>(
    `select to_char(received_at at time zone 'UTC', 'YYYY-MM-DD') as day,
       count(*) filter (where outcome = 'stored')::int as stored, count(*) filter (where outcome = 'headers')::int as headers,
       count(*) filter (where outcome = 'counted')::int as counted, count(*) filter (where outcome = 'failed')::int as failed
     from mail_seen s join mail_folders f using (folder_id)
     where f.mailbox_id = $1 and f.is_read and s.gone_at is null and s.received_at is not null
     group by 1 order by 1 desc limit $2`,
    [mailboxId, days],
  )
  return rows
}

export type Gap = {
  folder: string
  uid: number
  receivedAt: string | null
  sizeBytes: number
  reason: string
  detail: string | null
}

/** Every mail that could not be read, named. */
export async function listGaps(db: Queryable, mailboxId: string): Promise<Gap[]> {
  const { rows } = await db.query<{
    path: string
    uid: string
    received_at: Date | null
    size_bytes: string
    reason: string | null
    detail: string | null
  }>(
    `select f.path, s.uid, s.received_at, s.size_bytes, s.reason, s.detail from mail_seen s join mail_folders f using (folder_id)
      where f.mailbox_id = $1 and s.outcome = 'failed' and s.gone_at is null order by s.received_at desc nulls last limit 200`,
    [mailboxId],
  )
  return rows.map((row) => ({
    folder: row.path,
    uid: Number(row.uid),
    receivedAt: row.received_at?.toISOString() ?? null,
    sizeBytes: Number(row.size_bytes),
    reason: row.reason ?? 'error',
    detail: row.detail,
  }))
}
