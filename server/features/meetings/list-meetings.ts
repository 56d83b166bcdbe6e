import { rateOf } from '@ensemble/engine/funnel/rate.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import type { countMeetings as counting, meetingView, listMeetings as promise } from './contract.ts'
import { MEETING, type Meeting, OF_MEETINGS } from './meeting.ts'
import { mayChange } from './policy.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>
type View = z.input<NonNullable<(typeof promise)['response']>>
export type MeetingView = z.input<typeof meetingView>
type Counts = z.input<NonNullable<(typeof counting)['response']>>

function proposalOf({ proposedStart, proposedEnd, proposedAt, proposedComment }: Meeting): MeetingView['proposal'] {
  if (proposedStart === null || proposedEnd === null || proposedAt === null) return null
  return {
    startsAt: proposedStart.toISOString(),
    endsAt: proposedEnd.toISOString(),
    at: proposedAt.toISOString(),
    comment: proposedComment,
  }
}

export function viewOf(meeting: Meeting, caller: Caller, nowMs: number): MeetingView {
  return {
    id: meeting.id,
    type: meeting.typeId === null ? null : { id: meeting.typeId, slug: meeting.typeSlug },
    host: { id: meeting.host, name: meeting.hostName },
    personId: meeting.personId,
    title: meeting.title,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    guest: { name: meeting.guestName, email: meeting.guestEmail, phone: meeting.guestPhone, zone: meeting.zone },
    answers: meeting.answers,
    placeKind: meeting.placeKind,
    place: meeting.place,
    status: meeting.status,
    isWithoutWord: meeting.status === 'booked' && meeting.endsAt.getTime() <= nowMs,
    reply: meeting.reply,
    repliedAt: meeting.repliedAt?.toISOString() ?? null,
    replyComment: meeting.replyComment,
    cancelledBy: meeting.cancelledBy,
    note: meeting.note,
    nextStep: meeting.nextStep,
    talkShare: meeting.talkShare,
    proposal: proposalOf(meeting),
    isOurBooking: meeting.bookedBy !== null,
    mayChange: mayChange(caller, meeting),
  }
}

/** Meetings in order of time; those without a word are the ones that are over and nobody spoke of, those proposed have a guest who asks for another time. */
export async function listMeetings(ctx: Context, caller: Caller, query: Query): Promise<View> {
  const nowMs = ctx.now()
  const host = query.host === 'all' || query.person !== undefined ? null : query.host === 'me' ? caller.id : query.host
  const { rows } = await ctx.db.query<Meeting>(
    `select ${MEETING} ${OF_MEETINGS}
      where ($1::uuid is null or m.host = $1) and ($2::uuid is null or m.person_id = $2)
        and ($3::timestamptz is null or m.starts_at >= $3) and ($4::timestamptz is null or m.starts_at < $4)
        and ($5::timestamptz is null or (m.status = 'booked' and m.ends_at <= $5))
        and (not $6 or (m.status = 'booked' and m.proposed_at is not null and m.proposed_start > $7))
      order by m.starts_at, m.meeting_id limit $8`,
    [
      host,
      query.person ?? null,
      query.from ?? null,
      query.until ?? null,
      query.part === 'without word' ? new Date(nowMs) : null,
      query.part === 'proposed',
      new Date(nowMs),
      query.limit + 1,
    ],
  )
  return {
    now: new Date(nowMs).toISOString(),
    meetings: rows.slice(0, query.limit).map((meeting) => viewOf(meeting, caller, nowMs)),
    isWhole: rows.length <= query.limit,
  }
}

type CountRow = {
  host: string
  host_name: string
  title: string
  held: number
  missed: number
  accepted: number
  without: number
}

/** No-shows among the meetings that have a word, by host and by kind; and how many guests accepted who were asked. */
export async function countMeetings(
  ctx: Context,
  { from, until }: { from?: string | undefined; until?: string | undefined },
): Promise<Counts> {
  const { rows } = await ctx.db.query<CountRow>(
    `select m.host, u.name as host_name, coalesce(t.name, m.title) as title,
            count(*) filter (where m.status = 'held')::int as held, count(*) filter (where m.status = 'missed')::int as missed,
            count(*) filter (where m.reply = 'accepted' and m.status in ('held', 'missed'))::int as accepted,
            count(*) filter (where m.status = 'booked' and m.ends_at <= $3)::int as without
       ${OF_MEETINGS}
      where ($1::timestamptz is null or m.starts_at >= $1) and ($2::timestamptz is null or m.starts_at < $2) and m.starts_at <= $3
      group by 1, 2, 3`,
    [from ?? null, until ?? null, new Date(ctx.now())],
  )
  const sum = (some: readonly CountRow[], of: (row: CountRow) => number): number =>
    some.reduce((total, row) => total + of(row), 0)
  const missedOf = (some: readonly CountRow[]) =>
    rateOf(
      sum(some, (row) => row.missed),
      sum(some, (row) => row.held + row.missed),
    )
  return {
    missed: missedOf(rows),
    accepted: rateOf(
      sum(rows, (row) => row.accepted),
      sum(rows, (row) => row.held + row.missed),
    ),
    withoutWord: sum(rows, (row) => row.without),
    hosts: [...Map.groupBy(rows, (row) => row.host)]
      .map(([id, some]) => ({ host: { id, name: some[0]?.host_name ?? '' }, missed: missedOf(some) }))
      .filter(({ missed }) => missed.n > 0)
      .sort((a, b) => b.missed.n - a.missed.n),
    types: [...Map.groupBy(rows, (row) => row.title)]
      .map(([name, some]) => ({ name, missed: missedOf(some) }))
      .filter(({ missed }) => missed.n > 0)
      .sort((a, b) => b.missed.n - a.missed.n)
      .slice(0, 20),
  }
}
