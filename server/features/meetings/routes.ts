import { tryLimit } from '../../auth/try-limit.ts'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { answerProposal } from './answer-proposal.ts'
import { applyCalendarReply } from './apply-calendar-reply.ts'
import { bookByHand } from './book-by-hand.ts'
import { showBooking, takeBooking } from './booking-page.ts'
import {
  addCalendarSource,
  getMyCalendar,
  removeCalendarSource,
  renewFeed,
  rereadCalendarSource,
} from './calendar-sources.ts'
import { cancelMeeting, uncancelMeeting } from './cancel-meeting.ts'
import { noSuchMeeting } from './change-meeting.ts'
import * as promises from './contract.ts'
import * as desk from './desk-contract.ts'
import { feedOf } from './feed.ts'
import { findClash } from './find-clash.ts'
import { findSlots } from './find-slots.ts'
import { giveWord, takeBackWord } from './give-word.ts'
import { guestInvitation, showGuestMeeting, takeGuestChange } from './guest-page.ts'
import { hostsOf } from './hosts.ts'
import { countMeetings, listMeetings, type MeetingView, viewOf } from './list-meetings.ts'
import { manageUrl } from './mail-meeting.ts'
import { findMeeting } from './meeting.ts'
import { readMeetingTypes } from './meeting-type.ts'
import { moveMeeting } from './move-meeting.ts'
import { listFreeTimes, offerMeeting } from './offer-meeting.ts'
import { requireMine } from './policy.ts'
import { previewInvitation } from './preview-invitation.ts'
import { listTypes, removeType, saveType } from './save-type.ts'

const sendings = tryLimit({ max: 20, windowMs: 60_000 })
const DAY_MS = 86_400_000

async function shown(ctx: Context, caller: Caller, meetingId: string): Promise<MeetingView> {
  const meeting = await findMeeting(ctx.db, meetingId)
  if (meeting === null) throw noSuchMeeting()
  return viewOf(meeting, caller, ctx.now())
}

async function clashOfProposal(ctx: Context, meetingId: string) {
  const meeting = await findMeeting(ctx.db, meetingId)
  if (meeting === null || meeting.proposedStart === null || meeting.proposedEnd === null) return null
  const span = { startMs: meeting.proposedStart.getTime(), endMs: meeting.proposedEnd.getTime() }
  return findClash(ctx, { hostId: meeting.host, ...span, without: meetingId })
}

async function typeOf(ctx: Context, slug: string) {
  const [type] = await readMeetingTypes(ctx.db, { slug })
  if (type === undefined)
    throw new Problem('not-found', 'There is no such meeting to book.', { mend: 'Check the address.' })
  return type
}

