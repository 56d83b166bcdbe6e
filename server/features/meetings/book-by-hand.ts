import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { checkRights } from '../facts/check-rights.ts'
import { readMailSettings } from '../mail/mail-settings.ts'
import { type ByHand, draftByHand } from './draft-by-hand.ts'
import { isOverlap } from './insert-errors.ts'
import { mailMeeting } from './mail-meeting.ts'
import { findMeeting } from './meeting.ts'
import { settleMeeting } from './settle-meeting.ts'

/** Books a meeting with somebody known, at any time the host has not given away. They are invited unless it is not wished. */
export async function bookByHand(
  ctx: Context,
  caller: Caller,
  body: ByHand,
): Promise<{ id: string; isInvited: boolean }> {
  const nowMs = ctx.now()
  const { host, guest, type, rules, title, zone } = await draftByHand(ctx, caller, body)
  const startMs = Date.parse(body.startsAt)
  const meetingId = newId(nowMs)
  const factId = newId(nowMs)
  const data = { startsAt: new Date(startMs).toISOString(), meeting: meetingId, name: title, by: 'us' }
  const who = { personId: body.personId }
  await checkRights(ctx, caller, [{ kind: 'meeting.booked', data, who }])
  const isInvited =
    body.shouldInvite && startMs > nowMs && guest.email !== null && (await readMailSettings(ctx.db, ctx)) !== null
  const owed = [
    {
      kind: 'meeting.booked',
      factId,
      at: nowMs,
      messageId: `meeting:${meetingId}`,
      actor: caller.id,
      who,
      touch: null,
      data,
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
          new Date(startMs + rules.minutes * 60_000),
          new Date(startMs - rules.bufferBefore * 60_000),
          new Date(startMs + (rules.minutes + rules.bufferAfter) * 60_000),
          zone,
          guest.language,
          guest.name,
          guest.email,
          guest.phone,
          body.placeKind ?? rules.placeKind,
          body.place ?? rules.place,
          caller.id,
          JSON.stringify(owed),
          new Date(nowMs),
        ],
      )
      const meeting = await findMeeting(tx, meetingId)
      if (meeting !== null && isInvited)
        await mailMeeting(tx, ctx, meeting, { what: 'booked', by: 'us', message: body.message })
    })
  } catch (error) {
    if (!isOverlap(error)) throw error
    throw new Problem('conflict', `${host.name} has another meeting at that time.`, {
      mend: 'Choose another time.',
      errors: [{ where: 'body.startsAt', what: 'is taken' }],
    })
  }
  await settleMeeting(ctx, meetingId)
  return { id: meetingId, isInvited }
}
