import { z } from 'zod'
import { contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { moment, pageSize, rate, userRef } from '../../http/shapes.ts'
import { PLACES, question } from './meeting-type.ts'

const SELLING = ['admin', 'manager', 'seller'] as const
const slug = z.string().regex(/^[a-z0-9-]{1,60}$/)
const zone = z.string().max(80)
const placeKind = z.enum(PLACES)
const place = z.string().max(500)
const note = z.string().max(2_000)
const meetingId = z.object({ meetingId: z.uuid() })
/** What a host has at a time already. */
export const clash = z.object({ what: z.enum(['meeting', 'busy', 'away', 'outside hours']), title: z.string() })

export const meetingView = z
  .object({
    id: z.uuid(),
    type: z.object({ id: z.uuid(), slug: z.string().nullable() }).nullable(),
    host: userRef,
    personId: z.uuid().nullable(),
    title: z.string(),
    startsAt: moment,
    endsAt: moment,
    guest: z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable(), zone }),
    answers: z.array(z.object({ label: z.string(), answer: z.string() })),
    placeKind,
    place: z.string(),
    status: z.enum(['booked', 'held', 'missed', 'cancelled']),
    /** It is over, and nobody has said what became of it. */
    isWithoutWord: z.boolean(),
    reply: z.enum(['none', 'accepted', 'declined', 'tentative']),
    repliedAt: moment.nullable(),
    replyComment: z.string().nullable(),
    cancelledBy: z.enum(['guest', 'us']).nullable(),
    note: z.string(),
    nextStep: z.string(),
    talkShare: z.number().nullable(),
    /** Another time the guest asks for in their calendar program; null when none waits for an answer. */
    proposal: z.object({ startsAt: moment, endsAt: moment, at: moment, comment: z.string().nullable() }).nullable(),
    isOurBooking: z.boolean(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'MeetingView' })

export const listMeetings = contract({
  id: 'listMeetings',
  method: 'GET',
  url: '/api/meetings',
  summary:
    'Meetings of a span of time, one’s own or a colleague’s or everybody’s; those that are over without a word; or those whose guest proposes another time.',
  roles: EVERYONE,
  query: z.object({
    from: moment.optional(),
    until: moment.optional(),
    host: z.union([z.uuid(), z.enum(['me', 'all'])]).default('me'),
    person: z.uuid().optional(),
    part: z.enum(['all', 'without word', 'proposed']).default('all'),
    limit: pageSize.default(200),
  }),
  response: z.object({ now: moment, meetings: z.array(meetingView), isWhole: z.boolean() }),
})

export const countMeetings = contract({
  id: 'countMeetings',
  method: 'GET',
  url: '/api/meetings/rates',
  summary:
    'Of the meetings that are over and have a word: how many were held, and how many were missed, with the 95 % interval.',
  roles: EVERYONE,
  query: z.object({ from: moment.optional(), until: moment.optional() }),
  response: z.object({
    missed: rate,
    accepted: rate,
    withoutWord: z.int(),
    hosts: z.array(z.object({ host: userRef, missed: rate })),
    types: z.array(z.object({ name: z.string(), missed: rate })),
  }),
})

export const getMeeting = contract({
  id: 'getMeeting',
  method: 'GET',
  url: '/api/meetings/:meetingId',
  summary: 'One meeting, with the link by which the guest moves or cancels it.',
  roles: EVERYONE,
  params: meetingId,
  response: meetingView.extend({
    guestUrl: z.string().nullable(),
    /** What the host has at the time that is proposed; null when they are free, or nothing is proposed. */
    proposalClash: clash.nullable(),
  }),
})

export const giveWord = contract({
  id: 'giveMeetingWord',
  method: 'PUT',
  url: '/api/meetings/:meetingId/word',
  summary: 'Says what became of a meeting: held, or nobody came; with a note and the next step.',
  roles: SELLING,
  params: meetingId,
  body: z.object({
    word: z.enum(['held', 'missed']),
    note: note.default(''),
    nextStep: note.default(''),
    talkShare: z.number().min(0).max(1).optional(),
    durationS: z.int().min(0).max(86_400).optional(),
  }),
  response: meetingView,
})

export const takeBackWord = contract({
  id: 'takeBackMeetingWord',
  method: 'DELETE',
  url: '/api/meetings/:meetingId/word',
  summary: 'Takes the word back: the fact is retracted and the meeting waits for a word again.',
  roles: SELLING,
  params: meetingId,
  response: meetingView,
  status: 200,
})

