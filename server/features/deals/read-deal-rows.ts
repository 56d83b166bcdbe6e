import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { type DealState, emptyState, type PersonState } from '@ensemble/engine/lifecycle/state.ts'
import { missingToMove } from '@ensemble/engine/pipeline/missing-evidence.ts'
import { pipelineOf } from '@ensemble/engine/pipeline/pipeline-of.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { dealRow } from './shapes.ts'

const EMPTY = emptyState()

export type DealRow = z.output<typeof dealRow>
type Evidence = [
  needAt: number | null,
  meetingAt: number | null,
  offerAt: number | null,
  people: DealState['people'] | null,
]
/** A deal as `dealCells` reads it: one JSON array, cheaper on both sides than as many columns. Moments as the API writes them. */
export type DealCells = [
  personId: string,
  dealId: string,
  name: string | null,
  person: string,
  company: string | null,
  accountId: string | null,
  pipeline: string,
  stage: string,
  status: DealRow['status'],
  proof: DealRow['proof'],
  amountCents: number | null,
  currency: string | null,
  closeDate: string | null,
  closer: string | null,
  closerName: string | null,
  openedAt: string,
  stageAt: string,
  closedAt: string | null,
  products: string[],
  competitors: string[] | null,
  reasons: string[],
  saidBy: DealRow['saidBy'],
  nextStep: string | null,
  nextStepAt: string | null,
  /** Evidence that only facts give: need, meeting, offer, people. All that is known where the agreement has conditions. */
  evidence: Partial<DealState> | Evidence,
  /** Only where the agreement has conditions on the person or the lead. */
  whole: PersonState | null,
]

/** With the rank of the row in the order of its page. */
export type RankedCells = [...DealCells, rank: string]
type AnyCells = DealCells | RankedCells

const MOMENT = (column: string): string => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const DEAL_CELLS = `d.person_id, d.deal_id, d.name, p.name, coalesce(a.name, p.company), p.account_id, d.pipeline, d.stage, d.status, d.proof,
  d.amount_cents, d.currency, d.close_date, d.closer, u.name, ${MOMENT('d.opened_at')}, ${MOMENT('d.stage_at')}, ${MOMENT('d.closed_at')},
  d.products, d.competitors, d.reasons, d.said -> 0 ->> 'saidBy', d.next_step, ${MOMENT('d.next_step_at')}`
const FEW = `json_build_array(d.state -> 'needAt', d.state -> 'meetingAt', d.state -> 'offerAt', d.state -> 'people'), null`
const ALL = 'd.state, p.state'
export const DEAL_JOINS = `join people p on p.person_id = d.person_id
  left join accounts a on a.account_id = p.account_id left join users u on u.id = d.closer`

/** What a row of deals is made of, with the deal as `d` and its `DEAL_JOINS`; `more` are further cells. */
export function dealCells(agreement: CompiledAgreement, more = ''): string {
  const hasConditions = agreement.pipelines.some(({ stages }) => stages.some(({ exitWhen }) => exitWhen !== null))
  return `json_build_array(${DEAL_CELLS}, ${hasConditions ? ALL : FEW}${more})`
}

function evidenceIn(cell: DealCells[24]): Partial<DealState> {
  if (!Array.isArray(cell)) return cell
  const [needAt, meetingAt, offerAt, people] = cell
  return {
    ...(needAt === null ? {} : { needAt }),
    ...(meetingAt === null ? {} : { meetingAt }),
    ...(offerAt === null ? {} : { offerAt }),
    ...(people == null ? {} : { people }),
  }
}

/** What the row tells of the deal. One that was stored before its state was kept with it knows what its columns know. */
function stateOfCells(cells: AnyCells): DealState {
  const [id, name, pipeline, stage, status, proof] = [cells[1], cells[2], cells[6], cells[7], cells[8], cells[9]]
  const [closedAt, competitors, reasons, closeDate] = [cells[17], cells[19], cells[20], cells[12]]
  return {
    attempt: 0,
    sdr: null,
    closedAt: closedAt === null ? null : Date.parse(closedAt),
    reason: reasons[0] ?? null,
    nextStep: cells[22],
    ...(pipeline === '' ? {} : { pipeline }),
    ...(closeDate === null ? {} : { closeDate }),
    ...(competitors === null ? {} : { competitors }),
    products: cells[18].map((each) => ({ name: each })),
    ...evidenceIn(cells[24]),
    id,
    name,
    stage,
    status,
    proof,
    amountCents: cells[10],
    currency: cells[11],
    closer: cells[13],
    openedAt: Date.parse(cells[15]),
  }
}

/** Rows as the API shows them: with the probability of their stage and how much evidence is missing, by the agreement in force. */
export function presentDeals(ctx: Pick<Context, 'agreements' | 'now'>, rows: readonly AnyCells[]): DealRow[] {
  const nowMs = ctx.now()
  const agreement = ctx.agreements.at(nowMs)
  return rows.map((cells) => presentDeal(agreement, cells, nowMs))
}

function presentDeal(agreement: CompiledAgreement, cells: AnyCells, nowMs: number): DealRow {
  const [personId, id, name, person, company, accountId, inPipeline, standsIn, status, proof] = cells
  const pipeline = pipelineOf(agreement, { pipeline: inPipeline === '' ? null : inPipeline })
  const at = pipeline?.stages.findIndex((each) => each.name === standsIn) ?? -1
  const stage = pipeline?.stages[at]
  const isOpen = status === 'open'
  const [closer, whole] = [cells[13], cells[25]]
  const needs = isOpen && stage !== undefined && (stage.exit.length > 0 || (stage.exitWhen !== null && whole !== null))
  return {
    personId,
    id,
    name,
    person,
    company,
    accountId,
    pipeline: inPipeline === '' ? (agreement.pipelines[0]?.name ?? '') : inPipeline,
    stage: standsIn,
    status,
    proof,
    amountCents: cells[10],
    currency: cells[11],
    closeDate: cells[12],
    owner: closer === null ? null : { id: closer, name: cells[14] ?? '' },
    openedAt: cells[15],
    stageAt: cells[16],
    closedAt: cells[17],
    products: cells[18],
    competitors: cells[19],
    reasons: isOpen ? [] : cells[20],
    saidBy: isOpen ? null : cells[21],
    nextStep: cells[22],
    nextStepAt: cells[23],
    probability: isOpen ? (stage?.probability ?? null) : null,
    missing: needs
      ? missingToMove(agreement, whole ?? EMPTY, stateOfCells(cells), pipeline?.stages[at + 1]?.name ?? null, nowMs)
          .length
      : 0,
  }
}
