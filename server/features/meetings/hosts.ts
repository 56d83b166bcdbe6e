import type { Queryable } from '../../db/queryable.ts'
import type { MeetingType } from './meeting-type.ts'

export type Host = { id: string; name: string; email: string | null; locale: 'en' | 'fr' | null; lane: number }

/** Gives each of these people the number their time is kept apart under, where they have none yet. */
export async function ensureLanes(db: Queryable, userIds: readonly string[]): Promise<void> {
  await db.query(
    `insert into meeting_hosts (user_id) select u.id from users u
      where u.id = any($1::uuid[]) and not exists (select 1 from meeting_hosts h where h.user_id = u.id) on conflict do nothing`,
    [userIds],
  )
}

/** People by their ids who can have meetings: active ones, each with a lane. */
export async function readHosts(db: Queryable, userIds: readonly string[]): Promise<Host[]> {
  if (userIds.length === 0) return []
  await ensureLanes(db, userIds)
  const { rows } = await db.query<Host>(
    `select u.id, u.name, u.email, case when u.locale in ('en', 'fr') then u.locale end as locale, h.lane
       from users u join meeting_hosts h on h.user_id = u.id where u.id = any($1::uuid[]) and u.is_active order by h.lane`,
    [userIds],
  )
  return rows
}

/** Who can be booked: the team of today, or the people named. `owner` is one more where the type asks owners first. */
export async function hostsOf(db: Queryable, type: MeetingType, owner: string | null = null): Promise<Host[]> {
  const extra = type.assigns === 'owner first' && owner !== null ? [owner] : []
  if (type.teamId === null) return readHosts(db, [...new Set([...type.hostIds, ...extra])])
  const { rows } = await db.query<{ id: string }>('select id from users where team_id = $1 and is_active', [
    type.teamId,
  ])
  return readHosts(db, [...new Set([...rows.map(({ id }) => id), ...extra])])
}

/** Who has the open lead of somebody known by this id or address; null when nobody has. */
export async function ownerOfGuest(
  db: Queryable,
  guest: { personId: string | null; email: string | null },
): Promise<string | null> {
  const { rows } = await db.query<{ owner: string }>(
    `select l.owner from leads l
      where l.outcome = 'open' and l.owner is not null and l.person_id in (
        select p.person_id from people p where p.person_id = $1
        union all select i.person_id from identities i where i.kind = 'email' and i.value = $2)
      order by (l.person_id = $1) desc nulls last, l.opened_at desc limit 1`,
    [guest.personId, guest.email],
  )
  return rows[0]?.owner ?? null
}

/** The order in which free hosts are asked: the owner, then whoever had the fewest meetings of late, then who waited longest. */
export async function inTurn(
  db: Queryable,
  hosts: readonly Host[],
  first: string | null,
  nowMs: number,
): Promise<Host[]> {
  const { rows } = await db.query<{ host: string; n: number; last: Date }>(
    `select host, count(*)::int as n, max(created_at) as last from meetings
      where host = any($1::uuid[]) and status <> 'cancelled' and starts_at > $2 group by host`,
    [hosts.map(({ id }) => id), new Date(nowMs - 30 * 86_400_000)],
  )
  const had = new Map(rows.map((row) => [row.host, row]))
  const burden = (host: Host): [number, number, number] => [
    had.get(host.id)?.n ?? 0,
    had.get(host.id)?.last.getTime() ?? 0,
    host.lane,
  ]
  return [...hosts].sort((a, b) => {
    if (a.id === first || b.id === first) return a.id === first ? -1 : 1
    const [one, other] = [burden(a), burden(b)]
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
  })
}
