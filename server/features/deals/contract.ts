import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { cursor, moment, pageSize, rate, userRef } from '../../http/shapes.ts'
import { runningClock } from '../leads/contract.ts'
import {
  day,
  dealDocument,
  dealProduct,
  dealRole,
  dealRow,
  dealStatus,
  dealSum,
  evidenceLine,
  pipelineStage,
  proof,
  saidBy,
} from './shapes.ts'

const words = z.string().trim().min(1).max(200)
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

export const getDealSettings = contract({
  id: 'getDealSettings',
  method: 'GET',
  url: '/api/pipelines',
  summary:
    'The pipelines of the agreement in force: stages with their team, exit evidence and probability, what a win needs, and the one list of reasons; and what people sell and meet, for choosing.',
  roles: EVERYONE,
  response: z.object({
    pipelines: z.array(
      z.object({
        name: z.string(),
        isDefault: z.boolean(),
        stages: z.array(pipelineStage),
        winNeeds: z.enum(['contract or payment', 'contract', 'payment', 'nothing']),
        /** Without its proof a win stands as "won, unproven" and counts apart. */
        allowsUnproven: z.boolean(),
      }),
    ),
    reasons: z.array(
      z.object({
        code: z.string(),
        /** In the caller's language. */
        says: z.string(),
        /** Offered when nobody decided. */
        isNoDecision: z.boolean(),
      }),
    ),
    /** The company's own. */
    currency: z.string(),
    currencies: z.array(z.string()),
    /** In deals so far, most used first. */
    products: z.array(z.string()),
    competitors: z.array(z.string()),
    owners: z.array(userRef),
  }),
})

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

const dealParams = z.object({ personId: z.uuid(), dealId: z.string().min(1).max(200) })

export const getDeal = contract({
  id: 'getDeal',
  method: 'GET',
  url: '/api/people/:personId/deals/:dealId',
  summary:
    'One deal: everything known of it, what is missing to move on and to win, its people, documents, history and clocks, and what the caller may do. It changes by facts (`POST /api/facts`).',
  roles: EVERYONE,
  params: dealParams,
  response: dealRow.omit({ products: true, missing: true }).extend({
    attempt: z.int(),
    leadOwner: userRef.nullable(),
    products: z.array(dealProduct),
    /** Sum of the lines that state quantity and price; null where none does. */
    productsCents: z.number().nullable(),
    need: z.string().nullable(),
    /** Why it ended so, each word of each who was asked: the first at the closing, further ones afterwards. */
    said: z.array(
      z.object({
        saidBy,
        reasons: z.array(z.string()),
        competitor: z.string().nullable(),
        note: z.string().nullable(),
        at: moment,
      }),
    ),
    people: z.array(
      z.object({
        /** Null: known by name only. */
        personId: z.uuid().nullable(),
        name: z.string(),
        title: z.string().nullable(),
        role: dealRole,
      }),
    ),
    /** Others of the company, to choose from. */
    colleagues: z.array(z.object({ personId: z.uuid(), name: z.string(), title: z.string().nullable() })),
    stages: z.array(
      pipelineStage.pick({ name: true, knownAs: true, team: true, probability: true }).extend({
        isCurrent: z.boolean(),
        /** When it was first reached; null: not yet, or passed over. */
        enteredAt: moment.nullable(),
        days: z.number().nullable(),
        /** What leaving this stage asks, and what is there. */
        exit: z.array(evidenceLine),
      }),
    ),
    win: z.object({
      needs: z.enum(['contract or payment', 'contract', 'payment', 'nothing']),
      allowsUnproven: z.boolean(),
      /** What a win asks: the proof, and the evidence of the stages that are left. */
      lines: z.array(evidenceLine),
      mayWin: z.boolean(),
    }),
    documents: z.array(dealDocument),
    contracts: z.array(
      z.object({
        factId: z.uuid(),
        at: moment,
        signedOn: day.nullable(),
        signatories: z.array(z.string()),
        documentId: z.uuid().nullable(),
      }),
    ),
    payments: z.array(
      z.object({
        factId: z.uuid(),
        at: moment,
        amountCents: z.number().nullable(),
        currency: z.string().nullable(),
        reference: z.string().nullable(),
      }),
    ),
    /** Newest first: every fact of the deal, with what it said. */
    history: z.array(
      z.object({
        factId: z.uuid(),
        kind: z.string(),
        at: moment,
        by: userRef.nullable(),
        source: z.string(),
        data: z.record(z.string(), z.unknown()),
        isRetracted: z.boolean(),
        mayRetract: z.boolean(),
      }),
    ),
    clocks: z.array(runningClock),
    may: z.record(z.string(), z.object({ isAllowed: z.boolean(), why: z.string().nullable() })),
  }),
})

const period = {
  pipeline: words.optional(),
  owner: z.uuid().optional(),
  /** Days on which deals were closed, half-open. */
  from: day.optional(),
  to: day.optional(),
}

