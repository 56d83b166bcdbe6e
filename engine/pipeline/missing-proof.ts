import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { DealState } from '../lifecycle/state.ts'
import type { Missing } from './evidence.ts'
import { pipelineOf } from './pipeline-of.ts'

type Proven = Pick<DealState, 'pipeline' | 'signedAt' | 'paidAt'>

/** The proof a win still lacks by what its pipeline needs. Where either of two would do, both are named. */
export function missingProof(agreement: Pick<CompiledAgreement, 'pipelines'>, deal: Proven): Missing[] {
  const contract: Missing = { asked: 'contract', stage: null, condition: null }
  const payment: Missing = { asked: 'payment', stage: null, condition: null }
  const isSigned = deal.signedAt !== undefined
  const isPaid = deal.paidAt !== undefined
  switch (pipelineOf(agreement, deal)?.winNeeds ?? 'contract or payment') {
    case 'nothing':
      return []
    case 'contract':
      return isSigned ? [] : [contract]
    case 'payment':
      return isPaid ? [] : [payment]
    case 'contract or payment':
      return isSigned || isPaid ? [] : [contract, payment]
  }
}
