/** What a stage of a pipeline may ask for before a deal leaves it. */
export const EVIDENCE = [
  'need',
  'amount',
  'next step',
  'close date',
  'decision maker',
  'competitor asked',
  'meeting held',
  'offer sent',
] as const
export type Evidence = (typeof EVIDENCE)[number]

/** What can be missing: evidence of a stage, its condition, or the proof of a win. */
export type Asked = Evidence | 'condition' | 'contract' | 'payment'

/** One thing asked that is not there. `condition` is the expression where one does not hold. */
export type Missing = { asked: Asked; stage: string | null; condition: string | null }

export const WIN_NEEDS = ['contract or payment', 'contract', 'payment', 'nothing'] as const
export type WinNeeds = (typeof WIN_NEEDS)[number]
