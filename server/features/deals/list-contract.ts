import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { cursor, pageSize } from '../../http/shapes.ts'
import { day, dealRow, dealSum, saidBy, words } from './shapes.ts'

const cents = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

const filters = {
  pipeline: words.optional(),
  stage: words.optional(),
  status: z.enum(['open', 'won', 'lost', 'undecided', 'closed', 'unproven']).optional(),
  /** A colleague, or `nobody`. */
  owner: z.union([z.uuid(), z.literal('nobody')]).optional(),
  accountId: z.uuid().optional(),
  /** Days of the close date, half-open; the last is `closeTo` less one. */
  closeFrom: day.optional(),
  closeTo: day.optional(),
  /** Days on which it was closed, half-open. */
  closedFrom: day.optional(),
  closedTo: day.optional(),
  minCents: cents.optional(),
  maxCents: cents.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'use three letters such as EUR')
    .optional(),
  product: words.optional(),
  competitor: words.optional(),
  /** The primary reason or a further one. */
  reason: words.optional(),
  saidBy: saidBy.optional(),
  /** The next step is due: its day has come, or none is stated. */
  due: z.enum(['next step', 'no next step', 'close date over']).optional(),
  /** What the deal does not say; an amount without a currency is none. */
  without: z.enum(['close date', 'amount']).optional(),
  /** In names of deals, people and companies. */
  text: words.optional(),
}

export const dealSort = z.enum(['newest', 'closing', 'largest', 'closed', 'stalest'])

export const listDeals = contract({
  id: 'listDeals',
  method: 'GET',
  url: '/api/deals',
  summary:
    'Deals by keyset: any depth costs the same. `newest` by opening, `closing` by close date (none last), `largest` by amount, `closed` latest closing first, `stalest` longest in its stage.',
  roles: EVERYONE,
  query: z.object({ ...filters, sort: dealSort.default('newest'), after: cursor.optional(), limit: pageSize }),
  response: z.object({ deals: z.array(dealRow), next: cursor.nullable() }),
})

export const sumDeals = contract({
  id: 'sumDeals',
  method: 'GET',
  url: '/api/deal-sums',
  summary: 'How many deals a list holds, and their money by currency.',
  roles: EVERYONE,
  query: z.object(filters),
  response: z.object({ deals: z.int(), withoutAmount: z.int(), sums: z.array(dealSum) }),
})

export const getDealBoard = contract({
  id: 'getDealBoard',
  method: 'GET',
  url: '/api/deal-board',
  summary:
    'The open deals of a pipeline in columns by stage, each with its count, its money by currency and its first cards. More cards: `listDeals` with the same filters, the stage, `status=open`, the same sort and `after` = the mark of the column.',
  roles: EVERYONE,
  query: z.object({
    ...filters,
    sort: dealSort.default('closing'),
    /** Cards in each column. */
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  response: z.object({
    pipeline: z.string(),
    columns: z.array(
      z.object({
        stage: z.string(),
        knownAs: z.string().nullable(),
        team: z.enum(['marketing', 'sales']),
        probability: z.number().nullable(),
        /** False: deals stand in a stage the agreement in force does not know. */
        isInAgreement: z.boolean(),
        deals: z.int(),
        withoutAmount: z.int(),
        sums: z.array(dealSum),
        cards: z.array(dealRow),
        next: cursor.nullable(),
      }),
    ),
  }),
})

export const exportDeals = contract({
  id: 'exportDeals',
  method: 'GET',
  url: '/api/deals.csv',
  summary:
    'The list as a table for a spreadsheet (UTF-8), amounts in units; cells a spreadsheet would run are made harmless.',
  roles: EVERYONE,
  query: z.object({ ...filters, sort: dealSort.default('newest') }),
  produces: 'text/csv',
})