export const moveMeeting = contract({
  id: 'moveMeeting',
  method: 'PUT',
  url: '/api/meetings/:meetingId/time',
  summary: 'Moves a meeting; the guest gets the update by mail. Refused when the host has another at that time.',
  roles: SELLING,
  params: meetingId,
  body: z.object({ startsAt: moment, note: note.default('') }),
  response: meetingView,
})

export const cancelMeeting = contract({
  id: 'cancelMeeting',
  method: 'PUT',
  url: '/api/meetings/:meetingId/cancellation',
  summary: 'Cancels a meeting; the guest’s calendar is told.',
  roles: SELLING,
  params: meetingId,
  body: z.object({ note: note.default('') }),
  response: meetingView,
})

export const uncancelMeeting = contract({
  id: 'uncancelMeeting',
  method: 'DELETE',
  url: '/api/meetings/:meetingId/cancellation',
  summary: 'Takes a cancellation back, when the time is still free; the guest is invited anew.',
  roles: SELLING,
  params: meetingId,
  response: meetingView,
  status: 200,
})

export const applyReply = contract({
  id: 'applyMeetingReply',
  method: 'POST',
  url: '/api/meetings/replies',
  summary:
    'Takes the answer of a guest’s calendar to an invitation (an .ics file with METHOD:REPLY), or the time they propose instead (METHOD:COUNTER).',
  roles: NOT_VIEWERS,
  body: z.object({ ics: z.string().min(1).max(1_048_576) }),
  response: z.object({
    meetingId: z.uuid(),
    reply: z.enum(['accepted', 'declined', 'tentative', 'proposed']),
    isNews: z.boolean(),
  }),
})

export const meetingType = z
  .object({
    slug,
    name: z.string().trim().min(1).max(200),
    intro: z.string().max(2_000).default(''),
    minutes: z.int().min(5).max(480),
    bufferBefore: z.int().min(0).max(240).default(0),
    bufferAfter: z.int().min(0).max(240).default(0),
    stepMinutes: z
      .union([z.literal(5), z.literal(10), z.literal(15), z.literal(20), z.literal(30), z.literal(45), z.literal(60)])
      .default(30),
    horizonDays: z.int().min(1).max(365).default(30),
    noticeMinutes: z.int().min(0).max(43_200).default(240),
    dayLimit: z.int().min(1).max(50).nullable().default(null),
    placeKind,
    place: place.default(''),
    questions: z.array(question).max(10).default([]),
    assigns: z.enum(['owner first', 'round robin']).default('owner first'),
    teamId: z.uuid().nullable().default(null),
    hostIds: z.array(z.uuid()).max(100).default([]),
    isPublished: z.boolean().default(true),
  })
  .meta({ id: 'MeetingType' })

const typeView = meetingType.extend({
  id: z.uuid(),
  address: z.string(),
  hosts: z.array(userRef),
  booked: z.int(),
  mayChange: z.boolean(),
})

export const listTypes = contract({
  id: 'listMeetingTypes',
  method: 'GET',
  url: '/api/meeting-types',
  summary: 'What can be booked: each with the address of its page, its hosts and how often it was booked.',
  roles: EVERYONE,
  response: z.object({ types: z.array(typeView) }),
})

export const saveType = contract({
  id: 'saveMeetingType',
  method: 'PUT',
  url: '/api/meeting-types/:slug',
  summary: 'Creates or changes what can be booked. Sellers do so for themselves, managers for teams and others.',
  roles: SELLING,
  params: z.object({ slug }),
  body: meetingType.omit({ slug: true }),
  response: typeView,
})

export const removeType = contract({
  id: 'removeMeetingType',
  method: 'DELETE',
  url: '/api/meeting-types/:slug',
  summary: 'Removes what can be booked; meetings that were booked stay.',
  roles: SELLING,
  params: z.object({ slug }),
  response: null,
})

export const previewSlots = contract({
  id: 'previewMeetingSlots',
  method: 'GET',
  url: '/api/meeting-types/:slug/slots',
  summary: 'When a meeting of this type can be booked now, with who is free: as visitors see it.',
  roles: EVERYONE,
  params: z.object({ slug }),
  query: z.object({ from: moment.optional(), days: z.coerce.number().int().min(1).max(31).default(7) }),
  response: z.object({ slots: z.array(z.object({ at: moment, hosts: z.array(z.uuid()) })), hosts: z.array(userRef) }),
})

