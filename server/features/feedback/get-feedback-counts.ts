import { sentenceOf } from '@ensemble/engine/agreement/sentence-of.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import type { getFeedbackCounts as promise } from './contract.ts'
import { IS_LATE, IS_MINE } from './queries.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>

const DAYS_MS = 90 * 86_400_000

/** How the loops stand. The median is over feedback given in the last 90 days that has an answer. */
export async function getFeedbackCounts(ctx: Context, caller: Caller): Promise<View> {
  const nowMs = ctx.now()
  const { rows } = await ctx.db.query<Omit<View, 'answerTime' | 'promise'> & { n: number; median: number | null }>(
    `select count(*)::int as "all", count(*) filter (where ${IS_MINE})::int as mine,
            count(*) filter (where f.status = 'open')::int as open, count(*) filter (where f.status = 'answered')::int as answered,
            count(*) filter (where ${IS_LATE})::int as late, count(*) filter (where f.status = 'closed')::int as closed,
            count(*) filter (where f.verdict = 'good')::int as good, count(*) filter (where f.verdict = 'bad')::int as bad,
            count(*) filter (where f.answered_at is not null and f.given_at >= $1)::int as n,
            percentile_cont(0.5) within group (order by extract(epoch from f.answered_at - f.given_at)::float8 * 1000)
              filter (where f.answered_at is not null and f.given_at >= $1) as median
       from feedbacks f where $2::boolean`,
    [new Date(nowMs - DAYS_MS), true, caller.id, new Date(nowMs)],
  )
  const agreement = ctx.agreements.at(nowMs)
  const { feedback } = agreement.marketing
  const { n = 0, median = null, ...counts } = rows[0] ?? {}
  const none = { all: 0, mine: 0, open: 0, answered: 0, late: 0, closed: 0, good: 0, bad: 0 }
  return {
    ...none,
    ...counts,
    answerTime: { n, medianMs: median },
    promise:
      feedback === null
        ? null
        : {
            clause: feedback.clause,
            sentence: sentenceOf(agreement, feedback.clause, caller.locale ?? 'en')?.sentence ?? '',
          },
  }
}
