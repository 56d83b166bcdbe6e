import { type LearnOptions, type LearnResult, learn } from '@ensemble/engine/learning/learn.ts'
import { ownTable } from '@ensemble/engine/learning/own-table.ts'
import type { Context } from '../../context.ts'
import { openPast } from '../backtests/open-past.ts'
import { surroundingsOf } from '../backtests/surroundings-of.ts'

const DAY_MS = 86_400_000

export type OwnAsked = { from: string; to: string; withinDays: number; options: Omit<LearnOptions, 'split'> }
export type OwnLearnt = { found: LearnResult; rows: number; fromMs: number | null; toMs: number | null }

/**
 * Learns from the company's own history: leads that qualified in the period, as they were known at that moment, and whether
 * they were won within so many days. Split by time. Nothing is stored.
 */
export async function learnOwn(ctx: Context, { from, to, withinDays, options }: OwnAsked): Promise<OwnLearnt> {
  const { databaseUrl, zone, nowMs } = await surroundingsOf(ctx, { from, to, segment: {} })
  const past = await openPast(databaseUrl, { from, to, zone, nowMs }, () => undefined)
  const { table, fromMs, toMs } = ownTable({
    ...past,
    agreement: ctx.agreements.at(nowMs),
    withinMs: withinDays * DAY_MS,
  })
  if (table.rows === 0) {
    const reason = `No lead qualified from ${from} to ${to}. Ask for a longer period, or import the leads of the past first.`
    return { found: { ok: false, reason }, rows: 0, fromMs, toMs }
  }
  return { found: learn(table, { ...options, split: 'time' }), rows: table.rows, fromMs, toMs }
}
