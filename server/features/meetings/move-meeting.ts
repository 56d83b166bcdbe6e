import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { Problem } from '../../http/problem.ts'
import { changeMeeting, noSuchMeeting, owedFact } from './change-meeting.ts'
import { findSlots, nearestSlots } from './find-slots.ts'
import { readHosts } from './hosts.ts'
import { isOverlap } from './insert-errors.ts'
import { mailMeeting } from './mail-meeting.ts'
import { findMeeting, type Meeting, NO_PROPOSAL } from './meeting.ts'
import { looseType, type MeetingType, readMeetingTypes } from './meeting-type.ts'

type Move = {
  meetingId: string
  atMs: number
  by: 'guest' | 'us'
  actor: string | null
  note?: string
  /** The guest proposed this time, of this length, and one of us agrees. */
  agreed?: { minutes: number }
}
export type Moved = { ok: true } | { ok: false; why: 'taken'; nearest: number[] }

/** The rules a meeting moves by: those of its type, with its own length. */
export async function rulesOf(ctx: Context, meeting: Meeting): Promise<MeetingType> {
  const minutes = Math.round((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000)
  const [type] = meeting.typeId === null ? [] : await readMeetingTypes(ctx.db, { id: meeting.typeId })
  return type === undefined ? looseType(minutes, meeting.host) : { ...type, minutes }
}

/** Moves a meeting to another time of the same host. A guest keeps to free slots; one of us may choose any time that is not taken. */
export async function moveMeeting(
  ctx: Context,
  { meetingId, atMs, by, actor, note = '', agreed }: Move,
): Promise<Moved> {
  const nowMs = ctx.now()
  const before = await findMeeting(ctx.db, meetingId)
  if (before === null) throw noSuchMeeting()
  const rules = { ...(await rulesOf(ctx, before)), ...agreed }
  const hosts = await readHosts(ctx.db, [before.host])
  const taken = async (): Promise<Moved> => ({
    ok: false,
    why: 'taken',
    nearest: await nearestSlots(ctx.db, ctx, rules, hosts, atMs, meetingId),
  })
  if (by === 'guest') {
    const free = await findSlots(ctx.db, ctx, rules, hosts, { fromMs: atMs, untilMs: atMs + 1, without: meetingId })
    if (!free.has(atMs)) return taken()
  }
  try {
    await changeMeeting(ctx, meetingId, async (tx, meeting) => {
      if (meeting.status !== 'booked')
        throw new Problem('conflict', 'This meeting is cancelled or over.', { mend: 'Book a new one.' })
      if (meeting.startsAt.getTime() === atMs) return { owed: [], result: undefined }
      const sequence = meeting.sequence + 1
      await tx.query(
        `update meetings set starts_at = $2, ends_at = $3, busy = tstzrange($4, $5), sequence = $6, reply = 'none', replied_at = null, reply_comment = null, ${NO_PROPOSAL}
          where meeting_id = $1`,
        [
          meetingId,
          new Date(atMs),
          new Date(atMs + rules.minutes * 60_000),
          new Date(atMs - rules.bufferBefore * 60_000),
          new Date(atMs + (rules.minutes + rules.bufferAfter) * 60_000),
          sequence,
        ],
      )
      const stored = await findMeeting(tx, meetingId)
      if (stored !== null)
        await mailMeeting(tx, ctx, stored, {
          what: agreed === undefined ? 'moved' : 'agreed',
          by,
          ...(note === '' ? {} : { reason: note }),
        })
      const data = {
        meeting: meetingId,
        startsAt: new Date(atMs).toISOString(),
        by: agreed === undefined ? by : 'guest',
        ...(note === '' ? {} : { note }),
      }
      const fact = owedFact('meeting.moved', data, {
        factId: newId(nowMs),
        messageId: `meeting:${meetingId}:moved:${sequence}`,
        nowMs,
        actor,
      })
      return { owed: [fact], result: undefined }
    })
    return { ok: true }
  } catch (error) {
    if (isOverlap(error)) return taken()
    throw error
  }
}
