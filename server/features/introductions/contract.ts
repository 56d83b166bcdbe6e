import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment, pageSize, rate, userRef } from '../../http/shapes.ts'

const WRITERS = ['admin', 'manager', 'marketer', 'seller'] as const
const strength = z.union([z.literal(1), z.literal(2), z.literal(3)])
const status = z.enum(['asked', 'promised', 'made', 'declined'])
const note = z.string().max(2_000)
const day = z.iso.date()

const node = z.object({
  kind: z.enum(['colleague', 'person']),
  id: z.uuid(),
  name: z.string(),
  /** What tells people of one name apart: the company, or the role of a colleague. */
  detail: z.string(),
})
const personRef = z.object({ id: z.uuid(), name: z.string(), company: z.string().nullable() })

export const tieView = z
  .object({
    id: z.uuid(),
    person: personRef,
    knower: node,
    strength,
    since: day.nullable(),
    source: z.enum(['told', 'meeting', 'card', 'import', 'introduction']),
    note: z.string(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'TieView' })

export const introductionView = z
  .object({
    id: z.uuid(),
    person: personRef,
    asked: node.nullable(),
    for: userRef,
    status,
    note: z.string(),
    askedAt: moment,
    promisedAt: moment.nullable(),
    settledAt: moment.nullable(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'IntroductionView' })

export const whoCanIntroduce = contract({
  id: 'whoCanIntroduce',
  method: 'GET',
  url: '/api/people/:personId/introductions',
  summary:
    'Who can introduce us to somebody: the best way from each colleague who has one, who knows them, and what was asked.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  response: z.object({
    person: personRef,
    paths: z.array(z.object({ nodes: z.array(node), strengths: z.array(strength), weakest: strength })),
    ties: z.array(tieView),
    introductions: z.array(introductionView),
  }),
})

export const listTies = contract({
  id: 'listTies',
  method: 'GET',
  url: '/api/ties',
  summary: 'Who knows whom, the latest first: of one colleague, or everybody’s.',
  roles: EVERYONE,
  query: z.object({ of: z.union([z.uuid(), z.enum(['me', 'all'])]).default('all'), limit: pageSize.default(100) }),
  response: z.object({ ties: z.array(tieView), total: z.int() }),
})

export const saveTie = contract({
  id: 'saveTie',
  method: 'PUT',
  url: '/api/ties',
  summary:
    'Says that a colleague (oneself, if nobody is named) or a contact knows somebody, and how well. Said again, it is changed.',
  roles: WRITERS,
  body: z.object({
    personId: z.uuid(),
    knowerUserId: z.uuid().optional(),
    knowerPersonId: z.uuid().optional(),
    strength,
    since: day.nullable().default(null),
    note: note.default(''),
  }),
  response: tieView,
})

export const removeTie = contract({
  id: 'removeTie',
  method: 'DELETE',
  url: '/api/ties/:tieId',
  summary: 'Takes back that somebody knows somebody.',
  roles: WRITERS,
  params: z.object({ tieId: z.uuid() }),
  response: null,
})

export const listIntroductions = contract({
  id: 'listIntroductions',
  method: 'GET',
  url: '/api/introductions',
  summary: 'Introductions that were asked for, and what came of them for the pipeline.',
  roles: EVERYONE,
  query: z.object({ status: status.optional(), limit: pageSize.default(100) }),
  response: z.object({
    introductions: z.array(introductionView),
    effect: z.object({
      asked: z.int(),
      /** Made, of those that are settled. */
      made: rate,
      leads: z.int(),
      opportunities: z.int(),
      won: z.int(),
      wonByCurrency: z.array(z.object({ currency: z.string(), amountCents: z.number() })),
    }),
  }),
})

export const askIntroduction = contract({
  id: 'askIntroduction',
  method: 'POST',
  url: '/api/introductions',
  summary: 'Notes that a colleague or a contact was asked to introduce us to somebody.',
  roles: WRITERS,
  body: z.object({
    personId: z.uuid(),
    askedUserId: z.uuid().optional(),
    askedPersonId: z.uuid().optional(),
    path: z
      .array(z.object({ kind: z.enum(['colleague', 'person']), id: z.uuid() }))
      .max(6)
      .default([]),
    note: note.default(''),
  }),
  response: introductionView,
  status: 201,
})

export const changeIntroduction = contract({
  id: 'changeIntroduction',
  method: 'PUT',
  url: '/api/introductions/:introductionId',
  summary:
    'Says how it stands: promised, made (recorded as a referral in the person’s story), declined, or asked again.',
  roles: WRITERS,
  params: z.object({ introductionId: z.uuid() }),
  body: z.object({ status, note: note.optional() }),
  response: introductionView,
})

export const listEvents = contract({
  id: 'listNetworkingEvents',
  method: 'GET',
  url: '/api/networking/events',
  summary:
    'Events (campaigns of the tactic event) with how many people were met there, and the link that attaches a card to each.',
  roles: EVERYONE,
  response: z.object({
    events: z.array(
      z.object({
        id: z.uuid(),
        key: z.string(),
        name: z.string(),
        startsOn: z.string().nullable(),
        endsOn: z.string().nullable(),
        people: z.int(),
        cards: z.int(),
      }),
    ),
  }),
})
