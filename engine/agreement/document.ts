import { z } from 'zod'
import { EVIDENCE, WIN_NEEDS } from '../pipeline/evidence.ts'
import { marketingPromiseSchema } from './marketing-promise-schema.ts'

const words = z.string().min(1).max(500)
const expression = z.string().min(1).max(4_000)
const points = z.number().min(-1000).max(1000)
const clauseName = z
  .string()
  .regex(/^[A-Z][A-Za-z]?\d{1,4}$/, 'a clause name is a letter or two and a number, such as F1 or S12')
const duration = z.string().min(2).max(60)
const team = z.enum(['marketing', 'sales'])
const because = words.optional()
const atMost = z
  .string()
  .regex(/^\d+ (a|per) (day|week|month)$/, 'write it as a number a day, a week or a month, such as "30 a day"')
const pointsAtMost = z.string().regex(/^\d+ (a|per) day$/, 'write it as points a day, such as "30 a day"')

const party = z.strictObject({ team: words, signs: z.union([z.int().min(1).max(20), z.array(words).min(1).max(20)]) })

const hours = z.record(z.string(), z.union([z.string(), z.array(z.string()).max(12)]))
const calendar = z.strictObject({
  zone: z.string(),
  hours,
  holidays: z.unknown().optional(),
  absences: z.unknown().optional(),
})

const fitRule = z.strictObject({ when: expression, points, because })
const engagementRule = z.strictObject({
  on: z.string(),
  when: expression.optional(),
  points,
  at_most: pointsAtMost.optional(),
  half_life: duration.optional(),
  because,
})
const fit = z.record(clauseName, fitRule).default({})
const engagement = z.strictObject({ half_life: duration, at_most: pointsAtMost.optional() }).catchall(engagementRule)
const grades = z.strictObject({
  letter: z.strictObject({ A: z.number(), B: z.number(), C: z.number() }),
  number: z.strictObject({ 1: z.number(), 2: z.number(), 3: z.number() }),
})
const ownName = z.string().regex(/^[\p{L}][\p{L}\p{N} _&+-]{0,59}$/u, 'a name begins with a letter and has at most 60')
const scoreSection = z.strictObject({ fit, engagement, grades, because })

const learnedRule = z.strictObject({
  model: z.string().min(1).max(80),
  /** What each field of the model reads; a field named like what it reads may be left out. */
  fields: z.record(words, z.string().min(1).max(200)).default({}),
  points: z.strictObject({ of: z.literal('fit'), score: words.optional(), at_most: z.int().min(1).max(100) }),
  known_in_time: z.record(words, words).default({}),
  because,
})

const stage = z.strictObject({
  owner: team,
  known_as: z.string().max(40).optional(),
  evidence: z.union([words, z.array(words)]).optional(),
})
const qualifyRule = z.strictObject({ when: expression, for: words.optional(), because })
const qualifiedStage = stage.extend({ when: z.union([expression, z.record(clauseName, qualifyRule)]) })

const leadSource = z.union([expression, z.strictObject({ when: expression, owner: team.optional(), because })])

