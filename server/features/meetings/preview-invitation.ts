import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { readMailSettings } from '../mail/mail-settings.ts'
import type { previewInvitation as promise } from './desk-contract.ts'
import { type ByHand, draftByHand, type Guest } from './draft-by-hand.ts'
import { findClash } from './find-clash.ts'
import { letterToGuest } from './mail-meeting.ts'
import type { Meeting } from './meeting.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>

async function mailingOf(ctx: Context, body: ByHand, guest: Guest): Promise<View['mailing']> {
  if (!body.shouldInvite) return 'not wished'
  if (Date.parse(body.startsAt) <= ctx.now()) return 'in the past'
  if (guest.email === null) return 'no address'
  return (await readMailSettings(ctx.db, ctx)) === null ? 'no mail server' : 'goes out'
}

/** The invitation as the guest would read it. Their own link is made when the meeting is. */
export async function previewInvitation(ctx: Context, caller: Caller, body: ByHand): Promise<View> {
  const { host, guest, type, rules, title, zone } = await draftByHand(ctx, caller, body)
  const startMs = Date.parse(body.startsAt)
  const endMs = startMs + rules.minutes * 60_000
  const now = new Date(ctx.now())
  const meeting: Meeting = {
    id: '',
    typeId: type?.id ?? null,
    typeSlug: type?.slug ?? null,
    host: host.id,
    hostName: host.name,
    hostEmail: host.email,
    personId: body.personId,
    title,
    startsAt: new Date(startMs),
    endsAt: new Date(endMs),
    zone,
    language: guest.language,
    guestName: guest.name,
    guestEmail: guest.email,
    guestPhone: guest.phone,
    answers: [],
    placeKind: body.placeKind ?? rules.placeKind,
    place: body.place ?? rules.place,
    status: 'booked',
    reply: 'none',
    repliedAt: null,
    replyComment: null,
    sequence: 0,
    cancelledBy: null,
    wordAt: null,
    wordFact: null,
    note: '',
    nextStep: '',
    talkShare: null,
    proposedStart: null,
    proposedEnd: null,
    proposedAt: null,
    proposedComment: null,
    bookedBy: caller.id,
    createdAt: now,
    updatedAt: now,
  }
  const told = { what: 'booked', by: 'us', message: body.message } as const
  const { subject, text } = await letterToGuest(ctx.db, meeting, told, `${ctx.publicUrl}/book/m/…`)
  return {
    mailing: await mailingOf(ctx, body, guest),
    to: guest.email,
    subject,
    text,
    zone,
    endsAt: meeting.endsAt.toISOString(),
    clash: await findClash(ctx, { hostId: host.id, startMs, endMs, without: null }),
  }
}
