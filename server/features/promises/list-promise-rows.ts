import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import { Problem } from '../../http/problem.ts'
import { readLeadRows } from '../leads/read-lead-rows.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { listPromiseRows as promise } from './contract.ts'
import { readPeriod, readSegment } from './question.ts'
import { rowsOf } from './rows-of.ts'

type Asked = z.output<NonNullable<(typeof promise)['query']>>
type View = z.input<NonNullable<(typeof promise)['response']>>
type Key = { personId: string; attempt: number; at: Date; mark: number; id: string }

/** One page of the leads behind a number of the board, latest first. A lead is listed once for each promise that counts. */
export async function listPromiseRows(ctx: Context, asked: Asked): Promise<View> {
  const needsClock = asked.of === 'kept' || asked.of === 'broken' || asked.of === 'running'
  if (needsClock && asked.clock === undefined)
    throw new Problem('bad-request', `"${asked.of}" is asked of one promise.`, {
      mend: 'Name its clock, such as clock=acceptance.',
      errors: [{ where: 'query.clock', what: 'is missing' }],
    })
  const { zone } = await readHouseSettings(ctx.db)
  const { sql, params } = await rowsOf(ctx, asked, readPeriod(asked, zone, ctx.now()), readSegment(asked))
  const mark = unpackCursor(asked.after, 2)
  const [first, second, third] = [params.length + 1, params.length + 2, params.length + 3]
  const { rows } = await ctx.db.query<Key>(
    `select person_id as "personId", attempt, at, mark, id from (
       select person_id, attempt, at, extract(epoch from at)::float8 as mark, person_id::text || ' ' || attempt as id from (${sql}) found
     ) keyed
     where $${first}::float8 is null or (mark, id) < ($${first}, $${second}::text)
     order by mark desc, id desc limit $${third}`,
    [...params, mark === null ? null : Number(mark[0]), mark === null ? null : String(mark[1]), asked.limit + 1],
  )
  const page = rows.slice(0, asked.limit)
  const last = rows.length > asked.limit ? page.at(-1) : undefined
  const leads = await readLeadRows(ctx, page)
  return {
    leads: leads.map((lead, index) => ({ ...lead, at: (page[index]?.at ?? new Date(0)).toISOString() })),
    next: last === undefined ? null : packCursor([last.mark, last.id]),
  }
}
