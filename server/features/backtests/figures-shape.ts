import { ACCOUNT_SIZES } from '@ensemble/engine/backtest/segment.ts'
import { z } from 'zod'
import { moment, rate } from '../../http/shapes.ts'

const count = z.int()
const difference = z.object({ difference: z.number(), low: z.number(), high: z.number() })
const promiseCounts = z
  .object({ kept: count, broken: count, unknowable: count, running: count })
  .meta({ id: 'PromiseCounts' })
const days = z.object({ n: count, medianDays: z.number().nullable() })
const estimate = z.object({ cents: z.number(), low: z.number(), high: z.number() }).meta({ id: 'MoneyEstimate' })
const pairOfMoney = z.object({ draft: estimate, inForce: estimate, difference: estimate })

const curvePoint = z
  .object({
    at: z.number(),
    qualified: count,
    perWeek: z.number(),
    winRate: rate,
    acceptance: rate,
    missedWon: count,
  })
  .meta({ id: 'CurvePoint' })

const sellerLoad = z
  .object({
    seller: z.uuid(),
    name: z.string(),
    draft: count,
    inForce: count,
    draftPerWeek: z.number(),
    draftBusiest: count,
    capacityPerWeek: z.number().nullable(),
  })
  .meta({ id: 'SellerLoad' })

/** What scores and definitions alone tell. */
const headlines = z.object({
  leads: count,
  qualified: z.object({ draft: rate, inForce: rate, really: rate, difference, both: count }),
  byGrade: z.array(z.object({ grade: z.string(), draft: count, inForce: count })),
  byClause: z.array(z.object({ clause: z.string(), draft: count })),
  winRate: z.object({ draft: rate, inForce: rate, really: rate, all: rate }),
  acceptance: z.object({ draft: rate, inForce: rate, really: rate }),
  won: z.object({
    all: count,
    draft: rate,
    inForce: rate,
    really: rate,
    difference,
    missed: count,
    earlier: days,
    later: days,
    same: count,
  }),
  maturityDays: z.number().nullable(),
  matured: count,
})
const weeklyLoad = z.object({
  weeks: z.array(z.object({ fromMs: z.number(), draft: count, inForce: count, really: count })),
  capacityPerWeek: z.number().nullable(),
  draftPerWeek: z.number(),
  inForcePerWeek: z.number(),
})
const liveFigures = headlines.extend({ load: weeklyLoad }).meta({ id: 'LiveFigures' })

/** What a draft would have concluded, beside the version in force folded the same way, and what really happened. */
const figures = headlines
  .extend({
    promises: z.object({
      draft: promiseCounts,
      inForce: promiseCounts,
      byClock: z.array(z.object({ clock: z.string(), draft: promiseCounts, inForce: promiseCounts })),
      brokenRate: z.object({ draft: rate, inForce: rate }),
      difference: z.number(),
    }),
    money: z.object({
      expected: pairOfMoney.nullable(),
      realised: pairOfMoney,
      meanWonCents: z.number().nullable(),
      currency: z.string().nullable(),
      wonWithAmount: count,
    }),
    load: weeklyLoad.extend({
      sellers: z.array(sellerLoad),
      unroutable: z.object({ draft: count, inForce: count }),
    }),
    curve: z.object({ cutOffs: z.array(curvePoint).nullable(), bestFirst: z.array(curvePoint) }),
    cannotSay: z.array(
      z.object({
        what: z.enum([
          'nobody worked',
          'young',
          'promises unknowable',
          'no amounts',
          'few wins',
          'nobody in pools',
          'unroutable',
          'rates from the same leads',
          'learnt from',
          'maybe learnt from',
        ]),
        n: count,
      }),
    ),
  })
  .meta({ id: 'BacktestFigures' })

export const segment = z.object({
  channel: z.string().max(2_000).optional(),
  origin: z.string().max(2_000).optional(),
  campaign: z.string().max(2_000).optional(),
  landingPage: z.string().max(2_000).optional(),
  country: z.string().max(2_000).optional(),
  accountSize: z.enum([...ACCOUNT_SIZES, '']).optional(),
  /** A condition on who they are and how they came: `account.employees >= 50 && lead.channel == "fair"`. */
  when: z.string().min(1).max(4_000).optional(),
})

export const backtestReport = z
  .object({
    from: z.string(),
    to: z.string(),
    zone: z.string(),
    segment,
    draft: z.object({ title: z.string() }),
    inForce: z.object({ version: z.int(), title: z.string() }),
    knownUntil: moment,
    currency: z.string(),
    figures,
  })
  .meta({ id: 'BacktestReport' })

export const liveReport = z
  .object({
    from: z.string(),
    to: z.string(),
    zone: z.string(),
    segment,
    draft: z.object({ title: z.string() }),
    inForce: z.object({ version: z.int(), title: z.string() }),
    knownUntil: moment,
    readAt: moment,
    isWarm: z.boolean(),
    tookMs: z.int(),
    figures: liveFigures,
  })
  .meta({ id: 'LiveReport' })
