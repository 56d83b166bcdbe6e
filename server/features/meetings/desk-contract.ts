import { z } from 'zod'
import { contract } from '../../http/contract.ts'
import { moment, userRef } from '../../http/shapes.ts'
import { clash, meetingView } from './contract.ts'
import { PLACES } from './meeting-type.ts'

const SELLING = ['admin', 'manager', 'seller'] as const
const minutes = z.int().min(5).max(480)

const byHand = z.object({
  personId: z.uuid(),
  typeId: z.uuid().optional(),
  hostId: z.uuid().optional(),
  startsAt: moment,
  minutes: minutes.optional(),
  title: z.string().trim().min(1).max(200).optional(),
  placeKind: z.enum(PLACES).optional(),
  place: z.string().max(500).optional(),
  /** Words of one’s own in the invitation. */
  message: z.string().trim().max(1_000).default(''),
  shouldInvite: z.boolean().default(true),
})

export const bookByHand = contract({
  id: 'bookMeetingByHand',
  method: 'POST',
  url: '/api/meetings',
  summary:
    'Books a meeting with somebody known and invites them by mail. Refused when the host has another at that time.',
  roles: SELLING,
  body: byHand,
  response: z.object({ id: z.uuid(), isInvited: z.boolean() }),
  status: 201,
})

/** Whether an invitation goes out; if not, why. */
const mailing = z.enum(['goes out', 'no address', 'no mail server', 'not wished', 'in the past'])

export const previewInvitation = contract({
  id: 'previewMeetingInvitation',
  method: 'POST',
  url: '/api/meetings/preview',
  isQuestion: true,
  summary:
    'The invitation as the guest would read it, what the host has at that time already, and their own time; nothing is stored.',
  roles: SELLING,
  body: byHand,
  response: z.object({
    mailing,
    to: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    zone: z.string(),
    endsAt: moment,
    clash: clash.nullable(),
  }),
})

export const offerMeeting = contract({
  id: 'offerMeeting',
  method: 'GET',
  url: '/api/meetings/offer',
  summary:
    'What is needed to book a meeting with somebody: the kinds of meetings, when the host is free, and whether the guest can be mailed.',
  roles: SELLING,
  query: z.object({
    personId: z.uuid(),
    hostId: z.uuid().optional(),
    typeId: z.uuid().optional(),
    minutes: z.coerce.number().int().min(5).max(480).optional(),
    from: moment.optional(),
    days: z.coerce.number().int().min(1).max(31).default(14),
  }),
  response: z.object({
    guest: z.object({
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      language: z.enum(['en', 'fr']),
      /** Their own zone, where their country or what they told leaves one only. */
      zone: z.string().nullable(),
    }),
    host: userRef,
    types: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        minutes: z.int(),
        placeKind: z.enum(PLACES),
        place: z.string(),
        isOfHost: z.boolean(),
      }),
    ),
    minutes: z.int(),
    slots: z.array(moment),
    hasMailServer: z.boolean(),
    mayBook: z.object({ isAllowed: z.boolean(), why: z.string().nullable() }),
  }),
})

export const listFreeTimes = contract({
  id: 'listFreeMeetingTimes',
  method: 'GET',
  url: '/api/meetings/:meetingId/times',
  summary: 'When the host of a meeting is free for it, its own time included: to move it.',
  roles: SELLING,
  params: z.object({ meetingId: z.uuid() }),
  query: z.object({
    from: moment.optional(),
    days: z.coerce.number().int().min(1).max(31).default(14),
  }),
  response: z.object({ minutes: z.int(), slots: z.array(moment) }),
})

export const answerProposal = contract({
  id: 'answerMeetingProposal',
  method: 'PUT',
  url: '/api/meetings/:meetingId/proposal',
  summary:
    'Answers the other time a guest proposes: accepted, the meeting moves and their calendar follows; declined, it stays and they are told (DECLINECOUNTER).',
  roles: SELLING,
  params: z.object({ meetingId: z.uuid() }),
  body: z.object({
    answer: z.enum(['accept', 'decline']),
    /** The time that is answered: a newer proposal is not answered by chance. */
    startsAt: moment,
    note: z.string().trim().max(2_000).default(''),
  }),
  response: meetingView,
})
