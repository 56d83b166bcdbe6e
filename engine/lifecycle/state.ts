import type { Term } from '../agreement/compiled.ts'
import type { DEAL_ROLES, SAID_BY } from '../facts/deal-facts.ts'
import type { Touch } from '../facts/fact.ts'
import type { FactKind } from '../facts/kinds.ts'
import type { Fading } from '../scoring/decay.ts'
import type { Calendar } from '../worktime/calendar.ts'

export const TEAMS = ['marketing', 'sales'] as const
export type Team = (typeof TEAMS)[number]

/** The canonical stages, in order. An agreement names, owns and defines them; it does not reorder them. */
export const STAGES = ['inquiry', 'qualified', 'accepted', 'contacted', 'opportunity', 'won'] as const
export type Stage = (typeof STAGES)[number]

export const OUTCOMES = ['open', 'won', 'lost', 'rejected', 'disqualified', 'recycled', 'expired'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const CLOCKS = [
  'acceptance',
  'first contact',
  'attempts',
  'verdict',
  'next step',
  'parking',
  'recycling',
  'feedback',
] as const
export type ClockName = (typeof CLOCKS)[number]

export type StrikeDo = 'warn' | 'breach' | 'reassign' | 'tell' | 'retry' | 'recycle'
/** One thing a running clock will do. `whom` is who is told: the owner, the manager, or a role named in the agreement. */
export type Strike = { at: number; do: StrikeDo; whom: readonly string[] }

export type RunningClock = {
  name: ClockName
  clause: string
  team: Team
  startedAt: number
  /** What was promised when it started: a later grade or version does not change it. */
  term: Term
  /** Epoch ms by which the promise is due, in the owner's working time. */
  dueAt: number
  strikes: Strike[]
  /** Index of the next strike; equal to `strikes.length` when nothing is left to do. */
  next: number
  isBreached: boolean
}

/** Why a new owner is looked for, and who is not to be asked. */
export type RouteAsk = {
  why: 'qualified' | 'misrouted' | 'late' | 'nobody free' | 'handed back' | 'owner left'
  exclude: string[]
  clause: string | null
}

export type StageMark = { at: number; isInferred: boolean }

export type AttemptState = {
  number: number
  isHistory: boolean
  openedAt: number
  /** The kind of fact it opened with, and the name of the form when it was one. */
  openedBy?: FactKind
  form?: string
  touch: Touch
  stage: Stage
  outcome: Outcome
  reason: string | null
  closedAt: number | null
  team: Team
  owner: string | null
  /** Everybody who had it, whoever had it last at the end. */
  hadBy: string[]
  pool: string | null
  calendar: Calendar | null
  /** Somebody must say who takes the lead; the answer is a `lead.routed` fact. */
  awaiting: RouteAsk | null
  /** Its owner asked the manager, who has not answered yet. */
  asked?: { at: number; by: string | null; note: string } | null
  /** Sent back to marketing: it does not qualify again before somebody mends what is known. */
  isHeld: boolean
  routedAt: number | null
  reassignments: number
  marks: Partial<Record<Stage, StageMark>>
  clocks: RunningClock[]
  touches: number
  touchChannels: string[]
  firstTouchAt: number | null
  twoWayAt: number | null
  /** When a need was first stated and a meeting first held: evidence for deals opened later. */
  needAt?: number
  meetingAt?: number
  lastFactAt: number
  /** The score when it closed, which no later fact changes; `fading` is part of `engagement`. Null while it is open. */
  closedWith: { grade: string | null; fit: number; engagement: number; fading?: readonly Fading[] } | null
}

/** What sales said of what marketing did, and what became of it. The words are in its facts. */
export type FeedbackState = {
  /** The fact it was given by. */
  id: string
  /** 0 when it came before any attempt. */
  attempt: number
  at: number
  by: string | null
  verdict: 'good' | 'bad' | 'neutral'
  campaign: string | null
  /** Who of marketing is asked; null: their managers. */
  owner: string | null
  status: 'open' | 'answered' | 'closed'
  clock: RunningClock | null
  /** An answer to it came too late once. */
  isLate: boolean
  answeredAt: number | null
  /** The fact of the latest answer. */
  answer: string | null
  closedAt: number | null
}

export type DealStatus = 'open' | 'won' | 'lost' | 'undecided'
export type DealProduct = { name: string; quantity?: number; unitCents?: number }
export type DealPerson = { person?: string; name?: string; role: (typeof DEAL_ROLES)[number] }
/** Why it ended so, by one who was asked: the primary reason first. */
export type DealWord = {
  fact: string
  at: number
  saidBy: (typeof SAID_BY)[number]
  reasons: readonly string[]
  competitor: string | null
  note: string | null
}
/** What was said of it from a moment on, for asking later what was foreseen then. */
export type DealTerms = {
  at: number
  closeDate: string | null
  amountCents: number | null
  currency: string | null
  closer: string | null
  stage: string
}

/** Values are never changed in place: a copy of the deal shares them. */
export type DealState = {
  id: string
  attempt: number
  name: string | null
  /** Absent: the first of the agreement. */
  pipeline?: string
  stage: string
  /** Since when it stands there, and when each stage was first reached. */
  stageAt?: number
  reached?: Readonly<Record<string, number>>
  status: DealStatus
  proof: 'none' | 'contract' | 'payment'
  amountCents: number | null
  currency: string | null
  sdr: string | null
  closer: string | null
  openedAt: number
  closedAt: number | null
  reason: string | null
  nextStep: string | null
  /** Epoch ms by which the next step is planned. */
  nextStepAt?: number
  /** A calendar day, `2026-03-31`. */
  closeDate?: string
  products?: readonly DealProduct[]
  people?: readonly DealPerson[]
  /** Absent: nobody asked. Empty: asked, and there is none. */
  competitors?: readonly string[]
  need?: string
  /** When the evidence that only facts give was first there. */
  needAt?: number
  meetingAt?: number
  offerAt?: number
  signedAt?: number
  paidAt?: number
  said?: readonly DealWord[]
  /** Oldest first; the last holds now. */
  terms?: readonly DealTerms[]
  /** The stage it stood in when it was closed. */
  closedFrom?: string
}

export type Scalar = string | number | boolean | null
export type PersonContext = {
  name?: string
  email?: string
  email_domain?: string
  email_is_free_mail?: boolean
  phone?: string
  has_phone: boolean
  title?: string
  role?: string
  country?: string
  region?: string
  postcode?: string
  city?: string
  language?: string
  asked_for_a_call: boolean
}
export type AccountContext = {
  name?: string
  domain?: string
  external_id?: string
  industry?: string
  employees?: number
  revenue_cents?: number
  country?: string
  region?: string
  postcode?: string
  city?: string
  segment?: string
}

/** A ledger entry still worth points. Kept for explanation: the last few that counted. */
export type LedgerEntry = { fact: string; clause: string; points: number; at: number }

/** One score of a person: what it came to, from which lines, and its grade. */
export type ScoreCard = {
  fit: number
  fitLines: { clause: string; points: number }[]
  /** Engagement points as they stood at `engagementAt`; they fade from there. */
  engagement: number
  engagementAt: number
  /** Further points, of clauses that fade at a pace of their own, as they stood at `engagementAt`. */
  fading?: readonly Fading[]
  ledger: LedgerEntry[]
  /** Points already given today per clause with a daily limit; `capDay` is the day they belong to. */
  capDay: number
  capUsed: Record<string, number>
  grade: string | null
}

/** Everything the agreement needs to know of one person: the fold of their facts. JSON-serialisable. */
export type PersonState = ScoreCard & {
  person: PersonContext
  account: AccountContext
  traits: Record<string, Scalar>
  /** Scores beside the main one, by name. Absent until an agreement names some. */
  scores?: Record<string, ScoreCard>
  firstTouch: (Touch & { at: number }) | null
  lastTouch: (Touch & { at: number }) | null
  attempt: AttemptState | null
  pastAttempts: number
  deals: DealState[]
  /** Absent until somebody of sales says something. */
  feedback?: FeedbackState[]
  lastFact: { at: number; rank: number; messageId: string } | null
}

/** A score before anything has happened. */
export function emptyCard(): ScoreCard {
  return { fit: 0, fitLines: [], engagement: 0, engagementAt: 0, ledger: [], capDay: 0, capUsed: {}, grade: null }
}

/** The state before anything has happened. */
export function emptyState(): PersonState {
  return {
    person: { has_phone: false, asked_for_a_call: false },
    account: {},
    traits: {},
    fit: 0,
    fitLines: [],
    engagement: 0,
    engagementAt: 0,
    ledger: [],
    capDay: 0,
    capUsed: {},
    grade: null,
    firstTouch: null,
    lastTouch: null,
    attempt: null,
    pastAttempts: 0,
    deals: [],
    lastFact: null,
  }
}
