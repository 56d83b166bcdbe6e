import type { Touch } from '@ensemble/engine/facts/fact.ts'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { normalEmail } from '../facts/prepare-facts.ts'
import { traitsOf } from '../tracking/traits-of.ts'
import { findSlots, nearestSlots } from './find-slots.ts'
import { type Host, hostsOf, inTurn, ownerOfGuest } from './hosts.ts'
import { isOverlap, isSubmittedBefore } from './insert-errors.ts'
import { mailMeeting } from './mail-meeting.ts'
import { findMeeting } from './meeting.ts'
import { type MeetingType, readMeetingTypes } from './meeting-type.ts'
import { type OwedFact, settleMeeting } from './settle-meeting.ts'

export type Booking = {
  atMs: number
  zone: string
  language: 'en' | 'fr'
  name: string
  email: string
  phone: string | null
  answers: { label: string; answer: string }[]
  /** The same submission books once, however often it is sent. */
  submission: string
  touch: Touch
  /** Person whose own link they came by, and the browser's id. */
  linkOf: string | null
  anonymousId: string | null
}
export type Booked =
  | { ok: true; meetingId: string }
  | { ok: false; why: 'taken'; nearest: number[] }
  | { ok: false; why: 'no such type' }

/**
 * Books a meeting for a visitor. Who of the hosts has it is settled by the database: their times may not overlap
 * (`meetings_apart`), so of any number of bookings of one moment as many succeed as there are free hosts.
 */
export async function bookMeeting(ctx: Context, slug: string, booking: Booking): Promise<Booked> {
  const [type] = await readMeetingTypes(ctx.db, { slug })
  if (type === undefined || !type.isPublished) return { ok: false, why: 'no such type' }
  const before = await meetingOfSubmission(ctx, booking.submission)
  if (before !== null) {
    await settleMeeting(ctx, before)
    return { ok: true, meetingId: before }
  }
  const owner =
    type.assigns === 'owner first'
      ? await ownerOfGuest(ctx.db, { personId: booking.linkOf, email: normalEmail(booking.email) })
      : null
  const hosts = await hostsOf(ctx.db, type, owner)
  const free = await findSlots(ctx.db, ctx, type, hosts, { fromMs: booking.atMs, untilMs: booking.atMs + 1 })
  const candidates = hosts.filter(({ id }) => free.get(booking.atMs)?.includes(id))
  for (const host of await inTurn(ctx.db, candidates, owner, ctx.now())) {
    const meetingId = await tryHost(ctx, type, host, booking)
    if (meetingId === null) continue
    await settleMeeting(ctx, meetingId)
    return { ok: true, meetingId }
  }
  return { ok: false, why: 'taken', nearest: await nearestSlots(ctx.db, ctx, type, hosts, booking.atMs) }
}

async function meetingOfSubmission(ctx: Context, submission: string): Promise<string | null> {
  const { rows } = await ctx.db.query<{ meeting_id: string }>('select meeting_id from meetings where submission = $1', [
    submission,
  ])
  return rows[0]?.meeting_id ?? null
}

/** Stores the meeting with this host; null when the time was taken meanwhile. */
async function tryHost(ctx: Context, type: MeetingType, host: Host, booking: Booking): Promise<string | null> {
  const nowMs = ctx.now()
  const meetingId = newId(nowMs)
  const factId = newId(nowMs)
  try {
    return await inTransaction(ctx.db, async (tx) => {
      // One booking of a host after the other: how many a day has is counted, which no constraint does.
      await tx.query('select 1 from meeting_hosts where lane = $1 for update', [host.lane])
      if (type.dayLimit !== null) {
        const still = await findSlots(tx, ctx, type, [host], { fromMs: booking.atMs, untilMs: booking.atMs + 1 })
        if (!still.has(booking.atMs)) return null
      }
      await tx.query(
        `insert into meetings (meeting_id, type_id, host, lane, fact_id, title, starts_at, ends_at, busy, zone, language, guest_name, guest_email,
                               guest_phone, answers, touch, place_kind, place, submission, owed, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, tstzrange($9, $10), $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $22)`,
        [
          meetingId,
          type.id,
          host.id,
          host.lane,
          factId,
          type.name,
          new Date(booking.atMs),
          new Date(booking.atMs + type.minutes * 60_000),
          new Date(booking.atMs - type.bufferBefore * 60_000),
          new Date(booking.atMs + (type.minutes + type.bufferAfter) * 60_000),
          booking.zone,
          booking.language,
          booking.name,
          booking.email,
          booking.phone,
          JSON.stringify(booking.answers),
          JSON.stringify(booking.touch),
          type.placeKind,
          type.place,
          booking.submission,
          JSON.stringify(factsOf(type, host, booking, { meetingId, factId, nowMs })),
          new Date(nowMs),
        ],
      )
      const meeting = await findMeeting(tx, meetingId)
      if (meeting !== null) await mailMeeting(tx, ctx, meeting, { what: 'booked', by: 'guest' })
      return meetingId
    })
  } catch (error) {
    if (isSubmittedBefore(error)) return meetingOfSubmission(ctx, booking.submission)
    if (isOverlap(error)) return null
    throw error
  }
}

/** They raise a hand, say who they are, and a meeting stands: whoever holds it has reached out to them by that. */
function factsOf(
  type: MeetingType,
  host: Host,
  booking: Booking,
  { meetingId, factId, nowMs }: { meetingId: string; factId: string; nowMs: number },
): OwedFact[] {
  const who = {
    email: booking.email,
    ...(booking.phone === null ? {} : { phone: booking.phone }),
    ...(booking.anonymousId === null ? {} : { anonymousId: booking.anonymousId }),
    ...(booking.linkOf === null ? {} : { linkOf: booking.linkOf }),
  }
  const fields = Object.fromEntries(booking.answers.map(({ label, answer }) => [label.slice(0, 100), answer]))
  const base = { at: nowMs, actor: null, who, touch: null }
  return [
    {
      ...base,
      kind: 'form.submitted',
      factId: newId(nowMs),
      messageId: `meeting:${meetingId}:form`,
      touch: booking.touch,
      data: {
        name: type.slug,
        path: `/book/${type.slug}`,
        wantsCall: true,
        ...(booking.answers.length > 0 ? { fields } : {}),
      },
    },
    {
      ...base,
      kind: 'person.identified',
      factId: newId(nowMs),
      messageId: `meeting:${meetingId}:id`,
      data: traitsOf({
        name: booking.name,
        email: booking.email,
        ...(booking.phone === null ? {} : { phone: booking.phone }),
        language: booking.language,
      }),
    },
    {
      ...base,
      kind: 'meeting.booked',
      factId,
      messageId: `meeting:${meetingId}`,
      actor: host.id,
      data: {
        startsAt: new Date(booking.atMs).toISOString(),
        meeting: meetingId,
        name: type.name.slice(0, 200),
        by: 'guest',
      },
    },
  ]
}
