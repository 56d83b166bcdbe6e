import type { TFunction } from 'i18next'
import type { Outcome, Stage } from '../api/types.ts'

const STAGES: readonly Stage[] = ['inquiry', 'qualified', 'accepted', 'contacted', 'opportunity', 'won']
const OUTCOMES: readonly Outcome[] = ['open', 'won', 'lost', 'rejected', 'disqualified', 'recycled', 'expired']

/** A stage in words. */
export function sayStage(stage: string, t: TFunction): string {
  const known = STAGES.find((one) => one === stage)
  return known === undefined ? stage : t(`common.stage.${known}`)
}

/** How a lead ended, in words. */
export function sayOutcome(outcome: string, t: TFunction): string {
  const known = OUTCOMES.find((one) => one === outcome)
  return known === undefined ? outcome : t(`common.outcome.${known}`)
}
