import type { Segment } from '@ensemble/engine/backtest/segment.ts'

/** The leads first met in a period, of a segment. */
export type Period = {
  /** Days of the company's zone: `from` included, `to` excluded. */
  from: string
  to: string
  segment: Segment
}

type OfThePast = Period & {
  zone: string
  /** Epoch ms; nothing later is known. */
  nowMs: number
  inForce: { version: number; document: string }
}

/** What is asked of the past: how a document does beside the version in force, or which clauses the leads suggest. */
export type PastQuestion =
  | (OfThePast & { task: 'compare'; document: string })
  | (OfThePast & {
      task: 'suggest'
      /** Leads a week; null: what the pools of the version in force can take. */
      perWeek: number | null
    })

/** What is asked while somebody edits. */
export type LiveQuestion = OfThePast & { document: string }

/** The same question gives the same intervals. */
export const SEED = 20_180_101