export const getWinLoss = contract({
  id: 'getWinLoss',
  method: 'GET',
  url: '/api/win-loss',
  summary:
    'Why deals are won and lost, by one list of reasons; "no decision" apart; by who says so; and against whom. Down to the rows: `listDeals` with `status`, `reason`, `saidBy`, `competitor`, `closedFrom` and `closedTo`.',
  roles: EVERYONE,
  query: z.object(period),
  response: z.object({
    from: day.nullable(),
    to: day.nullable(),
    won: z.int(),
    lost: z.int(),
    undecided: z.int(),
    /** Won of won and lost. */
    winRate: rate,
    /** Won of won, lost and undecided. */
    winRateWithUndecided: rate,
    proven: z.int(),
    unproven: z.object({ deals: z.int(), sums: z.array(dealSum) }),
    wonSums: z.array(dealSum),
    lostSums: z.array(dealSum),
    undecidedSums: z.array(dealSum),
    reasons: z.array(
      z.object({
        code: z.string(),
        says: z.string(),
        isInAgreement: z.boolean(),
        /** As the primary reason. For a win it speaks for us, for a loss against us. */
        won: z.int(),
        lost: z.int(),
        undecided: z.int(),
        /** As a further reason. */
        wonToo: z.int(),
        lostToo: z.int(),
        undecidedToo: z.int(),
        /** Share of wins and of losses with a reason that name it first. */
        shareOfWon: rate,
        shareOfLost: rate,
      }),
    ),
    withoutReason: z.object({ won: z.int(), lost: z.int(), undecided: z.int() }),
    sources: z.array(z.object({ saidBy: saidBy.nullable(), won: z.int(), lost: z.int(), undecided: z.int() })),
    /** Losses (with no decision) that name a reason first, by sellers and by buyers (interviews and surveys). */
    gap: z.array(
      z.object({
        code: z.string(),
        says: z.string(),
        seller: rate,
        buyer: rate,
        /** Seller less buyer, and its 95 % interval; null where one of them said nothing. */
        difference: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        isSmall: z.boolean(),
      }),
    ),
    competitors: z.array(
      z.object({
        competitor: z.string(),
        won: z.int(),
        lost: z.int(),
        undecided: z.int(),
        open: z.int(),
        /** Won against it of won and lost against it. */
        winRate: rate,
        isSmall: z.boolean(),
      }),
    ),
    definitions: z.record(z.string(), z.string()),
  }),
})

const band = z.object({
  /** Expected money. */
  cents: z.number(),
  lowCents: z.number().nullable(),
  highCents: z.number().nullable(),
})

export const getForecast = contract({
  id: 'getForecast',
  method: 'GET',
  url: '/api/forecast',
  summary:
    'What open deals will bring, by month of close date and currency, in three ways beside each other: by the probability of the stage, by own history, by seller with their past accuracy. `asOf` in the past shows what was to be foreseen then. Down to the rows: `listDeals` with `status=open`, `closeFrom`, `closeTo`; of the past: `listForecastPast`.',
  roles: EVERYONE,
  query: z.object({
    pipeline: words.optional(),
    owner: z.uuid().optional(),
    /** First month, `2026-11`; this month when absent. */
    from: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'write a month such as 2026-11')
      .optional(),
    months: z.coerce.number().int().min(1).max(12).default(6),
    asOf: day.optional(),
  }),
  response: z.object({
    asOf: day,
    pipeline: z.string().nullable(),
    months: z.array(
      z.object({
        month: z.string(),
        currency: z.string(),
        deals: z.int(),
        /** Sum of the open deals, unweighted. */
        openCents: z.number(),
        /** Closed in this month already. */
        wonDeals: z.int(),
        wonCents: z.number(),
        unprovenCents: z.number(),
        byStage: band,
        byHistory: band.nullable(),
        bySeller: band.nullable(),
      }),
    ),
    /** Open deals whose close date is over, and those that state none or no amount: in none of the months. */
    overdue: z.array(dealSum),
    withoutDate: z.array(dealSum),
    withoutAmount: z.int(),
    stages: z.array(
      z.object({
        pipeline: z.string(),
        stage: z.string(),
        probability: z.number().nullable(),
        /** Deals that were in this stage and are closed: won of them. */
        won: rate,
        /** Fewer closed deals than a rate can stand on. */
        isSmall: z.boolean(),
        deals: z.int(),
      }),
    ),
    sellers: z.array(
      z.object({
        owner: userRef.nullable(),
        currency: z.string(),
        deals: z.int(),
        /** What their open deals say for these months. */
        saidCents: z.number(),
        expectedCents: z.number().nullable(),
        /** Of past months: what their deals said when the month began, and what the month brought. */
        past: z.object({
          months: z.int(),
          deals: z.int(),
          saidCents: z.number(),
          cameCents: z.number(),
          /** Came of said; null when nothing was said. */
          ratio: z.number().nullable(),
          lowRatio: z.number().nullable(),
          highRatio: z.number().nullable(),
          isSmall: z.boolean(),
        }),
      }),
    ),
    /** Past months together, said against came. */
    past: z.array(
      z.object({
        month: z.string(),
        currency: z.string(),
        deals: z.int(),
        saidCents: z.number(),
        byStageCents: z.number(),
        cameCents: z.number(),
      }),
    ),
    /** When what past months tell was worked out: at most minutes ago. */
    pastAt: moment,
    /** How many closed deals a rate must have to be used, and what is used instead. */
    atLeast: z.int(),
    definitions: z.record(z.string(), z.string()),
  }),
})

export const listForecastPast = contract({
  id: 'listForecastPast',
  method: 'GET',
  url: '/api/forecast/past',
  summary: 'The deals behind the accuracy of a past month: what each said when the month began, and what came of it.',
  roles: EVERYONE,
  query: z.object({
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'write a month such as 2026-11'),
    pipeline: words.optional(),
    owner: z.union([z.uuid(), z.literal('nobody')]).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  }),
  response: z.object({
    rows: z.array(
      z.object({
        personId: z.uuid(),
        id: z.string(),
        name: z.string().nullable(),
        person: z.string(),
        company: z.string().nullable(),
        owner: userRef.nullable(),
        currency: z.string(),
        /** As it stood when the month began; null: it was not foreseen for the month. */
        saidCents: z.number().nullable(),
        /** Won within the month. */
        cameCents: z.number(),
        status: dealStatus,
        proof,
        closedAt: moment.nullable(),
        closeDate: day.nullable(),
      }),
    ),
    /** More than are shown. */
    isCut: z.boolean(),
  }),
})