async function slotsOf(ctx: Context, slug: string, from: string | undefined, days: number, isPublic: boolean) {
  const type = await typeOf(ctx, slug)
  if (isPublic && !type.isPublished)
    throw new Problem('not-found', 'There is no such meeting to book.', { mend: 'Check the address.' })
  const hosts = await hostsOf(ctx.db, type)
  const fromMs = from === undefined ? ctx.now() : Date.parse(from)
  const slots = await findSlots(ctx.db, ctx, type, hosts, { fromMs, untilMs: fromMs + days * DAY_MS })
  return { type, hosts, slots }
}

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listMeetings, ({ ctx, caller, query }) => listMeetings(ctx, caller, query)),
  endpoint(promises.countMeetings, ({ ctx, query }) => countMeetings(ctx, query)),
  endpoint(promises.getMeeting, async ({ ctx, caller, params }) => ({
    ...(await shown(ctx, caller, params.meetingId)),
    guestUrl: caller.role === 'viewer' ? null : manageUrl(ctx, params.meetingId),
    proposalClash: await clashOfProposal(ctx, params.meetingId),
  })),
  endpoint(desk.bookByHand, ({ ctx, caller, body }) => bookByHand(ctx, caller, body)),
  endpoint(desk.previewInvitation, ({ ctx, caller, body }) => previewInvitation(ctx, caller, body)),
  endpoint(desk.offerMeeting, ({ ctx, caller, query }) => offerMeeting(ctx, caller, query)),
  endpoint(desk.listFreeTimes, ({ ctx, caller, params, query }) => listFreeTimes(ctx, caller, { ...params, ...query })),
  endpoint(desk.answerProposal, async ({ ctx, caller, params, body }) => {
    await answerProposal(ctx, caller, { ...params, ...body })
    return shown(ctx, caller, params.meetingId)
  }),
  endpoint(promises.giveWord, async ({ ctx, caller, params, body }) => {
    await requireMine(ctx, caller, params.meetingId)
    await giveWord(ctx, { meetingId: params.meetingId, actor: caller.id, given: body })
    return shown(ctx, caller, params.meetingId)
  }),
  endpoint(promises.takeBackWord, async ({ ctx, caller, params }) => {
    await requireMine(ctx, caller, params.meetingId)
    await takeBackWord(ctx, { meetingId: params.meetingId, actor: caller.id })
    return shown(ctx, caller, params.meetingId)
  }),
  endpoint(promises.moveMeeting, async ({ ctx, caller, params, body }) => {
    await requireMine(ctx, caller, params.meetingId)
    const moved = await moveMeeting(ctx, {
      meetingId: params.meetingId,
      atMs: Date.parse(body.startsAt),
      by: 'us',
      actor: caller.id,
      note: body.note,
    })
    if (!moved.ok)
      throw new Problem('conflict', 'The host has another meeting at that time.', {
        mend: 'Choose one of the nearest free times named in errors, or another.',
        errors: moved.nearest.map((at) => ({ where: 'body.startsAt', what: new Date(at).toISOString() })),
      })
    return shown(ctx, caller, params.meetingId)
  }),
  endpoint(promises.cancelMeeting, async ({ ctx, caller, params, body }) => {
    await requireMine(ctx, caller, params.meetingId)
    await cancelMeeting(ctx, { meetingId: params.meetingId, by: 'us', actor: caller.id, note: body.note })
    return shown(ctx, caller, params.meetingId)
  }),
  endpoint(promises.uncancelMeeting, async ({ ctx, caller, params }) => {
    await requireMine(ctx, caller, params.meetingId)
    await uncancelMeeting(ctx, { meetingId: params.meetingId, actor: caller.id })
    return shown(ctx, caller, params.meetingId)
  }),
  endpoint(promises.applyReply, async ({ ctx, body }) => {
    const applied = await applyCalendarReply(ctx, body.ics)
    if (!applied.ok)
      throw new Problem('refused', applied.what, {
        mend: applied.mend,
        errors: [{ where: 'body.ics', what: applied.what }],
      })
    return applied
  }),
  endpoint(promises.listTypes, async ({ ctx, caller }) => ({ types: await listTypes(ctx, caller) })),
  endpoint(promises.saveType, ({ ctx, caller, params, body }) => saveType(ctx, caller, { ...body, ...params })),
  endpoint(promises.removeType, ({ ctx, caller, params }) => removeType(ctx, caller, params.slug)),
  endpoint(promises.previewSlots, async ({ ctx, params, query }) => {
    const { hosts, slots } = await slotsOf(ctx, params.slug, query.from, query.days, false)
    return {
      slots: [...slots].map(([at, free]) => ({ at: new Date(at).toISOString(), hosts: free })),
      hosts: hosts.map(({ id, name }) => ({ id, name })),
    }
  }),
  endpoint(promises.getMyCalendar, ({ ctx, caller }) => getMyCalendar(ctx, caller.id)),
  endpoint(promises.renewFeed, ({ ctx, caller }) => renewFeed(ctx, caller.id)),
  endpoint(promises.addSource, ({ ctx, caller, body }) => addCalendarSource(ctx, caller, body)),
  endpoint(promises.rereadSource, ({ ctx, caller, params }) => rereadCalendarSource(ctx, caller, params.sourceId)),
  endpoint(promises.removeSource, ({ ctx, caller, params }) => removeCalendarSource(ctx, caller, params.sourceId)),
  endpoint(promises.showBooking, ({ ctx, params, request, reply }) =>
    showBooking({ ctx, request, reply, slug: params.slug }),
  ),
  endpoint(promises.sendBooking, ({ ctx, params, request, reply }) =>
    takeBooking({ ctx, request, reply, slug: params.slug }, sendings.take(request.ip, Date.now())),
  ),
  endpoint(promises.listFreeSlots, async ({ ctx, params, query, reply }) => {
    const { type, slots } = await slotsOf(ctx, params.slug, query.from, query.days, true)
    reply.header('cache-control', 'no-store').header('access-control-allow-origin', '*')
    return { minutes: type.minutes, slots: [...slots.keys()].map((at) => new Date(at).toISOString()) }
  }),
  endpoint(promises.showGuestMeeting, ({ ctx, params, request, reply }) =>
    showGuestMeeting({ ctx, request, reply, token: params.token }),
  ),
  endpoint(promises.changeGuestMeeting, ({ ctx, params, request, reply }) =>
    takeGuestChange({ ctx, request, reply, token: params.token }, sendings.take(request.ip, Date.now())),
  ),
  endpoint(promises.guestInvitation, ({ ctx, params, reply }) => guestInvitation(ctx, params.token, reply)),
  endpoint(promises.readFeed, async ({ ctx, params, reply }) => {
    const feed = await feedOf(ctx, params.token.replace(/\.ics$/, ''))
    if (feed === null)
      throw new Problem('not-found', 'There is no calendar at this address.', {
        mend: 'Copy the address again from the page of meetings.',
      })
    reply.header('cache-control', 'private, max-age=300').header('x-robots-tag', 'noindex')
    return reply.type('text/calendar; charset=utf-8').send(feed)
  }),
]
