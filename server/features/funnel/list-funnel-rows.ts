import { STAGES, type Stage } from '@ensemble/engine/lifecycle/state.ts'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, readCursor } from '../../http/cursor.ts'
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
    after: afterOf(question.after),
    limit: question.limit + 1,
  })
  const page = keys.slice(0, question.limit)
  const last = page.at(-1)
  return {
    leads: await readLeadRows(ctx, page),
    next: keys.length > question.limit && last !== undefined ? packCursor([last.metAt, last.personId]) : null,
  }
}

/** A moment as PostgreSQL writes it, to the last digit, and a person. */
const mark = z.tuple([z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-][\d:]+$/), z.uuid()])

function afterOf(cursor: string | undefined): Omit<ReachedKey, 'attempt'> | null {
  const key = readCursor(cursor, mark)
  return key === null ? null : { metAt: key[0], personId: key[1] }
}
