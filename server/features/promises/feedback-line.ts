import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { sentenceOf } from '@ensemble/engine/agreement/sentence-of.ts'
import { speedAttainment } from '@ensemble/engine/promises/sales-rates.ts'
import type { Context } from '../../context.ts'
import type { Period } from './question.ts'

type Row = { kept: number; broken: number; n: number; tookMs: number | null; workedMs: number | null }

/** The clauses by which marketing has promised answers, by version. */
async function feedbackClauses(ctx: Context): Promise<{ versions: number[]; clauses: string[] }> {
  const { rows } = await ctx.db.query<{ version: number }>(
    `select version from agreements where status in ('in force', 'superseded')`,
  )
  const agreements = rows.flatMap(({ version }) => ctx.agreements.byVersion(version) ?? [])
  const names = [...new Set(agreements.flatMap(({ marketing }) => marketing.feedback?.clause ?? []))]
  // A clock keeps the clause under which it began, also when it stops under a later version.
  const pairs = agreements.flatMap(({ version }) => names.map((clause) => ({ version, clause })))
  return { versions: pairs.map((pair) => pair.version), clauses: pairs.map((pair) => pair.clause) }
}

async function countAnswers(ctx: Context, period: Period): Promise<Row> {
  const { versions, clauses } = await feedbackClauses(ctx)
  const { rows } = await ctx.db.query<Row>(
    `select count(*) filter (where what = 'clock.stopped' and by = 'answered' and is_kept)::int as kept,
            count(*) filter (where what = 'clock.breached')::int as broken,
            count(*) filter (where what = 'clock.stopped' and by = 'answered')::int as n,
            percentile_cont(0.5) within group (order by took_ms) filter (where what = 'clock.stopped' and by = 'answered') as "tookMs",
            percentile_cont(0.5) within group (order by worked_ms) filter (where what = 'clock.stopped' and by = 'answered') as "workedMs"
       from unnest($3::int[], $4::text[]) as k(version, clause)
       cross join unnest(array['clock.stopped', 'clock.breached']) as w(kind)
       cross join lateral (
         select what, data ->> 'by' as by, (data ->> 'isKept')::boolean as is_kept, (data ->> 'tookMs')::float8 as took_ms,
                (data ->> 'workedMs')::float8 as worked_ms
           from decisions
          where version = k.version and clause = k.clause and what = w.kind and revised_at is null and decided_at >= $1 and decided_at < $2
            and data ->> 'clock' = 'feedback'
       ) d`,
    [new Date(period.fromMs), new Date(period.toMs), versions, clauses],
  )
  return rows[0] ?? { kept: 0, broken: 0, n: 0, tookMs: null, workedMs: null }
}

/** Whether marketing answered what sales reported back within its term. */
export async function tellFeedback(ctx: Context, agreement: CompiledAgreement, period: Period, locale: 'en' | 'fr') {
  const { feedback } = agreement.marketing
  if (feedback === null) return null
  const nowMs = ctx.now()
  const isNow = period.fromMs <= nowMs && nowMs < period.toMs
  const [{ kept, broken, n, tookMs, workedMs }, running] = await Promise.all([
    countAnswers(ctx, period),
    // What may still be kept is of now: it belongs to no period that is over.
    isNow
      ? ctx.db.query<{ n: number }>(
          `select count(*)::int as n from clocks where clause = $1 and team = 'marketing' and due_at > $2`,
          [feedback.clause, new Date(nowMs)],
        )
      : null,
  ])
  const tally = { kept, broken, running: running?.rows[0]?.n ?? 0 }
  return {
    clause: feedback.clause,
    sentence: sentenceOf(agreement, feedback.clause, locale)?.sentence ?? '',
    because: feedback.because,
    ...tally,
    rate: speedAttainment(tally),
    answer: { n, medianMs: tookMs, medianWorkedMs: workedMs },
  }
}
