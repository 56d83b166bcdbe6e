import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { rate } from '../../http/shapes.ts'
import { day, dealSum, saidBy, words } from './shapes.ts'

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
