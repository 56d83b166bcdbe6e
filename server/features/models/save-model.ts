import type { Learned } from '@ensemble/engine/learning/learn.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { learnedReport } from './learned-report.ts'

export const MODEL_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/

export type ModelToSave = {
  name: string
  learned: Learned
  /** Where its rows came from, in words. */
  source: string
  rowsFromMs: number | null
  rowsToMs: number | null
  createdBy: string | null
}

/** Keeps a learned score under a new name. What stands under a name is never changed: agreements are signed with it. */
export async function saveModel(ctx: Pick<Context, 'db' | 'now'>, input: ModelToSave): Promise<void> {
  const { name, learned, source, rowsFromMs, rowsToMs } = input
  if (!MODEL_NAME.test(name))
    throw new Problem('bad-request', `"${name}" may not be the name of a learned score.`, {
      mend: 'Use letters, digits, dots and dashes, such as converts-2026-03.',
    })
  const moment = (ms: number | null): Date | null => (ms === null ? null : new Date(ms))
  const { model } = learned
  const { rowCount } = await ctx.db.query(
    `insert into models (name, kind, target, positive, source, rows_from, rows_to, model, report, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (name) do nothing`,
    [
      name,
      model.kind,
      model.target,
      model.positive,
      source,
      moment(rowsFromMs),
      moment(rowsToMs),
      JSON.stringify(model),
      JSON.stringify(learnedReport(learned)),
      input.createdBy,
      new Date(ctx.now()),
    ],
  )
  if (rowCount === 0)
    throw new Problem('conflict', `There is a learned score "${name}" already, and it is never changed.`, {
      mend: 'Save the new one under another name, and draft an agreement that names it.',
    })
}
