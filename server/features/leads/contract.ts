import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { cursor, moment, outcome, pageSize, scalar, stage, teamSide, userRef } from '../../http/shapes.ts'

export const runningClock = z
  .object({
    name: z.string(),
    clause: z.string(),
    team: teamSide,
    startedAt: moment,
    dueAt: moment,
    isBreached: z.boolean(),
    nextAt: moment.nullable(),
  })
  .meta({ id: 'RunningClock' })

export const leadRow = z
  .object({
    personId: z.uuid(),
    attempt: z.int(),
    name: z.string(),
    company: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    stage,
    outcome,
    reason: z.string().nullable(),
    team: teamSide,
    owner: userRef.nullable(),
    pool: z.string().nullable(),
    grade: z.string().nullable(),
    fit: z.number(),
    /** Faded to now. */
    engagement: z.number(),
    channel: z.string().nullable(),
    origin: z.string().nullable(),
    campaign: z.string().nullable(),
    landingPage: z.string().nullable(),
    isHistory: z.boolean(),
    openedAt: moment,
    qualifiedAt: moment.nullable(),
    routedAt: moment.nullable(),
    acceptedAt: moment.nullable(),
    firstTouchAt: moment.nullable(),
    contactedAt: moment.nullable(),
    wonAt: moment.nullable(),
    closedAt: moment.nullable(),
    touches: z.int(),
    dueAt: moment.nullable(),
    dueClock: z.string().nullable(),
  })
  .meta({ id: 'LeadRow' })

export const listLeads = contract({
  id: 'listLeads',
  method: 'GET',
  url: '/api/leads',
  summary: 'Leads, newest or hottest first, by keyset: any depth costs the same.',
  roles: EVERYONE,
  query: z.object({
    sort: z.enum(['newest', 'hottest']).default('newest'),
    stage: stage.optional(),
    outcome: outcome.optional(),
    owner: z.uuid().optional(),
    channel: z.string().max(200).optional(),
    landingPage: z.string().max(2000).optional(),
    openedFrom: z.iso.date().optional(),
    openedTo: z.iso.date().optional(),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({ leads: z.array(leadRow), next: cursor.nullable() }),
})

/** One line of the ledger: which clause gave how much, when, and what is left of it now. */
const ledgerLine = z.object({
  axis: z.enum(['fit', 'engagement']),
  clause: z.string().nullable(),
  because: z.string().nullable(),
  points: z.number(),
  now: z.number(),
  at: moment.nullable(),
  factId: z.uuid().nullable(),
  kind: z.string().nullable(),
})

export const attemptView = leadRow
  .omit({ name: true, company: true, email: true, phone: true, engagement: true })
  .extend({ clocks: z.array(runningClock) })
  .meta({ id: 'AttemptView' })

export const explainNode: z.ZodType<ExplainNodeShape> = z.lazy(() =>
  z.object({ text: z.string(), value: scalar, holds: z.boolean().nullable(), parts: z.array(explainNode) }),
)
type ExplainNodeShape = {
  text: string
  value: string | number | boolean | null
  holds: boolean | null
  parts: ExplainNodeShape[]
}

export const getLead = contract({
  id: 'getLead',
  method: 'GET',
  url: '/api/people/:personId',
  summary: 'One person: what is known, the score as a ledger that adds up, every attempt with its clocks, the deals.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  response: z.object({
    personId: z.uuid(),
    name: z.string(),
    isAnonymous: z.boolean(),
    person: z.record(z.string(), scalar),
    account: z.record(z.string(), scalar),
    accountId: z.uuid().nullable(),
    traits: z.record(z.string(), scalar),
    identities: z.array(z.object({ kind: z.string(), value: z.string() })),
    firstSeenAt: moment,
    lastSeenAt: moment,
    grade: z.string().nullable(),
    fit: z.number(),
    engagement: z.number(),
    ledger: z.array(ledgerLine),
    /** The scores beside the main one, such as one for each product. */
    scores: z.array(
      z.object({
        name: z.string(),
        grade: z.string().nullable(),
        fit: z.number(),
        engagement: z.number(),
        ledger: z.array(ledgerLine),
      }),
    ),
    /** The lead source as the agreement in force names it; null where it names none. */
    sourceName: z.string().nullable(),
    attempts: z.array(attemptView),
    deals: z.array(
      z.object({
        id: z.string(),
        attempt: z.int(),
        name: z.string().nullable(),
        stage: z.string(),
        status: z.enum(['open', 'won', 'lost']),
        proof: z.enum(['none', 'contract', 'payment']),
        amountCents: z.int().nullable(),
        currency: z.string().nullable(),
        sdr: userRef.nullable(),
        closer: userRef.nullable(),
        openedAt: moment,
        closedAt: moment.nullable(),
        reason: z.string().nullable(),
        nextStep: z.string().nullable(),
      }),
    ),
    /** Why the open attempt qualified or did not: each qualifying clause with its parts. Empty when it cannot apply. */
    qualification: z.array(
      z.object({
        clause: z.string(),
        because: z.string().nullable(),
        holds: z.boolean(),
        explain: explainNode,
        /** What would have to be different, in the caller's language; null when it holds. */
        needed: z.string().nullable().optional(),
      }),
    ),
    /** What the signed-in user may do now, and why not where not. Keys are fact kinds. */
    may: z.record(z.string(), z.object({ isAllowed: z.boolean(), why: z.string().nullable() })),
    /** Rejection and disqualification reasons of the agreement in force. */
    reasons: z.object({
      reject: z.array(z.object({ reason: z.string(), consequence: z.string() })),
      disqualify: z.array(
        z.object({
          reason: z.string(),
          consequence: z.string(),
          needs: z.string().nullable(),
          asksDate: z.boolean(),
          asks: z.string().nullable(),
        }),
      ),
    }),
  }),
})

export const decisionView = z
  .object({
    id: z.uuid(),
    what: z.string(),
    clause: z.string().nullable(),
    version: z.int(),
    attempt: z.int(),
    at: moment,
    /** Set when a later-told fact took this conclusion back. */
    revisedAt: moment.nullable(),
    /** The clause as a sentence, and its `because`, from the version it was decided under. */
    sentence: z.string().nullable(),
    because: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'DecisionView' })

export const factView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    side: z.enum(['prospect', 'marketing', 'sales', 'deal', 'identity', 'time']),
    at: moment,
    recordedAt: moment,
    source: z.string(),
    actor: userRef.nullable(),
    isHistory: z.boolean(),
    isRetracted: z.boolean(),
    channel: z.string().nullable(),
    origin: z.string().nullable(),
    campaign: z.string().nullable(),
    landingPage: z.string().nullable(),
    identity: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    decisions: z.array(decisionView),
  })
  .meta({ id: 'FactView' })

export const getStory = contract({
  id: 'getStory',
  method: 'GET',
  url: '/api/people/:personId/story',
  summary: 'The story: every fact of both teams, newest first, each with the decisions that followed and their clause.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  query: z.object({
    side: z.enum(['prospect', 'marketing', 'sales', 'deal', 'identity', 'time']).optional(),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({ facts: z.array(factView), next: cursor.nullable() }),
})