const needs = {
  speaks: z
    .string()
    .regex(
      /^(person\.language|[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)$/,
      'write person.language, or a language such as "fr" or "pt-BR"',
    )
    .optional(),
  skills: z.array(words).min(1).max(20).optional(),
}
const poolName = z.string().regex(/^pool .+$/, 'write "pool NAME"')
const route = z.strictObject({
  when: expression.optional(),
  to: z
    .string()
    .regex(
      /^(pool .+|account owner|territory|named account)$/,
      'write "pool NAME", "account owner", "territory" or "named account"',
    ),
  ...needs,
  if_nobody: z.enum(['wait', 'next clause']).optional(),
  because,
})
const pool = z.strictObject({
  people: z.union([
    z.string().regex(/^team .+$/, 'write "team NAME" or a list of e-mail addresses'),
    z.array(z.string()).max(2_000),
  ]),
  order: z.enum(['round robin', 'least loaded', 'in this order']),
  weights: z.record(z.string(), z.number()).optional(),
  at_most: z.array(atMost).max(3).optional(),
  at_most_together: z.array(atMost).max(3).optional(),
  ...needs,
  hours: hours.optional(),
  only_when_working: z.literal(true).optional(),
  outside_hours: z.enum(['wait', 'next clause']).optional(),
  away: z.enum(['skip']).optional(),
  credit: z.enum(['an accepted rejection gives the turn back']).optional(),
  fallback: poolName.optional(),
})

const places = z.array(z.string().min(2).max(200)).max(2_000)
const territory = z.strictObject({
  countries: places.optional(),
  regions: places.optional(),
  postcodes: places.optional(),
  pool: poolName.optional(),
  because,
})
const accounts = z.array(words).min(1).max(5_000)
const namedAccounts = z.union([accounts, z.strictObject({ accounts, pool: poolName.optional(), because })])

const within = z.strictObject({ within: duration })
const salesPromise = z.union([
  z.strictObject({ accept_or_reject: within, because }),
  z.strictObject({ first_contact: z.record(z.string(), duration), because }),
  z.strictObject({ attempts: z.strictObject({ at_least: z.int().min(1).max(50), over: duration }), because }),
  z.strictObject({ verdict: within, because }),
  z.strictObject({ next_step: z.strictObject({ never_older_than: duration }), because }),
])

const clockOf = z.enum(['acceptance', 'first contact', 'attempts', 'verdict', 'next step', 'feedback'])
const whom = z.union([words, z.array(words).min(1).max(20)])
const lateStep = z.discriminatedUnion('do', [
  z.strictObject({
    after: duration,
    do: z.literal('reassign'),
    of: z.array(clockOf).optional(),
    at_most: z.int().min(0).max(10).optional(),
  }),
  z.strictObject({ after: duration, do: z.literal('tell'), whom, of: z.array(clockOf).optional() }),
])

const rejectReason = z.strictObject({ then: z.enum(['route again', 'back to marketing', 'close', 'nurture']) })
const disqualifyReason = z.strictObject({
  needs: z.union([z.literal('an attempt'), clauseName]).optional(),
  recycle: z
    .string()
    .regex(/^(after .+|at a date given)$/, 'write "after 30 days" or "at a date given"')
    .optional(),
  close: z.literal(true).optional(),
  ask: z.string().optional(),
})

const pipelineStage = z.strictObject({
  owner: team,
  known_as: z.string().max(40).optional(),
  /** What must be there before a deal leaves the stage. */
  exit: z.array(z.enum(EVIDENCE)).max(EVIDENCE.length).optional(),
  exit_when: expression.optional(),
  probability: z
    .union([z.number(), z.string().regex(/^\d{1,3} ?%$/, 'write a part of 100, such as "40 %"')])
    .optional(),
})
const pipeline = z.strictObject({
  stages: z.record(ownName, pipelineStage),
  win_needs: z.enum(WIN_NEEDS).optional(),
  /** Of a win without its proof. */
  unproven: z.enum(['refuse', 'count apart']).optional(),
  because,
})

/** The agreement as both teams write it: the checked shape of the YAML document. Durations and expressions are still text here. */
export const agreementDocumentSchema = z.strictObject({
  title: words,
  parties: z.strictObject({ marketing: party, sales: party }),
  calendar,
  sources: z.record(ownName, leadSource).default({}),
  fit,
  engagement,
  grades,
  scores: z.record(ownName, scoreSection).default({}),
  learned: z.record(clauseName, learnedRule).default({}),
  stages: z.strictObject({
    inquiry: stage,
    qualified: qualifiedStage,
    accepted: stage,
    contacted: stage,
    opportunity: stage,
    won: stage,
  }),
  named_accounts: z.record(words, namedAccounts).default({}),
  territories: z.record(words, territory).default({}),
  routing: z.record(clauseName, route),
  pools: z.record(words, pool),
  nobody_free: z.strictObject({ keep_for: duration, then: z.string().regex(/^tell .+$/, 'write "tell manager"') }),
  marketing_promises: z.record(clauseName, marketingPromiseSchema).default({}),
  sales_promises: z.record(clauseName, salesPromise).default({}),
  when_late: z.strictObject({
    warn: z
      .strictObject({
        at: z.union([z.enum(['half the time', 'three quarters of the time']), z.number().min(0.05).max(0.99)]),
        whom,
      })
      .optional(),
    breach: z.strictObject({ whom }).optional(),
    then: z.array(lateStep).max(20).default([]),
  }),
  reasons: z.strictObject({
    reject: z.record(words, rejectReason),
    disqualify: z.record(words, disqualifyReason),
    win_loss: z.record(ownName, words).optional(),
  }),
  pipelines: z.record(ownName, pipeline).optional(),
  returns: z.strictObject({ stale_after: duration }).optional(),
  running_clocks: z.enum(['keep their terms', 'take the new terms']).optional(),
})

export type AgreementDocument = z.infer<typeof agreementDocumentSchema>
