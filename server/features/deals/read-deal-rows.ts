import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { type DealState, emptyState, type PersonState } from '@ensemble/engine/lifecycle/state.ts'
import { missingToMove } from '@ensemble/engine/pipeline/missing-evidence.ts'
import { pipelineOf } from '@ensemble/engine/pipeline/pipeline-of.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { dealRow } from './shapes.ts'

const EMPTY = emptyState()

export type DealRow = z.output<typeof dealRow>
export type StoredDeal = {
  person_id: string
  deal_id: string
  name: string | null
  person: string
  company: string | null
  account_id: string | null
  pipeline: string
  stage: string
  status: DealRow['status']
  proof: DealRow['proof']
  amount_cents: string | null
  currency: string | null
  close_date: string | null
  closer: string | null
  closer_name: string | null
  opened_at: Date
  stage_at: Date
  closed_at: Date | null
  products: string[]
  competitors: string[] | null
  reasons: string[]
  said_by: DealRow['saidBy']
  next_step: string | null
  next_step_at: Date | null
  state: Partial<DealState>
}

/** What a row of deals is made of, with the deal as `d`. */
export const DEAL_COLUMNS = `d.person_id, d.deal_id, d.name, p.name as person, coalesce(a.name, p.company) as company, p.account_id,
  d.pipeline, d.stage, d.status, d.proof, d.amount_cents, d.currency, d.close_date::text as close_date, d.closer, u.name as closer_name,
  d.opened_at, d.stage_at, d.closed_at, d.products, d.competitors, d.reasons, d.said -> 0 ->> 'saidBy' as said_by,
  d.next_step, d.next_step_at, d.state`
export const DEAL_JOINS = `join people p on p.person_id = d.person_id
  left join accounts a on a.account_id = p.account_id left join users u on u.id = d.closer`

/** Where the agreement has conditions on the person or the lead, their states are needed to say what is missing. */
async function statesFor(
  ctx: Context,
  agreement: CompiledAgreement,
  rows: readonly StoredDeal[],
): Promise<ReadonlyMap<string, PersonState>> {
  const hasConditions = agreement.pipelines.some(({ stages }) => stages.some(({ exitWhen }) => exitWhen !== null))
  if (!hasConditions || rows.length === 0) return new Map()
  const found = await ctx.db.query<{ person_id: string; state: PersonState }>(
    'select person_id, state from people where person_id = any($1::uuid[])',
    [rows.map((row) => row.person_id)],
  )
  return new Map(found.rows.map((row) => [row.person_id, row.state]))
}

/** A deal that was stored before its state was kept with it knows what its columns know. */
export function stateOfRow(row: StoredDeal): DealState {
  return {
    attempt: 0,
    sdr: null,
    closedAt: row.closed_at?.getTime() ?? null,
    reason: row.reasons[0] ?? null,
    nextStep: row.next_step,
    ...row.state,
    id: row.deal_id,
    name: row.name,
    stage: row.stage,
    status: row.status,
    proof: row.proof,
    amountCents: row.amount_cents === null ? null : Number(row.amount_cents),
    currency: row.currency,
    closer: row.closer,
    openedAt: row.opened_at.getTime(),
  }
}

/** Rows as the API shows them: with the probability of their stage and how much evidence is missing, by the agreement in force. */
export async function presentDeals(ctx: Context, rows: readonly StoredDeal[]): Promise<DealRow[]> {
  const nowMs = ctx.now()
  const agreement = ctx.agreements.at(nowMs)
  const states = await statesFor(ctx, agreement, rows)
  return rows.map((row) => {
    const deal = stateOfRow(row)
    const pipeline = pipelineOf(agreement, deal)
    const stage = pipeline?.stages.find((each) => each.name === row.stage)
    const next = pipeline?.stages[pipeline.stages.findIndex((each) => each.name === row.stage) + 1]
    const state = states.get(row.person_id)
    const isOpen = row.status === 'open'
    const needs =
      isOpen && stage !== undefined && (stage.exit.length > 0 || (stage.exitWhen !== null && state !== undefined))
    return {
      personId: row.person_id,
      id: row.deal_id,
      name: row.name,
      person: row.person,
      company: row.company,
      accountId: row.account_id,
      pipeline: row.pipeline === '' ? (agreement.pipelines[0]?.name ?? '') : row.pipeline,
      stage: row.stage,
      status: row.status,
      proof: row.proof,
      amountCents: deal.amountCents,
      currency: row.currency,
      closeDate: row.close_date,
      owner: row.closer === null ? null : { id: row.closer, name: row.closer_name ?? '' },
      openedAt: row.opened_at.toISOString(),
      stageAt: row.stage_at.toISOString(),
      closedAt: row.closed_at?.toISOString() ?? null,
      products: row.products,
      competitors: row.competitors,
      reasons: isOpen ? [] : row.reasons,
      saidBy: isOpen ? null : row.said_by,
      nextStep: row.next_step,
      nextStepAt: row.next_step_at?.toISOString() ?? null,
      probability: isOpen ? (stage?.probability ?? null) : null,
      missing: needs ? missingToMove(agreement, state ?? EMPTY, deal, next?.name ?? null, nowMs).length : 0,
    }
  })
}
