import { isWithin } from './journeys-of.ts'
import { ACCEPTED, REJECTED } from './outcomes.ts'
import type { TouchPast } from './touch-past.ts'

/** Leads whose own touch has this label, and what sales said of them. */
export type LeadSums = {
  label: string | null
  leads: number
  accepted: number
  rejected: number
  reasons: Record<string, number>
  opportunities: number
  won: number
  /** Ascending. */
  daysToWon: Float64Array
}
export type LeadsQuestion = { by: 'campaign' | 'channel'; fromMs: number | null; toMs: number | null }

const DAY_MS = 86_400_000
const DIMENSION = { channel: 0, campaign: 2 } as const

/** Leads opened in the period, by the label of their own touch. Rejected is what sales turned down, wrong leads and disqualified ones alike. */
export function sumLeads({ outcomes, book }: TouchPast, question: LeadsQuestion): LeadSums[] {
  const labelOf = question.by === 'channel' ? outcomes.channel : outcomes.campaign
  const names = book.labels[DIMENSION[question.by]] ?? []
  const sums = new Map<number, Omit<LeadSums, 'daysToWon'> & { daysToWon: number[] }>()
  for (let lead = 0; lead < outcomes.count; lead += 1) {
    if (outcomes.isAlive[lead] !== 1 || outcomes.level[lead] !== 0) continue
    const openedMs = outcomes.atMs[lead] ?? 0
    if (!isWithin(question, openedMs)) continue
    const label = labelOf[lead] ?? -1
    let own = sums.get(label)
    if (own === undefined) {
      own = {
        label: label < 0 ? null : (names[label] ?? null),
        leads: 0,
        accepted: 0,
        rejected: 0,
        reasons: {},
        opportunities: 0,
        won: 0,
        daysToWon: [],
      }
      sums.set(label, own)
    }
    own.leads += 1
    if (outcomes.verdict[lead] === ACCEPTED) own.accepted += 1
    if (outcomes.verdict[lead] === REJECTED) {
      own.rejected += 1
      const reason = outcomes.reasons[outcomes.reason[lead] ?? 0] ?? ''
      own.reasons[reason] = (own.reasons[reason] ?? 0) + 1
    }
    if (!Number.isNaN(outcomes.opportunityAtMs[lead])) own.opportunities += 1
    const wonMs = outcomes.wonAtMs[lead] ?? Number.NaN
    if (Number.isNaN(wonMs)) continue
    own.won += 1
    own.daysToWon.push((wonMs - openedMs) / DAY_MS)
  }
  return [...sums.values()].map((one) => ({ ...one, daysToWon: Float64Array.from(one.daysToWon).sort() }))
}
