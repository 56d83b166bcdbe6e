import type { CompiledAgreement, PipelineStage } from '@ensemble/engine/agreement/compiled.ts'
import { evidenceInWords } from '@ensemble/engine/agreement/words/evidence-in-words.ts'
import type { DealState, PersonState } from '@ensemble/engine/lifecycle/state.ts'
import { missingOfStage } from '@ensemble/engine/pipeline/missing-evidence.ts'
import type { z } from 'zod'
import { conditionWords } from './condition-words.ts'
import type { evidenceLine } from './shapes.ts'

type Line = z.output<typeof evidenceLine>
type Language = 'en' | 'fr'

/** What leaving a stage asks, each with whether it is there. */
export function stageLines(
  agreement: CompiledAgreement,
  state: PersonState,
  deal: DealState,
  stage: PipelineStage,
  nowMs: number,
  language: Language,
): Line[] {
  const missing = new Set(missingOfStage(agreement, state, deal, stage, nowMs).map((each) => each.asked))
  const lines = stage.exit.map((evidence): Line => {
    const { says, mend } = evidenceInWords(evidence, language)
    const isThere = !missing.has(evidence)
    return { evidence, isThere, says, mend: isThere ? null : mend }
  })
  if (stage.exitWhen === null) return lines
  const { says, mend } = conditionWords(stage.exitWhen.source, language)
  const isThere = !missing.has('condition')
  return [...lines, { evidence: 'condition', isThere, says, mend: isThere ? null : mend }]
}

/** The proof a win needs. Where either of two will do, one that is there settles both. */
export function proofLines(
  needs: 'contract or payment' | 'contract' | 'payment' | 'nothing',
  deal: DealState,
  language: Language,
): Line[] {
  const isSigned = deal.signedAt !== undefined
  const isPaid = deal.paidAt !== undefined
  const line = (asked: 'contract' | 'payment', isThere: boolean): Line => {
    const { says, mend } = evidenceInWords(asked, language)
    return { evidence: asked, isThere, says, mend: isThere ? null : mend }
  }
  switch (needs) {
    case 'nothing':
      return []
    case 'contract':
      return [line('contract', isSigned)]
    case 'payment':
      return [line('payment', isPaid)]
    case 'contract or payment':
      if (isPaid && !isSigned) return [line('payment', true)]
      return isSigned ? [line('contract', true)] : [line('contract', false), line('payment', false)]
  }
}