const myCalendar = z.object({
  feedUrl: z.string(),
  sources: z.array(
    z.object({
      id: z.uuid(),
      host: z.string(),
      status: z.enum(['waiting', 'read', 'failed']),
      error: z.string().nullable(),
      events: z.int(),
      readAt: moment.nullable(),
    }),
  ),
})

export const getMyCalendar = contract({
  id: 'getMyCalendar',
  method: 'GET',
  url: '/api/my-calendar',
  summary: 'The secret address at which own meetings can be subscribed to, and the calendars whose busy times count.',
  roles: NOT_VIEWERS,
  response: myCalendar,
})

export const renewFeed = contract({
  id: 'renewMyFeed',
  method: 'POST',
  url: '/api/my-calendar/feed',
  summary: 'Makes a new secret address; the one before answers no more.',
  roles: NOT_VIEWERS,
  response: myCalendar,
})

export const addSource = contract({
  id: 'addCalendarSource',
  method: 'POST',
  url: '/api/my-calendar/sources',
  summary:
    'Takes the busy times of a calendar elsewhere into account (its address in iCal format), and reads it at once.',
  roles: NOT_VIEWERS,
  body: z.object({ url: z.string().trim().min(1).max(2_000) }),
  response: myCalendar,
  status: 201,
})

export const rereadSource = contract({
  id: 'rereadCalendarSource',
  method: 'POST',
  url: '/api/my-calendar/sources/:sourceId/reading',
  summary: 'Reads one of one’s own calendars again, now.',
  roles: NOT_VIEWERS,
  params: z.object({ sourceId: z.uuid() }),
  response: myCalendar,
})

export const removeSource = contract({
  id: 'removeCalendarSource',
  method: 'DELETE',
  url: '/api/my-calendar/sources/:sourceId',
  summary: 'Takes a calendar elsewhere into account no more.',
  roles: NOT_VIEWERS,
  params: z.object({ sourceId: z.uuid() }),
  response: null,
})

export const showBooking = contract({
  id: 'showBookingPage',
  method: 'GET',
  url: '/book/:slug',
  summary:
    'The page on which visitors book: free times in their zone, then their name and address. English and French; may stand in a frame.',
  roles: 'public',
  params: z.object({ slug: z.string().max(60) }),
  produces: 'text/html',
})

export const sendBooking = contract({
  id: 'sendBooking',
  method: 'POST',
  url: '/book/:slug',
  summary: 'Books (urlencoded or JSON). A time that was taken meanwhile answers 409 with the nearest free ones.',
  roles: 'public',
  params: z.object({ slug: z.string().max(60) }),
  produces: 'text/html',
})

export const listFreeSlots = contract({
  id: 'listFreeSlots',
  method: 'GET',
  url: '/book/:slug/slots',
  summary: 'The free beginnings of the days asked for, for pages of one’s own.',
  roles: 'public',
  params: z.object({ slug: z.string().max(60) }),
  query: z.object({ from: moment.optional(), days: z.coerce.number().int().min(1).max(31).default(14) }),
  response: z.object({ minutes: z.int(), slots: z.array(moment) }),
})

export const showGuestMeeting = contract({
  id: 'showGuestMeeting',
  method: 'GET',
  url: '/book/m/:token',
  summary: 'A guest’s own meeting: when and where, the calendar file, and forms to move or cancel it.',
  roles: 'public',
  params: z.object({ token: z.string().max(200) }),
  produces: 'text/html',
})

export const changeGuestMeeting = contract({
  id: 'changeGuestMeeting',
  method: 'POST',
  url: '/book/m/:token',
  summary: 'Moves or cancels a guest’s own meeting.',
  roles: 'public',
  params: z.object({ token: z.string().max(200) }),
  produces: 'text/html',
})

export const guestInvitation = contract({
  id: 'downloadInvitation',
  method: 'GET',
  url: '/book/m/:token/invite.ics',
  summary: 'A guest’s own meeting as a calendar file.',
  roles: 'public',
  params: z.object({ token: z.string().max(200) }),
  produces: 'text/calendar',
})

export const readFeed = contract({
  id: 'readMeetingFeed',
  method: 'GET',
  url: '/feeds/:token',
  summary: 'A colleague’s meetings as a calendar to subscribe to, at its secret address.',
  roles: 'public',
  params: z.object({ token: z.string().max(200) }),
  produces: 'text/calendar',
})
