import { freeSlots } from '@ensemble/engine/worktime/free-slots.ts'
import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { ensureLanes } from '../meetings/hosts.ts'
import { readMeetingTypes } from '../meetings/meeting-type.ts'
import { saveType } from '../meetings/save-type.ts'
import { settleMeeting } from '../meetings/settle-meeting.ts'
import type { Cast, CastMember } from './cast.ts'
import { makeDice } from './dice.ts'

const TEAM_SLUG = 'premier-echange'
const REPLIES = ['accepted', 'accepted', 'accepted', 'tentative', 'none', 'declined'] as const

function callerOf({ id, name, role, side, locale }: CastMember): Caller {
  return { id, name, role, side, locale }
}

/** Booking pages, the meetings that the stories tell of, and some still to come. Running it again changes nothing. */
export async function putMeetings(ctx: Context, cast: Cast, endsAt: number): Promise<void> {
  const [manager] = cast.managers
  const [first] = cast.sellers
  if (manager === undefined || first === undefined) return
  if ((await readMeetingTypes(ctx.db, { slug: TEAM_SLUG })).length > 0) return
  await ensureLanes(
    ctx.db,
    cast.members.map(({ id }) => id),
  )
  await putTypes(ctx, manager, first)
  await fromStories(ctx, endsAt)
  for (const seller of cast.sellers.filter(({ isActive }) => isActive).slice(0, 5)) await putFresh(ctx, seller, endsAt)
  await putProposals(ctx, endsAt)
}

async function putTypes(ctx: Context, manager: CastMember, first: CastMember): Promise<void> {
  const team = await ctx.db.query<{ team_id: string }>('select team_id from users where id = $1', [first.id])
  const shared = { stepMinutes: 30, horizonDays: 21, noticeMinutes: 120, isPublished: true } as const
  await saveType(ctx, callerOf(manager), {
    ...shared,
    slug: TEAM_SLUG,
    name: 'Premier échange',
    intro: 'Trente minutes pour comprendre comment vos équipes s’organisent aujourd’hui, et si Relais peut les aider.',
    minutes: 30,
    bufferBefore: 0,
    bufferAfter: 10,
    dayLimit: 4,
    placeKind: 'video',
    place: 'https://visio.brisevent.example/salon',
    questions: [
      { label: 'Combien de personnes interviennent chez vos clients ?', isRequired: true },
      { label: 'Qu’est-ce qui vous fait perdre du temps ?', isRequired: false },
    ],
    assigns: 'owner first',
    teamId: team.rows[0]?.team_id ?? null,
    hostIds: team.rows[0] === undefined ? [first.id] : [],
  })
  await saveType(ctx, callerOf(first), {
    ...shared,
    slug: 'demonstration',
    name: 'Demonstration of Relais',
    intro: 'One hour, with your own plan of the day if you send it before.',
    minutes: 60,
    bufferBefore: 15,
    bufferAfter: 15,
    dayLimit: 2,
    placeKind: 'phone',
    place: '',
    questions: [],
    assigns: 'round robin',
    teamId: null,
    hostIds: [first.id],
  })
}

/** What the stories of the last three months say of meetings, as rows of the calendar. */
async function fromStories(ctx: Context, endsAt: number): Promise<void> {
  await ctx.db.query(
    `insert into meetings (meeting_id, type_id, host, lane, person_id, fact_id, title, starts_at, ends_at, busy, zone, language, guest_name, guest_email,
                           guest_phone, place_kind, place, status, reply, word_at, word_by, word_fact, booked_by, submission, created_at, updated_at)
     select gen_random_uuid(), t.type_id, b.actor, h.lane, b.person_id, b.fact_id, t.name, s.at, s.at + make_interval(mins => 30),
            tstzrange(s.at, s.at + make_interval(mins => 40)), 'Europe/Paris', 'fr', coalesce(nullif(p.name, ''), p.email), p.email, p.phone, t.place_kind, t.place,
            case when w.kind = 'meeting.held' then 'held' when w.kind = 'note.written' then 'missed' else 'booked' end,
            case when get_byte(uuid_send(b.fact_id), 15) % 4 = 0 then 'none' else 'accepted' end,
            w.occurred_at, case when w.kind is not null then b.actor end, w.fact_id, b.actor, 'demo:' || b.fact_id, b.occurred_at, b.occurred_at
       from facts b
       join people p on p.person_id = b.person_id
       join meeting_hosts h on h.user_id = b.actor
       join meeting_types t on t.slug = $1
       cross join lateral (select (b.data->>'startsAt')::timestamptz as at) s
       left join lateral (
         select f.kind, f.fact_id, f.occurred_at from facts f
          where f.person_id = b.person_id and f.occurred_at > b.occurred_at
            and (f.kind = 'meeting.held' or (f.kind = 'note.written' and f.data->>'text' like 'Nobody came%'))
          order by f.occurred_at limit 1) w on true
      where b.kind = 'meeting.booked' and b.actor is not null and b.data->>'startsAt' is not null and b.occurred_at > $2
        and (w.kind is not null or s.at > $3)
      order by b.occurred_at on conflict do nothing`,
    [TEAM_SLUG, new Date(endsAt - 95 * dayMs), new Date(endsAt)],
  )
}

