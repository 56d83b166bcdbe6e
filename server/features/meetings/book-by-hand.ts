import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { bookByHand as promise } from './contract.ts'
import { readHosts } from './hosts.ts'
import { isOverlap } from './insert-errors.ts'
import { mailMeeting } from './mail-meeting.ts'
import { findMeeting } from './meeting.ts'
import { readMeetingTypes } from './meeting-type.ts'
import { settleMeeting } from './settle-meeting.ts'

type Body = z.output<NonNullable<(typeof promise)['body']>>
type Guest = { name: string; email: string | null; phone: string | null; language: string | null }

/** Books a meeting with somebody known, at any time the host has not given away. They are invited unless it is not wished. */
export async function bookByHand(ctx: Context, caller: Caller, body: Body): Promise<{ id: string }> {
  const nowMs = ctx.now()
  const hostId = body.hostId ?? caller.id
  if (hostId !== caller.id && caller.role !== 'admin' && caller.role !== 'manager')
    throw new Problem('not-allowed', 'A colleague’s time is for managers to give.', { mend: 'Book it with yourself.' })
  const [host] = await readHosts(ctx.db, [hostId])
  if (host === undefined)
    throw new Problem('not-found', 'There is no such colleague.', { mend: 'Choose from the list of people.' })
  const guest = await readGuest(ctx, body.personId)
  const [type] = body.typeId === undefined ? [] : await readMeetingTypes(ctx.db, { id: body.typeId })
  const house = await readHouseSettings(ctx.db)
  const startMs = Date.parse(body.startsAt)
  const minutes = body.minutes ?? type?.minutes ?? 30
  const meetingId = newId(nowMs)
  const factId = newId(nowMs)
  const title = body.title ?? type?.name ?? (house.locale === 'fr' ? 'Rendez-vous' : 'Meeting')
  const owed = [
    {
      kind: 'meeting.booked',
      factId,
      at: nowMs,
      messageId: `meeting:${meetingId}`,
      actor: caller.id,
      who: { personId: body.personId },
      touch: null,
      data: { startsAt: new Date(startMs).toISOString(), meeting: meetingId, name: title, by: 'us' },
    },
  ]
  try {
    await inTransaction(ctx.db, async (tx) => {
      await tx.query(
        `insert into meetings (meeting_id, type_id, host, lane, person_id, fact_id, title, starts_at, ends_at, busy, zone, language, guest_name,
                               guest_email, guest_phone, place_kind, place, booked_by, submission, owed, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, tstzrange($10, $11), $12, $13, $14, $15, $16, $17, $18, $19, $1::uuid::text, $20, $21, $21)`,
        [
          meetingId,
          type?.id ?? null,
          host.id,
          host.lane,
          body.personId,
          factId,
          title,
          new Date(startMs),
          new Date(startMs + minutes * 60_000),
          new Date(startMs - (type?.bufferBefore ?? 0) * 60_000),
          new Date(startMs + (minutes + (type?.bufferAfter ?? 0)) * 60_000),
          house.zone,
          guest.language === 'en' || guest.language === 'fr' ? guest.language : house.locale,
          guest.name,
          guest.email,
          guest.phone,
          body.placeKind ?? type?.placeKind ?? 'phone',
          body.place ?? type?.place ?? '',
          caller.id,
          JSON.stringify(owed),
          new Date(nowMs),
        ],
      )
      const meeting = await findMeeting(tx, meetingId)
      if (meeting !== null && body.shouldInvite && startMs > nowMs)
        await mailMeeting(tx, ctx, meeting, { what: 'booked', by: 'us' })
    })
  } catch (error) {
    if (!isOverlap(error)) throw error
    throw new Problem('conflict', `${host.name} has another meeting at that time.`, {
      mend: 'Choose another time.',
      errors: [{ where: 'body.startsAt', what: 'is taken' }],
    })
  }
  await settleMeeting(ctx, meetingId)
  return { id: meetingId }
}

async function readGuest(ctx: Context, personId: string): Promise<Guest> {
  const { rows } = await ctx.db.query<Guest>(
    `select name, email, phone, state->'person'->>'language' as language from people where person_id = $1 and erased_at is null`,
    [personId],
  )
  const [guest] = rows
  if (guest === undefined)
    throw new Problem('not-found', 'There is no such person.', { mend: 'They may have been merged: search for them.' })
  return guest
}
