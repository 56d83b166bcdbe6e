import { z } from 'zod'
import { contract, NOT_VIEWERS } from '../../http/contract.ts'

const short = z.string().max(200)
export const cardShape = z
  .object({
    name: short,
    company: short,
    title: short,
    emails: z.array(z.string().max(320)).max(5),
    phones: z.array(z.string().max(60)).max(5),
    city: short,
    region: short,
    postcode: short,
    country: short,
    url: short,
    note: short,
  })
  .meta({ id: 'BusinessCard' })

const source = z.object({
  /** The cards as text, or the file in base64 where its characters are not known. */
  text: z.string().max(1_048_576).optional(),
  base64: z.string().max(1_400_000).optional(),
})

export const previewCards = contract({
  id: 'previewCards',
  method: 'POST',
  url: '/api/cards/preview',
  summary:
    'Reads business cards (vCard 2.1 to 4.0, many in one file) and says for each whether somebody is known by it. Nothing is stored.',
  roles: NOT_VIEWERS,
  body: source,
  response: z.object({
    cards: z.array(
      z.object({
        line: z.int(),
        card: cardShape,
        /** `known`: somebody has this address, or this phone. `twice`: the same card stands above. `unreachable`: nothing to know them by. */
        status: z.enum(['new', 'known', 'twice', 'unreachable']),
        person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      }),
    ),
    refused: z.array(z.object({ line: z.int(), what: z.string(), mend: z.string() })),
  }),
})

export const takeCards = contract({
  id: 'takeCards',
  method: 'POST',
  url: '/api/cards',
  summary:
    'Takes cards in: each person is found or made by the rules of identity, known by whoever took the card, and met at the event where one is named.',
  roles: NOT_VIEWERS,
  body: z.object({ cards: z.array(cardShape).min(1).max(1_000), event: short.optional() }),
  response: z.object({ made: z.int(), known: z.int(), skipped: z.int(), people: z.array(z.uuid()) }),
  status: 201,
})

const ownCard = z.object({
  slug: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: short,
  company: short,
  title: short,
  email: z.string().max(320),
  phone: z.string().max(60),
  url: z.string().max(500),
})
const ownView = ownCard.extend({ address: z.string(), vcard: z.string() })

export const getMyCard = contract({
  id: 'getMyCard',
  method: 'GET',
  url: '/api/my-card',
  summary: 'One’s own business card, with its address for a QR code.',
  roles: NOT_VIEWERS,
  response: ownView,
})

export const saveMyCard = contract({
  id: 'saveMyCard',
  method: 'PUT',
  url: '/api/my-card',
  summary: 'Changes one’s own business card.',
  roles: NOT_VIEWERS,
  body: ownCard.omit({ company: true }),
  response: ownView,
})

export const showCard = contract({
  id: 'showCard',
  method: 'GET',
  url: '/card/:slug',
  summary:
    'A colleague’s card as a page with a form to leave one’s own; with .vcf at the end, the card for a phone. `event` attaches an event.',
  roles: 'public',
  params: z.object({ slug: z.string().max(70) }),
  produces: 'text/html',
})

export const leaveCard = contract({
  id: 'leaveCard',
  method: 'POST',
  url: '/card/:slug',
  summary: 'Somebody met leaves their card with a colleague.',
  roles: 'public',
  params: z.object({ slug: z.string().max(70) }),
  produces: 'text/html',
})
