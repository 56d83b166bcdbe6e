import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment, userRef } from '../../http/shapes.ts'

const figure = z.number().nullable()
const share = z.object({ rows: z.int(), positives: z.int(), baseRate: figure })
const warning = z.object({
  kind: z.enum(['leakage', 'drift', 'calibration', 'not-in-time-order', 'other-model', 'not-measured']),
  sign: z.string().optional(),
  field: z.string().nullable(),
  message: z.string(),
})
const quality = z.object({ brier: figure, logLoss: figure, calibrationError: figure })

/** Everything that was measured when a score was learned, on rows it had not seen. */
export const modelReport = quality
  .extend({
    n: z.int(),
    positives: z.int(),
    baseRate: z.number(),
    notYetKnown: z.int(),
    parameters: z.int(),
    split: z.object({ kind: z.enum(['time', 'mod5']), train: share, test: share }),
    auc: figure,
    aucInterval: z.object({ low: z.number(), high: z.number() }).nullable(),
    ks: figure,
    liftAt20: figure,
    gainAt50: figure,
    alift: figure,
    /** Share of the successes found in the best 0, 5, … 100 % of the rows. */
    gains: z.array(z.number()),
    calibrationBins: z.array(
      z.object({ from: z.number(), to: z.number(), n: z.int(), predicted: figure, observed: figure }),
    ),
    uncalibrated: quality,
    calibration: z.string(),
    fields: z.array(
      z.object({
        field: z.string(),
        spread: z.number(),
        values: z.array(z.object({ value: z.string(), logOdds: z.number(), share: figure })),
      }),
    ),
    leftOut: z.array(z.object({ field: z.string(), because: z.string() })),
    warnings: z.array(warning),
  })
  .meta({ id: 'LearnedReport' })

const learnedScore = z
  .object({
    name: z.string(),
    kind: z.enum(['logistic', 'bayes']),
    target: z.string(),
    positive: z.string(),
    source: z.string(),
    rowsFrom: moment.nullable(),
    rowsTo: moment.nullable(),
    createdBy: userRef.nullable(),
    createdAt: moment,
    n: z.int(),
    auc: figure,
    brier: figure,
    warnings: z.int(),
    /** The versions of the agreement that name it. */
    versions: z.array(z.int()),
  })
  .meta({ id: 'LearnedScore' })

export const listModels = contract({
  id: 'listLearnedScores',
  method: 'GET',
  url: '/api/learned-scores',
  summary: 'Scores learned from outcomes, newest first, with how far to trust them and which versions name them.',
  roles: EVERYONE,
  response: z.object({ scores: z.array(learnedScore) }),
})

export const getModel = contract({
  id: 'getLearnedScore',
  method: 'GET',
  url: '/api/learned-scores/:name',
  summary: 'One learned score with everything that was measured, and what each field of it has to say.',
  roles: EVERYONE,
  params: z.object({ name: z.string().min(1).max(80) }),
  response: learnedScore.extend({ report: modelReport }),
})
