import { STAGES, type Stage } from '@ensemble/engine/lifecycle/state.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { type LeadRow, readLeadRows } from '../leads/read-lead-rows.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { checkPeriod } from './check-period.ts'
import type { GroupBy } from './queries.ts'
import { listReached, type ReachedKey } from './reached-queries.ts'

export type RowsQuestion = {
  from: string
  to: string
  reached: Stage
  by?: GroupBy | undefined
  /** An empty text is the group without a value. */
  key?: string | undefined
  after?: string | undefined
  limit: number
}

/** One page of the leads behind a number of the funnel; their count over all pages is that number. */
export async function listFunnelRows(
  ctx: Pick<Context, 'db' | 'now' | 'agreements'>,
  question: RowsQuestion,
): Promise<{ leads: LeadRow[]; next: string | null }> {
  checkPeriod(question)
  const { zone } = await readHouseSettings(ctx.db)
  const isGrouped = question.by !== undefined && question.key !== undefined
  const keys = await listReached(ctx.db, {
    from: question.from,
    to: question.to,
    zone,
    stage: STAGES.indexOf(question.reached),
    by: isGrouped ? (question.by ?? null) : null,
    key: question.key === undefined || question.key === '' ? null : question.key,
    after: question.after === undefined ? null : readCursor(question.after),
    limit: question.limit + 1,
  })
  const page = keys.slice(0, question.limit)
  const last = page.at(-1)
  return {
    leads: await readLeadRows(ctx, page),
    next: keys.length > question.limit && last !== undefined ? writeCursor(last) : null,
  }
}

function writeCursor(key: ReachedKey): string {
  return Buffer.from(`${key.metAt}|${key.personId}`).toString('base64url')
}

function readCursor(cursor: string): { metAt: string; personId: string } {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const found = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-][\d:]+)\|([0-9a-f-]{36})$/.exec(text)
  if (found?.[1] !== undefined && found[2] !== undefined) return { metAt: found[1], personId: found[2] }
  throw new Problem('bad-request', 'The cursor "after" is not one of ours.', {
    mend: 'Begin again without it, then pass "next" of the last page.',
    errors: [{ where: 'query.after', what: 'is no cursor' }],
  })
}
