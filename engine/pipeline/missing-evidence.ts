import type { CompiledAgreement, PipelineStage } from '../agreement/compiled.ts'
import type { DealState, PersonState } from '../lifecycle/state.ts'
import { dealContext, hasDecisionMaker } from './deal-context.ts'
import type { Evidence, Missing } from './evidence.ts'
import { pipelineOf } from './pipeline-of.ts'

/** Whether one piece of evidence is there. */
export function isThere(deal: DealState, evidence: Evidence): boolean {
  switch (evidence) {
    case 'need':
      return deal.needAt !== undefined
    case 'amount':
      return deal.amountCents !== null && deal.amountCents > 0
    case 'next step':
      return deal.nextStep !== null && deal.nextStep !== ''
    case 'close date':
      return deal.closeDate != null
    case 'decision maker':
      return hasDecisionMaker(deal)
    case 'competitor asked':
      return deal.competitors !== undefined
    case 'meeting held':
      return deal.meetingAt !== undefined
    case 'offer sent':
      return deal.offerAt !== undefined
  }
}

/** What a deal lacks to leave one stage at a moment (epoch ms). */
export function missingOfStage(
  agreement: CompiledAgreement,
  state: PersonState,
  deal: DealState,
  stage: PipelineStage,
  atMs: number,
): Missing[] {
  const missing: Missing[] = stage.exit
    .filter((evidence) => !isThere(deal, evidence))
    .map((asked) => ({ asked, stage: stage.name, condition: null }))
  const { exitWhen } = stage
  if (exitWhen !== null && !agreement.exitHolds(exitWhen, dealContext(agreement, state, deal, atMs)))
    missing.push({ asked: 'condition', stage: stage.name, condition: exitWhen.source })
  return missing
}

/** Each thing once, where it is asked first. */
function once(missing: readonly Missing[]): Missing[] {
  const seen = new Set<string>()
  return missing.filter(({ asked, condition }) => {
    const key = `${asked}\0${condition ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * What a deal lacks to go on to a stage: the exit evidence of the stage it stands in and of all it would pass over. Nothing is
 * asked for a move back, nor of a deal in a stage the agreement does not know. `to` null: out of the last stage, to a win.
 */
export function missingToMove(
  agreement: CompiledAgreement,
  state: PersonState,
  deal: DealState,
  to: string | null,
  atMs: number,
): Missing[] {
  const stages = pipelineOf(agreement, deal)?.stages ?? []
  const from = stages.findIndex((stage) => stage.name === deal.stage)
  const target = to === null ? stages.length : stages.findIndex((stage) => stage.name === to)
  if (from === -1) return []
  return once(
    stages.slice(from, Math.max(from, target)).flatMap((stage) => missingOfStage(agreement, state, deal, stage, atMs)),
  )
}
