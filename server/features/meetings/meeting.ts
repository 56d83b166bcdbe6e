import type { Queryable } from '../../db/queryable.ts'
import type { PlaceKind } from './meeting-type.ts'

export type Status = 'booked' | 'held' | 'missed' | 'cancelled'
export type Reply = 'none' | 'accepted' | 'declined' | 'tentative'

/** A meeting as it is stored, with the names it is shown by. */
export type Meeting = {
  id: string
  typeId: string | null
  typeSlug: string | null
  host: string
  hostName: string
  hostEmail: string | null
  personId: string | null
  title: string
  startsAt: Date
  endsAt: Date
  zone: string
  language: 'en' | 'fr'
  guestName: string
  guestEmail: string | null
  guestPhone: string | null
  answers: { label: string; answer: string }[]
  placeKind: PlaceKind
  place: string
  status: Status
  reply: Reply
  repliedAt: Date | null
  replyComment: string | null
  sequence: number
  cancelledBy: 'guest' | 'us' | null
  wordAt: Date | null
  wordFact: string | null
  note: string
  nextStep: string
  talkShare: number | null
  /** Another time the guest asks for, while nobody has answered it. */
  proposedStart: Date | null
  proposedEnd: Date | null
  proposedAt: Date | null
  proposedComment: string | null
  bookedBy: string | null
  createdAt: Date
  updatedAt: Date
}

export const MEETING = `
  m.meeting_id as id, m.type_id as "typeId", t.slug as "typeSlug", m.host, u.name as "hostName", u.email as "hostEmail", m.person_id as "personId",
  m.title, m.starts_at as "startsAt", m.ends_at as "endsAt", m.zone, m.language, m.guest_name as "guestName", m.guest_email as "guestEmail",
  m.guest_phone as "guestPhone", m.answers, m.place_kind as "placeKind", m.place, m.status, m.reply, m.replied_at as "repliedAt",
  m.reply_comment as "replyComment", m.sequence, m.cancelled_by as "cancelledBy", m.word_at as "wordAt", m.word_fact as "wordFact", m.note,
  m.next_step as "nextStep", m.talk_share as "talkShare", m.proposed_start as "proposedStart", m.proposed_end as "proposedEnd",
  m.proposed_at as "proposedAt", m.proposed_comment as "proposedComment", m.booked_by as "bookedBy", m.created_at as "createdAt", m.updated_at as "updatedAt"`
/** What a change of a meeting does to a proposal that waits. */
export const NO_PROPOSAL = 'proposed_start = null, proposed_end = null, proposed_at = null, proposed_comment = null'
export const OF_MEETINGS =
  'from meetings m join users u on u.id = m.host left join meeting_types t on t.type_id = m.type_id'

/** One meeting, or null. Within a transaction `isLocked` keeps it from changing meanwhile. */
export async function findMeeting(db: Queryable, meetingId: string, isLocked = false): Promise<Meeting | null> {
  const { rows } = await db.query<Meeting>(
    `select ${MEETING} ${OF_MEETINGS} where m.meeting_id = $1 ${isLocked ? 'for update of m' : ''}`,
    [meetingId],
  )
  return rows[0] ?? null
}

/** The name of a meeting in every calendar, for ever. */
export function uidOf(meetingId: string, publicUrl: string): string {
  return `${meetingId}@${new URL(publicUrl).hostname}`
}

/** The meeting a UID names, whatever host it was written under. */
export function meetingOfUid(uid: string): string | null {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i.exec(uid.trim())?.[1]?.toLowerCase() ?? null
}