/** One guest of each host asks for a later hour of the same day, as their calendar program would. */
async function putProposals(ctx: Context, endsAt: number): Promise<void> {
  await ctx.db.query(
    `update meetings m set proposed_start = m.starts_at + interval '2 hours', proposed_end = m.ends_at + interval '2 hours', proposed_at = $1,
            proposed_comment = 'Un imprévu : serait-ce possible deux heures plus tard ?', reply = 'tentative', replied_at = $1
       from (select distinct on (host) meeting_id from meetings
              where status = 'booked' and starts_at > $2 and submission like 'demo:%'
              order by host, reply in ('tentative', 'declined') desc, starts_at) as chosen
      where chosen.meeting_id = m.meeting_id`,
    [new Date(endsAt - 3_600_000), new Date(endsAt + 6 * 3_600_000)],
  )
}

/** A few meetings around today with leads that are open: two that are over without a word, others to come. */
async function putFresh(ctx: Context, seller: CastMember, endsAt: number): Promise<void> {
  const dice = makeDice(`meetings:${seller.id}`)
  const [type] = await readMeetingTypes(ctx.db, { slug: TEAM_SLUG })
  if (type === undefined) return
  const { rows: leads } = await ctx.db.query<{ id: string; name: string; email: string | null; phone: string | null }>(
    `select p.person_id as id, coalesce(nullif(p.name, ''), p.email) as name, p.email, p.phone from leads l join people p on p.person_id = l.person_id
      where l.owner = $1 and l.outcome = 'open' and p.email is not null and l.stage in ('contacted', 'opportunity')
        and not exists (select 1 from meetings m where m.person_id = p.person_id and m.status = 'booked')
      order by l.opened_at desc, l.person_id limit 7`,
    [seller.id],
  )
  const taken = await ctx.db.query<{ from: Date; to: Date }>(
    `select lower(busy) as from, upper(busy) as to from meetings where host = $1 and status <> 'cancelled' and starts_at > $2`,
    [seller.id, new Date(endsAt - 8 * dayMs)],
  )
  const busy = taken.rows.map(({ from, to }) => ({ fromMs: from.getTime(), toMs: to.getTime() }))
  const { rows: lanes } = await ctx.db.query<{ lane: number }>('select lane from meeting_hosts where user_id = $1', [
    seller.id,
  ])
  const query = {
    calendar: seller.calendar,
    rules: { ...type, stepMinutes: 60, dayLimit: null },
    busy,
    taken: new Map<number, number>(),
  }
  const past = freeSlots({ ...query, fromMs: endsAt - 5 * dayMs, untilMs: endsAt - 3_600_000 })
  const future = freeSlots({ ...query, fromMs: endsAt + 2 * 3_600_000, untilMs: endsAt + 9 * dayMs })
  const times = [...past.slice(-6).filter((_, i) => i % 4 === 1), ...future.filter((_, i) => i % 5 === 1)]
  for (const [index, lead] of leads.entries()) {
    const startMs = times[index]
    if (startMs === undefined) break
    const bookedMs = Math.min(startMs, endsAt) - dice.whole(18, 90) * 3_600_000
    const meetingId = newId(bookedMs)
    const factId = newId(bookedMs)
    const owed = [
      {
        kind: 'meeting.booked',
        factId,
        at: bookedMs,
        messageId: `meeting:${meetingId}`,
        actor: seller.id,
        who: { personId: lead.id },
        touch: null,
        data: { startsAt: new Date(startMs).toISOString(), meeting: meetingId, name: type.name, by: 'guest' },
      },
    ]
    const { rowCount } = await ctx.db.query(
      `insert into meetings (meeting_id, type_id, host, lane, person_id, fact_id, title, starts_at, ends_at, busy, zone, language, guest_name, guest_email,
                             guest_phone, answers, place_kind, place, reply, replied_at, submission, owed, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, tstzrange($8, $10), $11, 'fr', $12, $13, $14, $15, $16, $17, $18, $19, 'demo:' || $1::uuid::text, $20, $21, $21)
       on conflict do nothing`,
      [
        meetingId,
        type.id,
        seller.id,
        lanes[0]?.lane ?? 0,
        lead.id,
        factId,
        type.name,
        new Date(startMs),
        new Date(startMs + type.minutes * 60_000),
        new Date(startMs + (type.minutes + type.bufferAfter) * 60_000),
        dice.pick(['Europe/Paris', 'Europe/Paris', 'Europe/London'] as const),
        lead.name,
        lead.email,
        lead.phone,
        JSON.stringify([
          { label: type.questions[0]?.label ?? '', answer: String(dice.whole(4, 60)) },
          {
            label: type.questions[1]?.label ?? '',
            answer: dice.pick(['Les changements de dernière minute', 'Refaire le planning chaque matin'] as const),
          },
        ]),
        type.placeKind,
        type.place,
        REPLIES[index % REPLIES.length],
        REPLIES[index % REPLIES.length] === 'none' ? null : new Date(bookedMs + 3_600_000),
        JSON.stringify(owed),
        new Date(bookedMs),
      ],
    )
    if (rowCount === 1) await settleMeeting(ctx, meetingId)
  }
}
