import type { components, operations } from './schema.gen.ts'

type Ok<T> = T extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never

/** What an operation answers: `Answered<'getLead'>`. */
export type Answered<Id extends keyof operations> = Ok<operations[Id]>

export type Schemas = components['schemas']
export type LeadRow = Schemas['LeadRow']
export type FactView = Schemas['FactView']
export type DecisionView = Schemas['DecisionView']
export type AttemptView = Schemas['AttemptView']
export type RunningClock = Schemas['RunningClock']
export type Rate = Schemas['Rate']
export type UserRef = Schemas['UserRef']
export type Stage = LeadRow['stage']
export type Outcome = LeadRow['outcome']
export type Side = LeadRow['team']
export type FactSide = FactView['side']
export type Session = Answered<'getSession'>
export type Role = Session['user']['role']
export type Queue = Answered<'getQueue'>
export type QueueLead = Queue['leads'][number]
export type Lead = Answered<'getLead'>
export type Story = Answered<'getStory'>
export type LedgerLine = Lead['ledger'][number]
export type Deal = Lead['deals'][number]
