import { z } from 'zod'
import { contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { moment, userRef } from '../../http/shapes.ts'
import { day, WRITERS } from '../campaigns/shapes.ts'
import { cardShape } from '../cards/contract.ts'

const eventId = z.object({ eventId: z.uuid() })

const eventBody = z
  .object({
    name: z.string().trim().min(1).max(200),
    startsOn: day.nullable().default(null),
    endsOn: day.nullable().default(null),
    place: z.string().trim().max(200).default(''),
    /** The campaign it belongs to. */
    partOf: z.uuid().nullable().default(null),
    note: z.string().trim().max(2_000).default(''),
    staffIds: z.array(z.uuid()).max(100).default([]),
  })
  .meta({ id: 'EventBody' })

export const eventView = z
  .object({
    id: z.uuid(),
    key: z.string(),
    name: z.string(),
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    place: z.string(),
    partOf: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    note: z.string(),
    staff: z.array(userRef),
    guests: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        company: z.string().nullable(),
        email: z.string().nullable(),
        hasPhone: z.boolean(),
        stage: z.string().nullable(),
        outcome: z.string().nullable(),
        owner: userRef.nullable(),
        /** When their being there was noted first. */
        at: moment,
        /** Who of us they met, as far as it was said. */
        metBy: z.array(userRef),
        /** Somebody of us has spoken with them, or written to them, since. */
        isFollowedUp: z.boolean(),
      }),
    ),
    /** How many were there in all: more than 1,000 are not listed. */
    total: z.int(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'EventView' })

export const getEvent = contract({
  id: 'getEvent',
  method: 'GET',
  url: '/api/networking/events/:eventId',
  summary: 'One event: when and where, who of us was there, whom we met, and who was followed up since.',
  roles: EVERYONE,
  params: eventId,
  response: eventView,
})

export const createEvent = contract({
  id: 'createEvent',
  method: 'POST',
  url: '/api/networking/events',
  summary: 'Makes an event: a campaign of the tactic event, with its place, its campaign and who of us goes there.',
  roles: WRITERS,
  body: eventBody,
  response: eventView,
  status: 201,
})

export const changeEvent = contract({
  id: 'changeEvent',
  method: 'PUT',
  url: '/api/networking/events/:eventId',
  summary: 'Says anew when and where an event is, what it belongs to and who of us is there. Its guests stay.',
  roles: WRITERS,
  params: eventId,
  body: eventBody,
  response: eventView,
})

export const previewGuests = contract({
  id: 'previewEventGuests',
  method: 'POST',
  url: '/api/networking/guests/preview',
  isQuestion: true,
  summary:
    'Reads a list of guests as it was pasted or saved (CSV with or without a first row, one a line, or vCards) and says whom of them is known; nothing is stored.',
  roles: NOT_VIEWERS,
  body: z.object({ text: z.string().min(1).max(1_048_576) }),
  response: z.object({
    guests: z.array(
      z.object({
        line: z.int(),
        card: cardShape,
        status: z.enum(['new', 'known', 'twice', 'unreachable']),
        person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      }),
    ),
    refused: z.array(z.object({ line: z.int(), what: z.string(), mend: z.string() })),
  }),
})

export const addGuests = contract({
  id: 'addEventGuests',
  method: 'POST',
  url: '/api/networking/events/:eventId/guests',
  summary:
    'Says who was there: cards, each somebody known or new, and people that are known. It stands in their stories, and whoever of us met them knows them.',
  roles: NOT_VIEWERS,
  params: eventId,
  body: z.object({
    cards: z.array(cardShape).max(1_000).default([]),
    personIds: z.array(z.uuid()).max(1_000).default([]),
    metBy: z.uuid().nullable().default(null),
  }),
  response: z.object({ made: z.int(), known: z.int(), skipped: z.int() }),
  status: 201,
})

export const removeGuest = contract({
  id: 'removeEventGuest',
  method: 'DELETE',
  url: '/api/networking/events/:eventId/guests/:personId',
  summary: 'Takes back that somebody was there.',
  roles: NOT_VIEWERS,
  params: eventId.extend({ personId: z.uuid() }),
  response: null,
})
