import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { cursor, moment, outcome, pageSize, scalar, stage, teamSide, userRef } from '../../http/shapes.ts'
import { groupDeal, groupMember, missingRole } from '../accounts/group-shapes.ts'
import { STORY_GROUPS } from './story-kinds.ts'

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
        status: z.enum(['open', 'won', 'lost', 'undecided']),
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
    /** Whose fact it is, where the stories of several people are told as one. */
    person: userRef.nullable(),
    data: z.record(z.string(), z.unknown()),
    decisions: z.array(decisionView),
  })
  .meta({ id: 'FactView' })

/** What of a story is asked for; `fact` and `until` say where the page begins. */
export const storyQuery = z.object({
  side: z.enum(['prospect', 'marketing', 'sales', 'deal', 'identity', 'time']).optional(),
  kind: z.enum(STORY_GROUPS).optional(),
  /** Who of us did it. */
  actor: z.uuid().optional(),
  /** Words in it, in any case. */
  text: z.string().trim().min(1).max(200).optional(),
  /** Begins a few facts above this one: what a link to a fact shows. */
  fact: z.uuid().optional(),
  /** Begins with the facts of this moment or before it. */
  until: moment.optional(),
  after: cursor.optional(),
  limit: pageSize,
})

export const getStory = contract({
  id: 'getStory',
  method: 'GET',
  url: '/api/people/:personId/story',
  summary:
    'The story: every fact of both teams, newest first, each with the decisions that followed and their clause; by side, kind, colleague and words, from any day or fact on.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  query: storyQuery,
  response: z.object({ facts: z.array(factView), next: cursor.nullable() }),
})

export const lookAtStory = contract({
  id: 'lookAtStory',
  method: 'PUT',
  url: '/api/people/:personId/look',
  summary:
    'Says that the caller looks at this story now, and tells when they looked before: what was recorded since is new to them.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  response: z.object({ before: moment.nullable() }),
})

export const storyWarning = z
  .object({
    what: z.enum(['withdrawn', 'erased', 'merged', 'feedback', 'colleague', 'bounced', 'competitor']),
    /** What it is about: a channel, a colleague, a competitor, a campaign. */
    about: z.string(),
    /** More to say of it: the deal, the amount of days, the reason. */
    detail: z.string().nullable(),
    at: moment.nullable(),
    factId: z.uuid().nullable(),
    /** The person whose story it stands in, where it is not this one. */
    person: userRef.nullable(),
  })
  .meta({ id: 'StoryWarning' })

export const listWarnings = contract({
  id: 'listWarnings',
  method: 'GET',
  url: '/api/people/:personId/warnings',
  summary:
    'What one must know before reaching out: contact not wanted, erased, open feedback, a colleague on it, bounced mail, a competitor.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  response: z.object({ warnings: z.array(storyWarning) }),
})

export const getCircle = contract({
  id: 'getCircle',
  method: 'GET',
  url: '/api/people/:personId/circle',
  summary:
    'The people around somebody: colleagues of the same company with role, owner and how engaged they are, the roles nobody has, the open deals.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  response: z.object({
    accountId: z.uuid().nullable(),
    people: z.array(groupMember),
    missing: z.array(missingRole),
    deals: z.array(groupDeal),
  }),
})
